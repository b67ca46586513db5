//! What the pages of forums show: texts and links, ready for the templates. No SQL here.

mod desk;
mod parts;
mod public;

pub use parts::Promise;

pub use desk::{
    AttendancePage, CommitmentPage, DeskPage, DoorPage, MeetingForm, MinutesForm, PromisesPage, ReasonPage, RunPage,
    SheetPage,
};
pub use public::{
    ForumPage, ForumsPage, LogPage, MeetingPage, MinutesPage, PlacePage, RegisterPage, ThreadPage, wanted_word,
};
