//! The acts of moderators, as everybody reads them. Pure.

use diesel::prelude::*;

use crate::base::{CommitteeId, Day, Time, named};
use crate::db::schema;

named! {
    /// What a moderator did, in the public log.
    pub enum ActKind {
        /// Made public.
        Publish = "publish",
        /// Not made public.
        Refuse = "refuse",
        /// Hidden.
        Hide = "hide",
        /// Shown again.
        Restore = "restore",
        /// A thread closed.
        Lock = "lock",
        /// A thread opened again.
        Unlock = "unlock",
        /// A thread given another subject.
        Move = "move",
        /// A thread joined to another one.
        Merge = "merge",
        /// A part of a thread made one of its own.
        Split = "split",
        /// A flag was right: the message was hidden.
        FlagUpheld = "flag-upheld",
        /// A flag was not: the message stays.
        FlagRejected = "flag-rejected",
        /// An appeal was right: the text came back.
        AppealUpheld = "appeal-upheld",
        /// An appeal was not: the text stays away, with a written answer.
        AppealRejected = "appeal-rejected",
        /// A part of a text or of a photo was blacked out.
        Redact = "redact",
        /// A photo was shown as it is.
        PhotoWhole = "photo-whole",
        /// A photo was shown, a part of it black.
        PhotoMasked = "photo-masked",
        /// Somebody may not write for a time.
        Block = "block",
        /// Somebody may write only now and then.
        Slow = "slow",
        /// Somebody held back may write again.
        Lift = "lift",
    }
}

/// What of the log is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    /// Of one committee.
    pub(super) committee: Option<CommitteeId>,
    /// From an instant on and before another.
    pub(super) within: Option<(Time, Time)>,
}

/// The first and last instants of a month, as `2026-11`.
pub(super) fn month(text: &str) -> Option<(Time, Time)> {
    let (year, month) = text.split_once('-')?;
    let first = Day::of(jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?);
    let next = first.date().checked_add(jiff::Span::new().months(1)).ok()?;
    Some((first.start(), Day::of(next).start()))
}

/// One line of the public log of moderation. It holds no text of anybody.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::moderation_acts)]
pub struct Act {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: Time,
    /// By which committee.
    pub committee_id: Option<CommitteeId>,
    /// What was done.
    pub action: String,
    /// To what: a kind, and for a concern its number.
    pub target: String,
    /// Why.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_where_the_next_one_begins() {
        let (from, to) = month("2026-12").unwrap();
        assert_eq!((from.local().as_str(), to.local().as_str()), ("2026-12-01T00:00", "2027-01-01T00:00"));
        for wrong in ["", "2026", "2026-13", "a-b", "2026-00"] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }
}
