//! Whether an account may write in a committee's discussions: freely, slowly, or not for now.

use diesel::prelude::*;

use crate::base::{AccountId, CommitteeId, Time, named};
use crate::db::Conn;
use crate::db::schema::{posts, standings, threads};
use crate::error::Result;

named! {
    /// How somebody is held back.
    pub enum Restraint {
        /// They write nothing.
        Block = "block",
        /// They write one post in so many minutes.
        Slow = "slow",
    }
}

/// How an account stands with a committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It writes as everybody does.
    Free,
    /// It wrote a moment ago, and may again then; that is later than now.
    Slowed {
        /// When.
        next: Time,
    },
    /// It does not write.
    Blocked {
        /// Until when; for good, if nothing.
        until: Option<Time>,
    },
}

/// A restraint that holds: how, one post in how many minutes, until when.
type Held = (Restraint, i64, Option<Time>);

/// How it stands, by the restraints that hold now and by when it wrote last. The strictest decides.
pub(super) fn stands(held: &[Held], last: Option<Time>, now: Time) -> Standing {
    let holds = held.iter().filter(|(.., until)| until.is_none_or(|until| until > now));
    let blocks = holds.clone().filter(|(kind, ..)| *kind == Restraint::Block);
    // « For good » is longer than any day.
    if let Some((.., until)) = blocks.max_by_key(|(.., until)| (until.is_none(), *until)) {
        return Standing::Blocked { until: *until };
    }
    let pauses = holds.filter(|(kind, ..)| *kind == Restraint::Slow);
    let next = last.zip(pauses.map(|(_, minutes, _)| *minutes).max()).map(|(last, minutes)| last.plus(minutes * 60));
    match next.filter(|next| *next > now) {
        Some(next) => Standing::Slowed { next },
        None => Standing::Free,
    }
}

/// How an account stands with a committee now.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn of(conn: &mut Conn, account: AccountId, committee: CommitteeId, now: Time) -> Result<Standing> {
    let held: Vec<Held> = standings::table
        .filter(standings::account_id.eq(account).and(standings::committee_id.eq(committee)))
        .filter(standings::lifted_at.is_null())
        .select((standings::kind, standings::minutes, standings::until))
        .load(conn)?;
    if held.is_empty() {
        return Ok(Standing::Free);
    }
    let last = posts::table
        .inner_join(threads::table)
        .filter(posts::account_id.eq(account).and(threads::committee_id.eq(committee)))
        .order(posts::at.desc())
        .select(posts::at)
        .first(conn)
        .optional()?;
    Ok(stands(&held, last, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time(1_000_000);

    #[test]
    fn who_is_held_by_nothing_or_by_what_is_over_writes_freely() {
        assert_eq!(stands(&[], Some(NOW), NOW), Standing::Free);
        assert_eq!(stands(&[(Restraint::Block, 0, Some(NOW))], None, NOW), Standing::Free);
        assert_eq!(stands(&[(Restraint::Slow, 30, Some(NOW))], Some(NOW), NOW), Standing::Free);
    }

    #[test]
    fn the_longest_block_decides_and_for_good_is_the_longest() {
        let (soon, late) = (Some(NOW.plus(10)), Some(NOW.plus(20)));
        let block = |until| (Restraint::Block, 0, until);
        assert_eq!(stands(&[block(late), block(soon)], None, NOW), Standing::Blocked { until: late });
        assert_eq!(stands(&[block(None), block(late)], None, NOW), Standing::Blocked { until: None });
        assert_eq!(stands(&[(Restraint::Slow, 5, None), block(soon)], None, NOW), Standing::Blocked { until: soon });
    }

    #[test]
    fn who_is_slowed_waits_from_their_last_post_on() {
        let slow = [(Restraint::Slow, 30, None), (Restraint::Slow, 10, None)];
        assert_eq!(stands(&slow, None, NOW), Standing::Free);
        assert_eq!(stands(&slow, Some(NOW.plus(-60)), NOW), Standing::Slowed { next: NOW.plus(29 * 60) });
        assert_eq!(stands(&slow, Some(NOW.plus(-1_800)), NOW), Standing::Free);
    }
}
