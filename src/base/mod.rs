//! The vocabulary every floor above speaks: languages, ids, time, text, codes, roles. Pure: no I/O, no SQL, no HTTP.

mod actor;
mod chance;
mod code;
pub mod csv;
pub mod gsm;
mod id;
mod lang;
mod named;
mod nouns;
mod number;
mod prompt;
mod text;
mod time;

pub use actor::{Actor, Function, Held, Role, Scope};
pub use chance::Entropy;
pub use code::{CodeSlip, TrackingCode, WallCode};
pub use id::Id;
pub use lang::Lang;
pub(crate) use named::named;
pub use nouns::*;
pub use number::ConcernNumber;
pub use prompt::Prompt;
pub use text::{MASK, fold, slug};
pub use time::{Clock, DAY, Day, HOUR, Time};
