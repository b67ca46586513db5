//! The deed: what everybody could read of a concern is overwritten, the original is sealed, the searches forget it.
//!
//! Never touched: what the reporter and the unit write to each other, which no moderator reads.

use diesel::prelude::*;

use super::super::actions::load;
use super::super::media::{self, Medium, Stored};
use super::super::model::{Concern, EventKind, Readers, search_text};
use super::super::store::{NewEvent, insert_event};
use super::super::texts;
use crate::areas::Reference;
use crate::base::{Actor, CommitteeId, ConcernId, ConcernNumber, Function, MediumId};
use crate::db::schema::{concern_events, concerns};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::moderation::Target;
use crate::moderation::redactions::{self, Masking, Original, blacken};
use crate::policy::{Deed, permit};

/// A concern before who moderates it, and in the name of which committee they do.
pub(super) fn moderated(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
) -> Result<(Concern, CommitteeId)> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::ModerateConcern(&facts))?;
    let committee = facts.committees.iter().copied().find(|c| actor.committees().contains(c));
    Ok((concern, committee.ok_or(Error::Forbidden)?))
}

/// What was written down of voice notes, as the timeline repeats it.
fn transcribed(conn: &mut Conn, id: ConcernId) -> Result<Vec<(i64, String)>> {
    Ok(concern_events::table
        .filter(concern_events::concern_id.eq(id).and(concern_events::kind.eq(EventKind::Transcribed)))
        .filter(concern_events::body.ne(""))
        .select((concern_events::id, concern_events::body))
        .load(conn)?)
}

/// Tells the reporter, and the unit, that a part is black; why stands on the code page.
pub(super) fn tell(tx: &mut Tx<'_>, actor: &Actor, concern: &Concern, committee: CommitteeId) -> Result<()> {
    let event = NewEvent::new(EventKind::Rights, Function::Moderator, Readers::Reporter).changing("", "masked");
    insert_event(tx, actor, concern.id, &event.of(committee.raw()))
}

/// Blacks out parts of a concern's words.
///
/// # Errors
/// Not permitted (D11: never for police); none of the parts stands there any more; no overseer has a key.
pub(crate) fn redact(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    masking: &Masking,
) -> Result<()> {
    let (concern, committee) = moderated(tx, actor, r, number)?;
    let (notes, events) = (media::of(tx.conn, concern.id)?, transcribed(tx.conn, concern.id)?);
    let words = blacken(concern.words.as_str(), &masking.parts);
    let of_notes: Vec<(MediumId, String)> =
        notes.iter().filter_map(|note| Some((note.id, blacken(note.transcript.as_str(), &masking.parts)?))).collect();
    let of_events: Vec<(i64, String)> =
        events.iter().filter_map(|(id, body)| Some((*id, blacken(body, &masking.parts)?))).collect();
    if words.is_none() && of_notes.is_empty() && of_events.is_empty() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let written =
        notes.iter().map(|note| note.transcript.as_str().to_owned()).chain(events.into_iter().map(|(_, body)| body));
    let mut before = vec![concern.words.as_str().to_owned()];
    written.for_each(|text| {
        if !text.is_empty() && !before.contains(&text) {
            before.push(text);
        }
    });
    let original = Original { words: before, ..Original::default() };
    redactions::keep(tx, actor, Target::concern(concern.id), committee, None, &original, &masking.reason)?;
    if let Some(words) = words {
        diesel::update(concerns::table.find(concern.id))
            .set((concerns::words.eq(&words), concerns::folded.eq(search_text(number, &words))))
            .execute(tx.conn)?;
    }
    for (id, text) in of_notes {
        media::rewrite(tx, id, &text)?;
    }
    for (id, body) in of_events {
        diesel::update(concern_events::table.find(id)).set(concern_events::body.eq(&body)).execute(tx.conn)?;
    }
    texts::rebuild(tx, concern.id)?;
    tell(tx, actor, &concern, committee)
}

/// Puts a blacked out photo in the place of one; the one before is sealed.
///
/// # Errors
/// Not permitted (D11: never for police); another photo stands there by now; no overseer has a key.
#[expect(clippy::too_many_arguments, reason = "a deed with its photo before and after")]
pub(super) fn redact_photo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    old: &Medium,
    before: &[u8],
    stored: &Stored,
    reason: &str,
) -> Result<()> {
    let (concern, committee) = moderated(tx, actor, r, number)?;
    if old.concern_id != concern.id {
        return Err(Error::NotFound);
    }
    let new = media::replace(tx, old, stored)?.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    let original = Original { photo: data_encoding::BASE64.encode(before), ..Original::default() };
    redactions::keep(tx, actor, Target::concern(concern.id), committee, Some(new), &original, reason)?;
    tell(tx, actor, &concern, committee)
}
