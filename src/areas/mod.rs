//! Reference data: communes and quartiers, units, categories, routing, committees, services, emergency numbers. Everything
//! here is data that an administrator edits; nothing about Bamako stands in code.

mod calendar;
pub mod map;
mod model;
mod question;
mod reply;
pub(crate) mod store;

pub use calendar::{Calendar, Counting, Holiday, Points};
pub use model::{
    Area, AreaKind, Category, CategorySound, Committee, CommitteeKind, EmergencyNumber, Partner, PromptSound,
    Reference, Routing, SupportService, Unit, WatchedWord,
};
pub use question::{Choice, Question, QuestionKind, lines};
pub use reply::{Purpose, ReplyTemplate, Slip, Slot};
