//! Appeals (D7): who wrote a text that was hidden or refused says once, in own words, why that was wrong; somebody else answers in
//! writing. Upheld, the text comes back; rejected, it stays away. Of a text with a part blacked out nobody but oversight holds the
//! original, so an appeal against that, upheld, lets its author write the part anew; a moderator reads it first.
//!
//! Whom an appeal goes to is asked anew each time: the other moderators of the committee, who know the place and its talk;
//! where there is none, the moderators of the other committees, who know the work and owe nothing to who decided; and only where
//! nobody else moderates at all, oversight, which is no police. So it is answered as near as may be, by somebody else, and never
//! waits for somebody who left.

mod card;
mod model;
mod page;
mod store;
mod waiting;

pub(crate) use card::{Card, Mine};
pub(crate) use model::{Against, Answer, Open};
pub(crate) use page::{AnswerPage, Told, answer};
pub(crate) use store::{
    against, against_mask, forget, is_fixed, open, overtake, posts_of, raise, settle, was_rejected,
};
pub(super) use waiting::{count, waiting};

/// The longest appeal and the longest answer, in characters.
pub(crate) const LONG: usize = 1_000;
