//! What is let go by rule: voice notes whose time is over, and names in the store that belong to no row.

use std::sync::Arc;

use super::model::is_due;
use super::{bytes, store};
use crate::base::{Actor, ConcernId, HOUR, MediumId, Time};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ledger;
use crate::media::Name;
use crate::seal::Veiled;
use crate::web::Site;

/// How long a name may wait for its row.
const GRACE: i64 = HOUR;

/// How many days voice notes are kept: by the rule that an administrator set, and while nobody did by `first`, the setting
/// SIGIDA_SOUND_DAYS.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn sound_days(conn: &mut Conn, first: i64) -> Result<i64> {
    store::sound_days(conn, first)
}

/// Voice notes whose time is over now: written down, or their concern closed, as many days ago as [`sound_days`] says.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn sounds_due(conn: &mut Conn, first: i64, now: Time) -> Result<Vec<MediumId>> {
    let days = sound_days(conn, first)?;
    let aged = store::aged_voices(conn, days, now)?;
    Ok(aged
        .into_iter()
        .filter(|(_, written, closed)| is_due(*written, *closed, days, now))
        .map(|(id, ..)| id)
        .collect())
}

/// Lets go of the voice notes whose time is over, inside a deed; how many there were. Their bytes go with the next [`sweep`].
///
/// # Errors
/// As every deed.
pub(crate) fn delete_due(tx: &mut Tx<'_>, first: i64) -> Result<usize> {
    let due = sounds_due(tx.conn, first, tx.now)?;
    if due.is_empty() {
        tx.nothing_new();
        return Ok(0);
    }
    for id in &due {
        let medium = store::get(tx.conn, *id)?;
        store::let_go(tx, &medium)?;
    }
    ledger::record(tx, &Actor::System, "media.expire", "voices", &due.len().to_string())?;
    Ok(due.len())
}

/// Lets go of all photos and voice notes of a concern, and of what was written down of them. Their bytes go with the next
/// [`sweep`].
pub(in crate::concerns) fn forget(tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
    for medium in store::of(tx.conn, concern)? {
        if medium.is_kept() {
            store::let_go(tx, &medium)?;
        }
        store::set_transcript(tx, medium.id, &Veiled::plain(""))?;
    }
    Ok(())
}

/// Removes from the store what belongs to no row; how many there were. What the store does not remove today waits for the next time.
/// Encrypts what lies there in the clear.
///
/// # Errors
/// When the database or the store does not answer.
pub(crate) async fn sweep(site: &Arc<Site>) -> Result<usize> {
    let first = site.settings.sound_days;
    let due = site.clock.now();
    // Asked first, so that an idle house does not write.
    if !site.db.read(move |conn| sounds_due(conn, first, due)).await?.is_empty() {
        site.db.write(move |tx| delete_due(tx, first)).await?;
    }
    if let Err(error) = bytes::lock_old(site).await {
        tracing::error!(%error, "photos or voice notes lie in the clear: the media store did not encrypt them");
    }
    let before = site.clock.now().plus(-GRACE);
    let strays = site.db.read(move |conn| store::strays(conn, before)).await?;
    for stray in &strays {
        let name = Name::parse(stray).ok_or_else(|| Error::internal("a stray without a name"))?;
        site.media.delete(&name).await?;
        let struck = stray.clone();
        site.db.keep(move |tx| store::strike_stray(tx, &struck)).await?;
    }
    Ok(strays.len())
}
