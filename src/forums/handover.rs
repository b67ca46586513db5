//! Commitments that change hands because whoever followed them leaves (P9). A body owes a commitment, not a person; a keeper
//! follows it for the body: whoever it was given to, else the only one who signs for the body.

use diesel::prelude::*;

use super::model::{Commitment, CommitmentState, Owner, OwnerKind};
use super::store::commitments as rows;
use crate::accounts;
use crate::base::{Actor, CommitmentId, Role, Scope, UnitId};
use crate::db::schema::{commitment_keepers, commitments};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::{Deed, PromiseFacts, may};

/// Open commitments an account follows: those it was given, and those of every body for which nobody else can sign. `scope`
/// narrows them to one place.
pub(crate) fn commitments_of(conn: &mut Conn, account: &Actor, scope: Option<Scope>) -> Result<Vec<Commitment>> {
    let Some(id) = account.account() else { return Ok(Vec::new()) };
    let mut all: Vec<Commitment> = commitment_keepers::table
        .inner_join(commitments::table)
        .filter(commitment_keepers::account_id.eq(id))
        .filter(commitments::state.eq_any([CommitmentState::Open, CommitmentState::InProgress]))
        .select(Commitment::as_select())
        .load(conn)?;
    for held in account.memberships().iter().filter(|held| signs(held.role)) {
        let Some(owner) = owner_at(held.scope) else { continue };
        if accounts::others_at(conn, held.role, held.scope, id)? {
            continue;
        }
        let filter = rows::Filter { owner: Some(owner), ..rows::Filter::default() };
        let owed = rows::expected(conn, &filter, 500)?;
        let kept: Vec<CommitmentId> = commitment_keepers::table
            .filter(commitment_keepers::commitment_id.eq_any(owed.iter().map(|c| c.id).collect::<Vec<_>>()))
            .select(commitment_keepers::commitment_id)
            .load(conn)?;
        all.extend(owed.into_iter().filter(|c| !kept.contains(&c.id)));
    }
    if let Some(scope) = scope {
        all.retain(|c| scope_of(c.owner()) == scope);
    }
    all.sort_by_key(|c| (c.due_on, c.id));
    all.dedup_by_key(|c| c.id);
    Ok(all)
}

/// Who signs for a body.
const fn signs(role: Role) -> bool {
    matches!(role, Role::Chief | Role::Partner | Role::Chair)
}

const fn owner_at(scope: Scope) -> Option<Owner> {
    match scope {
        Scope::Unit(id) => Some(Owner { kind: OwnerKind::Unit, id: id.raw() }),
        Scope::Partner(id) => Some(Owner { kind: OwnerKind::Partner, id: id.raw() }),
        Scope::Committee(id) => Some(Owner { kind: OwnerKind::Committee, id: id.raw() }),
        Scope::Area(_) | Scope::District => None,
    }
}

/// Where a body's people serve.
pub(crate) const fn scope_of(owner: Owner) -> Scope {
    match owner.kind {
        OwnerKind::Unit => Scope::Unit(UnitId::new(owner.id)),
        OwnerKind::Partner => Scope::Partner(crate::base::PartnerId::new(owner.id)),
        OwnerKind::Committee => Scope::Committee(crate::base::CommitteeId::new(owner.id)),
    }
}

/// Gives a commitment to somebody else who answers for the body.
pub(crate) fn hand_commitment(tx: &mut Tx<'_>, by: &Actor, id: CommitmentId, to: &Actor) -> Result<()> {
    let commitment = rows::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let keeper = to.account().filter(|_| answers_for(to, &commitment)).ok_or(Error::NotFound)?;
    diesel::delete(commitment_keepers::table.find(id)).execute(tx.conn)?;
    diesel::insert_into(commitment_keepers::table)
        .values((
            commitment_keepers::commitment_id.eq(id),
            commitment_keepers::account_id.eq(keeper),
            commitment_keepers::since.eq(tx.now),
        ))
        .execute(tx.conn)?;
    ledger::record(tx, by, "commitment.handover", format!("commitment {id}"), &keeper.to_string())
}

fn answers_for(actor: &Actor, c: &Commitment) -> bool {
    let facts = PromiseFacts { owner: c.owner().body(), committee: c.committee_id, silent: false };
    may(actor, &Deed::AnswerPromise(facts))
}

/// What these commitments say.
pub(crate) fn commitment_words(conn: &mut Conn, ids: &[CommitmentId]) -> Result<Vec<(i64, String)>> {
    let chosen = commitments::table.filter(commitments::id.eq_any(ids));
    Ok(chosen.select((commitments::id, commitments::body)).load(conn)?)
}
