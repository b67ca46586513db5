//! What the pages of forums show: texts and links, ready for the templates. No SQL here.

mod agenda;
mod announce;
mod commitment;
mod desk;
mod door;
mod forum;
mod meeting;
mod minutes;
mod my_place;
mod parts;
mod place;
mod places;
mod promises;
mod questions;
mod register;
mod run;
mod versions;

pub use agenda::AgendaPage;
pub use announce::{MeetingForm, ReasonPage};
pub use commitment::{CommitmentPage, OwedPage};
pub use desk::DeskPage;
pub use door::{AttendancePage, DoorPage};
pub use forum::{ForumPage, ForumsPage};
pub use meeting::{MeetingPage, MinutesPage};
pub use minutes::{MinutesForm, saved_line, titles};
pub use my_place::{CodePage, MyPlacePage};
pub(super) use parts::when;
pub use parts::{Chip, Promise, audience as audience_word, badge, first_words};
pub use place::PlacePage;
pub use places::PlacesPage;
pub(super) use places::told;
pub use promises::PromisesPage;
pub use questions::QuestionsPage;
pub use register::{RegisterPage, wanted_word};
pub use run::{RunPage, SheetPage};
pub use versions::VersionsPage;
