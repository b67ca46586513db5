//! Deeds on photos and voice notes: taken with a filing, chosen for the public, written down, let go.

use super::super::model::{EventKind, Readers, search_text};
use super::super::sealing::{self, Part};
use super::super::store as concerns;
use super::super::store::{NewEvent, insert_event};
use super::model::{Kind, Medium, Showing, Stored};
use super::store;
use crate::areas::Reference;
use crate::base::{Actor, ConcernId, ConcernNumber, MediumId};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ledger;
use crate::moderation::{self, ActKind};
use crate::policy::{Deed, permit};

/// Gives a concern the files that came with it, in the deed of its filing. `instead`: the voice note stands instead of words.
pub(crate) fn attach(
    tx: &mut Tx<'_>,
    concern: ConcernId,
    number: ConcernNumber,
    stored: &[Stored],
    instead: bool,
) -> Result<()> {
    if stored.is_empty() {
        return Ok(());
    }
    for one in stored {
        store::insert(tx, concern, one, instead)?;
    }
    let kinds: Vec<&str> = stored.iter().map(|one| one.kind.as_str()).collect();
    ledger::record(tx, &Actor::Visitor, "media.add", format!("concern {number}"), &kinds.join(" "))
}

/// A moderator shows these and hides all others (of a voice note: what was written down of it).
pub(in crate::concerns) fn choose(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    shown: &[MediumId],
) -> Result<()> {
    let concern = concerns::find(tx.conn, number)?.ok_or(Error::NotFound)?;
    let facts = concerns::facts_for(tx.conn, actor, r, &concern)?;
    permit(actor, &Deed::ModerateConcern(&facts))?;
    let committee = facts.committees.iter().copied().find(|c| actor.committees().contains(c));
    let mut count = 0;
    let all = store::of(tx.conn, concern.id)?;
    let choosable: Vec<&Medium> = all.iter().filter(|m| m.kind == Kind::Voice || m.is_kept()).collect();
    for medium in &choosable {
        let showing = if shown.contains(&medium.id) { Showing::Published } else { Showing::Hidden };
        count += usize::from(showing == Showing::Published);
        // Everybody may know that a photo was looked at before it was shown, and whether a part of it is black.
        if medium.is_photo() && showing == Showing::Published && medium.state != showing {
            let masked = moderation::redactions::is_masked(tx.conn, medium.id)?;
            let act = if masked { ActKind::PhotoMasked } else { ActKind::PhotoWhole };
            moderation::note(tx, committee, act, "photo", "")?;
        }
        store::set_showing(tx, medium.id, showing)?;
    }
    let detail = format!("{count} of {}", choosable.len());
    ledger::record(tx, actor, "media.choose", format!("concern {number}"), &detail)
}

/// A moderator shows everything: for the demo.
pub(crate) fn show_all(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, number: ConcernNumber) -> Result<()> {
    let concern = concerns::find(tx.conn, number)?.ok_or(Error::NotFound)?;
    let all: Vec<MediumId> = store::of(tx.conn, concern.id)?.iter().map(|medium| medium.id).collect();
    choose(tx, actor, r, number, &all)
}

/// The unit writes down what was said. Where there are no other words, these become the concern's.
pub(super) fn transcribe(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    id: MediumId,
    words: &str,
) -> Result<()> {
    let concern = concerns::find(tx.conn, number)?.ok_or(Error::NotFound)?;
    permit(actor, &Deed::WorkFile(&concerns::facts_for(tx.conn, actor, r, &concern)?))?;
    let medium = store::get(tx.conn, id)?;
    if medium.concern_id != concern.id || medium.kind != Kind::Voice {
        return Err(Error::NotFound);
    }
    let sealed = sealing::close(tx, concern.id, Part::File, words)?;
    store::set_transcript(tx, id, &sealed)?;
    // What a moderator has shown to everybody is not changed behind their back.
    if medium.instead && !concern.is_public() {
        store::give_words(tx, concern.id, &sealed, &search_text(number, sealed.as_str()))?;
    }
    let event = NewEvent::new(EventKind::Transcribed, actor.function_in(concern.unit_id), Readers::Reporter)
        .of(concern.unit_id.raw())
        .saying(words);
    insert_event(tx, actor, concern.id, &event)?;
    ledger::record(tx, actor, "media.transcribe", format!("concern {number}"), "")
}
