//! The deed: everything is given on, then the person goes, in one transaction. Whatever came into their hands since the form was
//! made stops it.

use super::model::{Decided, Handed, Kind, Subject, Way};
use super::store;
use crate::accounts::store as people;
use crate::areas::Reference;
use crate::base::{AccountId, Actor, HandoverId, Role, Scope, UnitId};
use crate::concerns::handover as files;
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums;
use crate::ledger;
use crate::patrols::handover as rounds;
use crate::policy::{Deed, permit};
use crate::web::{actor_of, end_all_sessions};

/// Who decides: an administrator, or the chief of the unit that an officer leaves. Nobody for themselves, no chief for another.
fn permit_it(tx: &mut Tx<'_>, by: &Actor, decided: &Decided) -> Result<()> {
    let now = match by.account() {
        Some(id) => actor_of(tx.conn, id)?,
        None => by.clone(),
    };
    if now.account() == Some(decided.leaving.account) {
        return Err(Error::Forbidden);
    }
    match decided.leaving.role {
        Some((_, Role::Officer, Scope::Unit(unit))) if now.holds_at(Role::Chief, Scope::Unit(unit)) => {
            permit(&now, &Deed::LeadPeople(unit))
        }
        _ => permit(&now, &Deed::Administer),
    }
}

/// Hands over and lets go. Returns the record.
pub(super) fn hand_over(tx: &mut Tx<'_>, by: &Actor, r: &Reference, decided: &Decided) -> Result<HandoverId> {
    permit_it(tx, by, decided)?;
    let author = by.account().ok_or(Error::SignIn)?;
    let leaver = decided.leaving.account;
    let items = store::held(tx.conn, r, leaver, decided.leaving.scope(), tx.now)?;
    let mut handed = Vec::with_capacity(items.len());
    for item in &items {
        let field = item.subject.field();
        let to = decided.choices.iter().find(|(name, _)| *name == field).map(|(_, to)| *to);
        let to = to.filter(|to| item.candidates.iter().any(|(id, _)| id == to));
        let to = to.ok_or(Error::Refused(Refusal::HoldsFiles))?;
        hand(tx, by, r, &item.subject, to)?;
        handed.push(Handed { kind: item.subject.kind(), raw: item.subject.raw(), to });
    }
    let unit = go(tx, r, decided)?;
    end_all_sessions(tx, leaver)?;
    let way = decided.way();
    let id = store::record(tx, leaver, unit, way, author, &handed)?;
    ledger::record(tx, by, "account.handover", format!("account {leaver}"), &summary(way, &handed))?;
    Ok(id)
}

fn hand(tx: &mut Tx<'_>, by: &Actor, r: &Reference, subject: &Subject, to: AccountId) -> Result<()> {
    let to = actor_of(tx.conn, to)?;
    match subject {
        Subject::File(c) => files::hand_file(tx, by, r, c.id, &to),
        Subject::Referral(referral, _) => files::hand_referral(tx, by, r, referral.id, &to),
        Subject::Plan(p) => rounds::hand_plan(tx, by, p.id, &to),
        Subject::Patrol(p) => rounds::hand_patrol(tx, by, p.id, &to),
        Subject::Commitment(c) => forums::hand_commitment(tx, by, c.id, &to),
    }
}

/// Ends what is to end. Returns the unit that was left, where one was.
fn go(tx: &mut Tx<'_>, r: &Reference, decided: &Decided) -> Result<Option<UnitId>> {
    let leaver = decided.leaving.account;
    let roles = people::roles(tx.conn, leaver)?;
    let held = || roles.iter().filter(|m| m.ended_at.is_none());
    let unit_of = |scope: Option<Scope>| match scope {
        Some(Scope::Unit(unit)) => Some(unit),
        _ => None,
    };
    let Some((membership, role, scope)) = decided.leaving.role else {
        people::set_disabled(tx, leaver, true)?;
        return Ok(held().find_map(|m| unit_of(m.scope)));
    };
    // An officer who is chief of the same unit leaves it whole.
    let together = |m: &&people::Membership| m.id == membership || (role.is_police() && m.role.is_police());
    let leaves: Vec<_> = held().filter(|m| m.scope == Some(scope)).filter(together).map(|m| (m.id, m.role)).collect();
    if !leaves.iter().any(|(id, _)| *id == membership) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    for (id, _) in &leaves {
        people::end_role(tx, leaver, *id)?;
    }
    if let Some(unit) = decided.moves_to {
        r.unit(unit).filter(|u| u.active && role.is_police()).ok_or(Error::NotFound)?;
        for (_, role) in &leaves {
            people::grant(tx, leaver, *role, Scope::Unit(unit))?;
        }
    }
    Ok(unit_of(Some(scope)))
}

/// « disabled; file 3, plan 1 ».
fn summary(way: Way, handed: &[Handed]) -> String {
    let count = |kind: &Kind| handed.iter().filter(|item| item.kind == *kind).count();
    let parts: Vec<String> =
        Kind::ALL.iter().filter(|kind| count(kind) > 0).map(|kind| format!("{kind} {}", count(kind))).collect();
    format!("{way}; {}", parts.join(", "))
}
