//! The rules and types of forums: pure, without a database, a clock or words in any language.

mod afterwards;
pub(super) mod calendar;
mod commitment;
mod drafting;
mod meeting;
mod news;
mod question;
mod reminder;
mod signing;
mod turnout;

pub use afterwards::{Change, Correction, CorrectionState, Feedback, Opinion, compare, corrections_until};
pub use commitment::{Commitment, CommitmentState, NewCommitment, Owner, OwnerKind, Standing};
pub use drafting::{Saved, Written, join, mark, split};
pub use meeting::{
    AgeBand, AgendaItem, CameAs, Count, ItemKind, Meeting, MeetingAudience, MeetingDraft, MeetingState, Minutes,
    MinutesState, Move, Phase, Place, PlaceState, Registration, Sex, draw_code, is_late, minutes_may, missing_minutes,
    month_of, monthly, place_for,
};
pub use news::{Held, PlaceNews, news};
pub use question::{Question, QuestionState, QuestionVerdict, begins_as};
pub use reminder::{BEFORE, is_near, one_segment};
pub use signing::{Claim, Side, Sign, Step, StepKind, Turn, turn};
pub use turnout::{Cells, WomenShare, is_small, turnout};
