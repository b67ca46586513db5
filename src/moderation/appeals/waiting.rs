//! Whom an appeal goes to, and what waits for one reader: the same rule, once for one appeal and once for all that wait.

use diesel::prelude::*;

use super::model::AppealState;
use crate::base::{AccountId, CommitteeId, ConcernId, ConcernNumber, PostId, Role, Time};
use crate::db::Conn;
use crate::db::schema::{accounts, appeals, concerns, memberships, moderation_decisions as decisions, posts};
use crate::error::{Error, Result};
use crate::moderation::model::ActKind;
use crate::moderation::queue::{Bench, Item, Kind, Place};
use crate::moderation::target::TargetKind;
use crate::policy::{AppealTo, Audience};
use crate::web::{Cursor, Slice};

/// The word of a committee's scope in `memberships`.
const COMMITTEE: &str = "committee";

/// Moderators who can sign in, with the committee each serves.
fn moderators(conn: &mut Conn) -> Result<Vec<(AccountId, Option<i64>)>> {
    Ok(memberships::table
        .inner_join(accounts::table)
        .filter(memberships::role.eq(Role::Moderator).and(memberships::scope_kind.eq(COMMITTEE)))
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .select((memberships::account_id, memberships::scope_id))
        .load(conn)?)
}

fn goes_to(
    moderators: &[(AccountId, Option<i64>)],
    committee: CommitteeId,
    decided_by: AccountId,
    author: Option<AccountId>,
) -> AppealTo {
    let others = || moderators.iter().filter(|(id, _)| *id != decided_by && Some(*id) != author);
    match others().next() {
        None => AppealTo::Oversight,
        Some(_) if others().any(|(_, scope)| *scope == Some(committee.raw())) => AppealTo::Committee,
        Some(_) => AppealTo::Peers,
    }
}

/// Who answers an appeal against what somebody decided for a committee.
pub(super) fn to(
    conn: &mut Conn,
    committee: CommitteeId,
    decided_by: AccountId,
    author: Option<AccountId>,
) -> Result<AppealTo> {
    Ok(goes_to(&moderators(conn)?, committee, decided_by, author))
}

/// An appeal that waits: itself, the decision, what it is about.
type Row = (
    (i64, Time, CommitteeId, TargetKind, Option<AccountId>),
    (AccountId, ActKind),
    Option<(PostId, String)>,
    Option<(ConcernId, i32, i32, String, Option<AccountId>)>,
);

/// Every appeal that waits and that this reader may answer, oldest first. Few wait at a time: an author has one a decision, and
/// each is somebody's to answer.
fn mine(conn: &mut Conn, bench: &Bench) -> Result<Vec<Item>> {
    let Some(me) = bench.account else { return Ok(Vec::new()) };
    if bench.committees.is_empty() && !bench.oversees {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = appeals::table
        .inner_join(decisions::table)
        .left_join(posts::table.on(posts::id.eq(appeals::target_id).and(appeals::target_kind.eq(TargetKind::Post))))
        .left_join(
            concerns::table.on(concerns::id
                .eq(appeals::target_id)
                .and(appeals::target_kind.eq(TargetKind::Concern))
                .and(concerns::audience.eq(Audience::Public))),
        )
        .filter(appeals::state.eq(AppealState::Waiting).and(decisions::account_id.ne(me)))
        .order((appeals::at, appeals::id))
        .select((
            (appeals::id, appeals::at, appeals::committee_id, appeals::target_kind, appeals::account_id),
            (decisions::account_id, decisions::action),
            (posts::id, posts::body).nullable(),
            (concerns::id, concerns::year, concerns::serial, concerns::words, concerns::account_id).nullable(),
        ))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let moderators = moderators(conn)?;
    let item = |((id, since, committee, _, author), (by, action), post, concern): Row| {
        let author = author.or(concern.as_ref().and_then(|(.., account)| *account));
        let own = bench.committees.contains(&committee);
        let may = author != Some(me)
            && match goes_to(&moderators, committee, by, author) {
                AppealTo::Committee => own,
                AppealTo::Peers => !bench.committees.is_empty(),
                AppealTo::Oversight => bench.oversees,
            };
        let (place, words) = match (post, concern) {
            (Some((id, body)), _) => (if own { Place::Post(id) } else { Place::PostAppeal(id) }, body),
            (None, Some((_, year, serial, words, _))) => {
                let number = ConcernNumber { year, serial };
                (if own { Place::Concern(number) } else { Place::ConcernAppeal(number) }, words)
            }
            // Not for everybody any more.
            (None, None) => return None,
        };
        let why = action.as_str().to_owned();
        may.then_some(Item::new(Kind::Appeal, place, id, since, (words, why)))
    };
    Ok(rows.into_iter().filter_map(item).collect())
}

/// A page of them, from a cursor on.
pub(in crate::moderation) fn waiting(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let mut items = mine(conn, bench)?;
    items.retain(|item| cursor.is_none_or(|c| (item.since.0, item.id) > (c.key, c.id)));
    items.truncate(usize::try_from(Slice::<Item>::LIMIT).unwrap_or(usize::MAX));
    Ok(items)
}

/// How many wait for this reader.
pub(in crate::moderation) fn count(conn: &mut Conn, bench: &Bench) -> Result<i64> {
    i64::try_from(mine(conn, bench)?.len()).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn an_appeal_goes_to_whoever_else_is_nearest() {
        let (c, by, author) = (Id::new(5), Id::new(1), Some(Id::new(2)));
        let all = [(Id::new(1), Some(5)), (Id::new(2), Some(5)), (Id::new(3), Some(6)), (Id::new(4), Some(5))];
        assert_eq!(goes_to(&all, c, by, author), AppealTo::Committee);
        // Who decided and who appeals are nobody's judge.
        assert_eq!(goes_to(&all[..3], c, by, author), AppealTo::Peers);
        assert_eq!(goes_to(&all[..2], c, by, author), AppealTo::Oversight);
        assert_eq!(goes_to(&all[..2], c, by, None), AppealTo::Committee);
        assert_eq!(goes_to(&[], c, by, None), AppealTo::Oversight);
    }
}
