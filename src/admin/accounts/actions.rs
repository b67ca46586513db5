//! What an administrator does to the accounts of others. The ledger names accounts by their id only.

use super::resets::{self, Reset};
use crate::accounts::store::{self, NewAccount};
use crate::accounts::{links, second};
use crate::admin::{grants, permit_now};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, Held, MembershipId, Role, Scope};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::handover::held;
use crate::ledger;
use crate::web::{end_all_sessions, end_other_sessions};

/// A role as the ledger writes it: `officer, unit commune-1-est`.
fn words(r: &Reference, held: Held) -> String {
    let place = match held.scope {
        Scope::Unit(id) => format!("unit {}", r.unit(id).map_or("–", |u| &u.slug)),
        Scope::Committee(id) => format!("committee {}", r.committee(id).map_or("–", |c| &c.slug)),
        Scope::Partner(id) => format!("partner {}", r.partner(id).map_or("–", |p| &p.slug)),
        Scope::Area(id) => format!("area {}", r.area(id).map_or("–", |a| &a.slug)),
        Scope::District => "district".to_owned(),
    };
    format!("{}, {place}", held.role)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, deed: &str, id: AccountId, detail: &str) -> Result<()> {
    ledger::record(tx, actor, deed, format!("account {id}"), detail)
}

/// Makes an account with its first role; one over the whole district waits for a second person. Gives back the password it was made with, for the page that shows it once.
pub(super) fn create(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    new: &NewAccount,
    held: Held,
    password: &str,
) -> Result<(AccountId, String)> {
    permit_now(tx, actor)?;
    let id = store::insert(tx, new.clone())?;
    match grants::needs_two(held.role) {
        true => {
            record(tx, actor, "account.create", id, "")?;
            grants::ask(tx, actor, id, held.role)?;
        }
        false => {
            store::grant(tx, id, held.role, held.scope)?;
            record(tx, actor, "account.create", id, &words(r, held))?;
        }
    }
    Ok((id, password.to_owned()))
}

/// Gives a role, or asks for one that a second person decides on. Their sessions end: those of a resident live longer than a desk's may.
///
/// # Errors
/// One's own account; one that is disabled or erased; the role does not go with those held.
pub(super) fn add_role(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: AccountId, held: Held) -> Result<()> {
    permit_now(tx, actor)?;
    if actor.account() == Some(id) {
        return Err(Error::Refused(Refusal::OwnRole));
    }
    if grants::needs_two(held.role) {
        return grants::ask(tx, actor, id, held.role);
    }
    store::grant(tx, id, held.role, held.scope)?;
    end_all_sessions(tx, id)?;
    record(tx, actor, "account.role-add", id, &words(r, held))
}

/// Ends a role, and their sessions at once, on every device: who leaves keeps no page open. Files wait for nobody: who leaves
/// a unit hands them over first. Nobody ends their own administration, so there is always somebody left who administers.
pub(super) fn end_role(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: AccountId,
    membership: MembershipId,
) -> Result<()> {
    permit_now(tx, actor)?;
    let roles = store::roles(tx.conn, id)?;
    let ended = roles.iter().find(|m| m.id == membership).ok_or(Error::NotFound)?;
    if ended.role == Role::Admin && actor.account() == Some(id) {
        return Err(Error::Forbidden);
    }
    let left = |m: &&store::Membership| m.id != membership && m.ended_at.is_none() && m.scope == ended.scope;
    // Somebody who keeps a role of the police there keeps what they hold.
    let stays = ended.role.is_police() && roles.iter().filter(left).any(|m| m.role.is_police());
    if let Some(scope) = ended.scope
        && !stays
        && !held(tx.conn, r, id, Some(scope), tx.now)?.is_empty()
    {
        return Err(Error::Refused(Refusal::HoldsFiles));
    }
    store::end_role(tx, id, membership)?;
    end_all_sessions(tx, id)?;
    let detail = ended.scope.map_or(ended.role.to_string(), |scope| words(r, Held { role: ended.role, scope }));
    record(tx, actor, "account.role-end", id, &detail)
}

/// Disables an account, which ends its sessions at once, or enables it again. Nobody disables their own. A role that two people give
/// comes back by two people: who enables asks for it, another decides.
pub(super) fn set_disabled(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: AccountId, disabled: bool) -> Result<()> {
    permit_now(tx, actor)?;
    if store::account(tx.conn, id)?.is_erased() && !disabled {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if disabled && actor.account() == Some(id) {
        return Err(Error::Forbidden);
    }
    if disabled && !held(tx.conn, r, id, None, tx.now)?.is_empty() {
        return Err(Error::Refused(Refusal::HoldsFiles));
    }
    store::set_disabled(tx, id, disabled)?;
    if disabled {
        end_all_sessions(tx, id)?;
        grants::refuse_all(tx, actor, id)?;
        return record(tx, actor, "account.disable", id, "");
    }
    record(tx, actor, "account.enable", id, "")?;
    for held in store::roles(tx.conn, id)?.into_iter().filter(|m| m.ended_at.is_none() && grants::needs_two(m.role)) {
        store::end_role(tx, id, held.id)?;
        record(tx, actor, "account.role-end", id, &words(r, Held { role: held.role, scope: Scope::District }))?;
        grants::ask(tx, actor, id, held.role)?;
    }
    Ok(())
}

/// Ends somebody's sessions, on every device (ASVS 5.0, 7.4.5). One's own are ended on the page of one's own account.
pub(super) fn end_sessions(tx: &mut Tx<'_>, actor: &Actor, id: AccountId) -> Result<()> {
    permit_now(tx, actor)?;
    store::account(tx.conn, id)?;
    if actor.account() == Some(id) {
        return Err(Error::Forbidden);
    }
    let ended = end_all_sessions(tx, id)?;
    record(tx, actor, "account.sessions-end", id, &format!("sessions: {ended}"))
}

/// Ends everybody's sessions but one's own.
pub(super) fn end_everybodys(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    permit_now(tx, actor)?;
    let ended = end_other_sessions(tx, actor.account())?;
    ledger::record(tx, actor, "account.sessions-end", "accounts", &format!("sessions: {ended}"))
}

/// Makes a link by which an account's owner chooses a new password; until then nothing changes for them. Gives it for the page
/// that shows it once, and whether sessions ended. Nobody does it for themselves: a session left open would be enough to be rid
/// of the old password.
///
/// # Errors
/// Not permitted; one's own; the same person took the second step off.
pub(super) fn reset_link(tx: &mut Tx<'_>, actor: &Actor, id: AccountId) -> Result<(String, bool)> {
    permit_now(tx, actor)?;
    if actor.account() == Some(id) {
        return Err(Error::Refused(Refusal::SamePerson));
    }
    if store::account(tx.conn, id)?.is_erased() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if let Some(me) = actor.account() {
        resets::note(tx, id, Reset::Password, me)?;
    }
    let made = links::make(tx, id)?;
    let (_, shut) = &made;
    record(tx, actor, "account.password-reset", id, if *shut { "link, password shut" } else { "link" })?;
    Ok(made)
}

/// Takes the second step off somebody's account, which ends its sessions. Nobody does it for themselves: a session left open would be
/// enough to be rid of it.
///
/// # Errors
/// Not permitted; one's own; there is none; the same person gave the password.
pub(super) fn forget_second_step(tx: &mut Tx<'_>, actor: &Actor, id: AccountId) -> Result<()> {
    permit_now(tx, actor)?;
    if actor.account() == Some(id) {
        return Err(Error::Refused(Refusal::SamePerson));
    }
    if let Some(me) = actor.account() {
        resets::note(tx, id, Reset::SecondStep, me)?;
    }
    second::forget(tx, actor, id)?;
    end_all_sessions(tx, id)?;
    Ok(())
}
