//! The key on papers, in the database. SQL only.

use diesel::prelude::*;

use crate::accounts::keyring;
use crate::base::{AccountId, KeyringId, RescueKeyId, Time};
use crate::db::schema::{accounts, envelopes, keyrings, rescue_envelopes, rescue_keys, rescue_papers, sealed};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::seal::Kind;

/// One of the three, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// Which of them, from 1.
    pub(super) paper: i64,
    /// Whose it is.
    pub(super) account: AccountId,
    /// What they are called.
    pub(super) name: String,
    /// The pair that opens its envelope.
    pub(super) keyring: KeyringId,
    /// That pair is gone with its password.
    pub(super) shut: bool,
    /// The envelope, until it is on paper.
    pub(super) share: Option<Vec<u8>>,
    /// On paper since then.
    pub(super) kept_at: Option<Time>,
}

/// How a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Its custodian has it on paper.
    Kept(Time),
    /// They have not read it yet.
    Waits,
    /// Their password was lost before: nobody can read it any more.
    Lost,
    /// Whose it is keeps identities no longer.
    Left,
}

impl Kept {
    /// How it stands among those who are custodians now.
    pub(super) fn standing(&self, custodians: &[AccountId]) -> Standing {
        match self.kept_at {
            _ if !custodians.contains(&self.account) => Standing::Left,
            Some(at) => Standing::Kept(at),
            None if self.shut || self.share.is_none() => Standing::Lost,
            None => Standing::Waits,
        }
    }
}

type Row = (i64, AccountId, String, KeyringId, Option<Time>, Option<Vec<u8>>, Option<Time>);

/// The three papers of a key, in their order.
pub(super) fn papers(conn: &mut Conn, rescue: RescueKeyId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = rescue_papers::table
        .inner_join(accounts::table)
        .inner_join(keyrings::table)
        .filter(rescue_papers::rescue_id.eq(rescue))
        .order(rescue_papers::paper)
        .select((
            rescue_papers::paper,
            accounts::id,
            accounts::name,
            keyrings::id,
            keyrings::retired_at,
            rescue_papers::share,
            rescue_papers::kept_at,
        ))
        .load(conn)?;
    let kept = |(paper, account, name, keyring, retired, share, kept_at): Row| Kept {
        paper,
        account,
        name,
        keyring,
        shut: retired.is_some(),
        share,
        kept_at,
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// True while there is a key on papers, all three are in the drawers of people who are custodians, and they open all that custodians
/// keep. (The words of a file its own readers seal to new papers, with their next page.)
pub(crate) fn is_whole(conn: &mut Conn) -> Result<bool> {
    let Some(key) = keyring::on_papers(conn)? else { return Ok(false) };
    let custodians: Vec<AccountId> = keyring::custodians(conn)?.into_iter().map(|one| one.account).collect();
    let papers = papers(conn, key.id)?;
    let kept = papers.len() == 3 && papers.iter().all(|p| matches!(p.standing(&custodians), Standing::Kept(_)));
    let opened = rescue_envelopes::table.filter(rescue_envelopes::rescue_id.eq(key.id));
    let rest = sealed::table
        .filter(sealed::kind.ne(Kind::Words))
        .filter(sealed::id.ne_all(opened.select(rescue_envelopes::sealed_id)));
    Ok(kept && rest.count().get_result::<i64>(conn)? == 0)
}

/// True when the papers of a key open what this pair does not: of the words of files, those that no reader opens any more.
pub(super) fn opens_more(conn: &mut Conn, rescue: RescueKeyId, pair: KeyringId) -> Result<bool> {
    let mine = envelopes::table.filter(envelopes::keyring_id.eq(pair).and(envelopes::until.is_null()));
    let read = envelopes::table
        .inner_join(keyrings::table)
        .filter(envelopes::until.is_null().and(keyrings::retired_at.is_null()));
    let more: i64 = rescue_envelopes::table
        .inner_join(sealed::table)
        .filter(rescue_envelopes::rescue_id.eq(rescue))
        .filter(rescue_envelopes::sealed_id.ne_all(mine.select(envelopes::sealed_id)))
        .filter(sealed::kind.ne(Kind::Words).or(sealed::id.ne_all(read.select(envelopes::sealed_id))))
        .count()
        .get_result(conn)?;
    Ok(more > 0)
}

/// Stores a key, without papers yet.
pub(super) fn insert(tx: &mut Tx<'_>, by: AccountId, public: &[u8]) -> Result<RescueKeyId> {
    let id: RescueKeyId = tx.id();
    diesel::insert_into(rescue_keys::table)
        .values((
            rescue_keys::id.eq(id),
            rescue_keys::public_key.eq(public),
            rescue_keys::made_by.eq(by),
            rescue_keys::made_at.eq(tx.now),
            rescue_keys::retired_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Stores a paper in its envelope.
pub(super) fn insert_paper(
    tx: &mut Tx<'_>,
    rescue: RescueKeyId,
    paper: u8,
    to: (AccountId, KeyringId),
    share: &[u8],
) -> Result<()> {
    diesel::insert_into(rescue_papers::table)
        .values((
            rescue_papers::rescue_id.eq(rescue),
            rescue_papers::paper.eq(i64::from(paper)),
            rescue_papers::account_id.eq(to.0),
            rescue_papers::keyring_id.eq(to.1),
            rescue_papers::share.eq(Some(share)),
            rescue_papers::kept_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets what stands on a paper: it is on paper now.
pub(super) fn keep(tx: &mut Tx<'_>, rescue: RescueKeyId, paper: i64) -> Result<()> {
    diesel::update(rescue_papers::table.find((rescue, paper)))
        .set((rescue_papers::share.eq(None::<Vec<u8>>), rescue_papers::kept_at.eq(Some(tx.now))))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes a key out of force, with every envelope for it.
pub(super) fn retire(tx: &mut Tx<'_>, rescue: RescueKeyId) -> Result<()> {
    diesel::delete(rescue_envelopes::table.filter(rescue_envelopes::rescue_id.eq(rescue))).execute(tx.conn)?;
    diesel::update(rescue_papers::table.filter(rescue_papers::rescue_id.eq(rescue)))
        .set(rescue_papers::share.eq(None::<Vec<u8>>))
        .execute(tx.conn)?;
    diesel::update(rescue_keys::table.find(rescue)).set(rescue_keys::retired_at.eq(Some(tx.now))).execute(tx.conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn a_paper_counts_while_its_custodian_is_one_and_could_read_it() {
        let paper = |share: bool, shut: bool, kept: bool| Kept {
            paper: 1,
            account: Id::new(7),
            name: "Coumba".into(),
            keyring: Id::new(1),
            shut,
            share: share.then(Vec::new),
            kept_at: kept.then_some(Time(9)),
        };
        let (there, gone) = ([Id::new(7), Id::new(8)], [Id::new(8)]);
        assert_eq!(paper(true, false, false).standing(&there), Standing::Waits);
        assert_eq!(paper(true, true, false).standing(&there), Standing::Lost);
        // Once it is on paper a lost password does not matter: that is what it is for.
        assert_eq!(paper(false, true, true).standing(&there), Standing::Kept(Time(9)));
        assert_eq!(paper(false, true, true).standing(&gone), Standing::Left);
    }
}
