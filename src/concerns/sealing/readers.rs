//! Who reads what is sealed, by the policy, and with which key.

use std::collections::HashMap;

use super::{Part, store};
use crate::accounts::keyring;
use crate::areas::Reference;
use crate::base::{AccountId, PartnerId, Role, Scope, UnitId};
use crate::concerns::model::State;
use crate::concerns::store as concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::policy::{Audience, SealedTo};
use crate::seal::{Holder, Lock};

/// Where a part stands: what decides who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Where {
    /// Which part.
    pub(crate) part: Part,
    /// Who reads the concern.
    pub(crate) audience: Audience,
    /// The unit that answers.
    pub(crate) unit: UnitId,
    /// The service that was asked, where it may be given such a concern.
    pub(crate) partner: Option<PartnerId>,
}

impl Where {
    /// Where a part of a stored concern stands; only what stands with a service is asked about.
    pub(super) fn of(conn: &mut Conn, r: &Reference, part: Part, stands: &store::Stands) -> Result<Where> {
        let store::Stands { concern, audience, unit, state, .. } = *stands;
        let partner = match state {
            State::Referred => concerns::stands_with(conn, concern)?.filter(|id| r.may_be_given(*id, audience)),
            _ => None,
        };
        Ok(Where { part, audience, unit, partner })
    }
}

/// To whom parts are sealed, looked up once for all that stand alike: a desk holds thousands.
pub(super) struct Readers<'r> {
    pub(super) r: &'r Reference,
    /// Custodians keep what no reader could be given.
    keepers: bool,
    alike: HashMap<Where, Vec<Lock>>,
    owners: HashMap<AccountId, Option<Lock>>,
}

impl<'r> Readers<'r> {
    /// By the policy.
    pub(super) fn by(r: &'r Reference) -> Readers<'r> {
        Readers { r, keepers: false, alike: HashMap::new(), owners: HashMap::new() }
    }

    /// The same for what this key opens. Papers serve once: what no reader could be given custodians keep, until one can.
    pub(super) fn after(r: &'r Reference, mine: Holder) -> Readers<'r> {
        Readers { keepers: matches!(mine, Holder::Papers(_)), ..Readers::by(r) }
    }

    /// Those who read a part, and whoever filed it with their account, who reads it as with its code. Nobody while no reader has a
    /// pair.
    pub(super) fn of(&mut self, conn: &mut Conn, at: Where, owner: Option<AccountId>) -> Result<Vec<Lock>> {
        let mut locks = match self.alike.get(&at) {
            Some(locks) => locks.clone(),
            None => {
                let mut locks = readers(conn, self.r, at)?;
                if self.keepers && locks.is_empty() {
                    locks = keyring::locks(conn)?;
                }
                self.alike.entry(at).or_insert(locks).clone()
            }
        };
        let Some(owner) = owner.filter(|_| !locks.is_empty()) else { return Ok(locks) };
        let own = match self.owners.get(&owner) {
            Some(own) => own.clone(),
            None => self.owners.entry(owner).or_insert(keyring::pair_of(conn, owner)?.map(|pair| pair.lock())).clone(),
        };
        add(&mut locks, own);
        Ok(locks)
    }
}

/// The same of locks that are known.
pub(super) fn with_owner(conn: &mut Conn, mut locks: Vec<Lock>, owner: Option<AccountId>) -> Result<Vec<Lock>> {
    if let Some(owner) = owner.filter(|_| !locks.is_empty()) {
        add(&mut locks, keyring::pair_of(conn, owner)?.map(|pair| pair.lock()));
    }
    Ok(locks)
}

fn add(locks: &mut Vec<Lock>, own: Option<Lock>) {
    locks.extend(own.filter(|own| locks.iter().all(|other| other.holder != own.holder)));
}

/// Who reads a part by the policy (of what is told of threats, oversight) and has a pair, and the key on papers. Nobody while none of
/// them has one, and nobody where more than those may read.
fn readers(conn: &mut Conn, r: &Reference, at: Where) -> Result<Vec<Lock>> {
    let roles: &[Role] = match (at.part, at.audience) {
        (Part::Threats, _) | (Part::File, Audience::Oversight) => return keyring::locks(conn),
        (Part::File, Audience::Public | Audience::Private) => return Ok(Vec::new()),
        (Part::File, Audience::Sealed) => match r.sealed_to(at.unit) {
            SealedTo::Desk => &[Role::Officer, Role::Chief],
            SealedTo::Chief => &[Role::Chief],
            SealedTo::Nobody => &[],
        },
    };
    let of_unit = roles.iter().map(|role| (*role, Scope::Unit(at.unit)));
    let of_service = at.partner.map(|partner| (Role::Partner, Scope::Partner(partner)));
    keyring::locks_at(conn, &of_unit.chain(of_service).collect::<Vec<_>>())
}
