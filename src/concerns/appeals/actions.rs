//! The deeds of an appeal about a concern.

use super::super::actions::{Verdict, load, turn};
use super::super::model::{Concern, Moderation};
use super::super::store;
use super::is_gone;
use crate::areas::Reference;
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::moderation::Target;
use crate::moderation::appeals::{self, Answer};

/// Who told it, where they were signed in: nobody answers an appeal about what they told themselves.
pub(super) fn author(conn: &mut Conn, concern: &Concern) -> Result<Option<AccountId>> {
    Ok(store::owner(conn, concern.number())?.and_then(|(_, account)| account))
}

/// Appeals against what was decided on a concern: for whoever opened it with its code. No account stands on it.
///
/// # Errors
/// Nothing was refused or hidden; a second time.
pub(crate) fn raise(tx: &mut Tx<'_>, id: ConcernId, words: &str) -> Result<()> {
    if !is_gone(&store::get(tx.conn, id)?) {
        return Err(Error::Refused(Refusal::NoAppeal));
    }
    let found = appeals::against(tx.conn, Target::concern(id), None)?;
    appeals::raise(tx, Target::concern(id), None, &found, words)
}

/// Answers it: upheld, everybody may read the concern (again); rejected, it stays away.
///
/// # Errors
/// Not permitted (`Deed::AnswerAppeal`); answered before.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    answer: &Answer,
) -> Result<()> {
    let (concern, _) = load(tx, actor, r, number)?;
    let author = author(tx.conn, &concern)?;
    let open = appeals::settle(tx, actor, Target::concern(concern.id), author, answer)?;
    let verdict = match concern.moderation {
        _ if !answer.upheld => return Ok(()),
        Moderation::Hidden if is_gone(&concern) => Verdict::Restore,
        Moderation::Refused if is_gone(&concern) => Verdict::Publish,
        _ => return Err(Error::Refused(Refusal::AlreadyDone)),
    };
    let signs = (Some(open.appeal.committee_id), open.signs(actor));
    turn(tx, actor, &concern, &verdict, signs, Some(open.appeal.at))
}
