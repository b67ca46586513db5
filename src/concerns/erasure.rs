//! Taking a person's words out of a concern, or putting others in their place. Number, dates, state and kind stay as they are, so
//! that no figure changes; the timeline says that it was done, never what stood there.

use diesel::prelude::*;

use super::model::{EventKind, Moderation, Readers, search_text};
use super::sealing::{self, Part};
use super::store::{self, NewEvent, insert_event};
use super::{answers, media, texts};
use crate::base::{AccountId, Actor, ConcernId, Function, Time};
use crate::db::schema::{checkback_words, checkbacks, concern_events, concerns};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::L;
use crate::moderation;
use crate::policy::Audience;
use crate::seal::Veiled;

/// Why words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// The person asked.
    Asked,
    /// The time they are kept is over.
    Time,
}

impl Why {
    const fn word(self) -> &'static str {
        match self {
            Why::Asked => "erased",
            Why::Time => "purged",
        }
    }
}

/// Takes the words, the landmark, the messages, the answers, photos and voice notes and the tie to an account out of a concern. Its identity is custody's.
pub(crate) fn erase(tx: &mut Tx<'_>, actor: &Actor, id: ConcernId, why: Why) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    let l = L::new(concern.lang);
    let gone = match why {
        Why::Asked => l.rights_gone_asked().as_str(),
        Why::Time => l.rights_gone_time().as_str(),
    };
    // In a sealed file even this lies sealed, so that nothing there is ever found readable.
    let sealed = sealing::close(tx, id, Part::File, gone)?;
    diesel::update(concerns::table.find(id))
        .set((
            concerns::words.eq(&sealed),
            concerns::landmark.eq(""),
            concerns::folded.eq(search_text(concern.number(), "")),
            concerns::account_id.eq(None::<AccountId>),
        ))
        .execute(tx.conn)?;
    let theirs = concern_events::table.filter(
        concern_events::concern_id.eq(id).and(concern_events::function.eq_any([Function::Resident, Function::Relay])),
    );
    diesel::update(theirs.filter(concern_events::body.ne("")))
        .set(concern_events::body.eq(&sealed))
        .execute(tx.conn)?;
    let threats = checkbacks::table.filter(checkbacks::concern_id.eq(id)).select(checkbacks::id);
    let told = checkback_words::table
        .filter(checkback_words::checkback_id.eq_any(threats).and(checkback_words::function.eq(Function::Resident)));
    let sealed = sealing::close(tx, id, Part::Threats, gone)?;
    diesel::update(told).set(checkback_words::body.eq(sealed)).execute(tx.conn)?;
    answers::forget(tx, id)?;
    media::forget(tx, id)?;
    moderation::redactions::erase_of(tx, moderation::Target::concern(id))?;
    moderation::appeals::forget(tx, moderation::Target::concern(id))?;
    texts::rebuild(tx, id)?;
    tell(tx, actor, id, Readers::Public, why.word())
}

/// Puts other words in the place of those that are there. What everybody read is read by the committee again.
/// Sealed words are sealed to the concern's own pair: they are moved as they are, and nobody reads them on the way.
pub(crate) fn correct(tx: &mut Tx<'_>, actor: &Actor, id: ConcernId, words: &Veiled) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    let moderation = match concern.moderation {
        Moderation::Published => Moderation::Waiting,
        other => other,
    };
    let words = match words.is_closed() {
        true => words.clone(),
        false => sealing::close(tx, id, Part::File, words.as_str())?,
    };
    diesel::update(concerns::table.find(id))
        .set((
            concerns::words.eq(&words),
            concerns::folded.eq(search_text(concern.number(), words.as_str())),
            concerns::moderation.eq(moderation),
        ))
        .execute(tx.conn)?;
    texts::rebuild(tx, id)?;
    tell(tx, actor, id, Readers::Public, "corrected")
}

/// Says on the timeline that a request was answered with no.
pub(crate) fn tell_refused(tx: &mut Tx<'_>, actor: &Actor, id: ConcernId) -> Result<()> {
    tell(tx, actor, id, Readers::Reporter, "refused")
}

fn tell(tx: &mut Tx<'_>, actor: &Actor, id: ConcernId, readers: Readers, what: &str) -> Result<()> {
    let function = if matches!(actor, Actor::System) { Function::System } else { Function::Admin };
    insert_event(tx, actor, id, &NewEvent::new(EventKind::Rights, function, readers).changing("", what))
}

/// True when the words were taken out at an instant or later, because the person asked.
pub(crate) fn was_asked_since(conn: &mut Conn, id: ConcernId, at: Time) -> Result<bool> {
    let asked = concern_events::table.filter(
        concern_events::concern_id
            .eq(id)
            .and(concern_events::kind.eq(EventKind::Rights))
            .and(concern_events::became.eq(Why::Asked.word()))
            .and(concern_events::at.ge(at)),
    );
    Ok(diesel::select(diesel::dsl::exists(asked)).get_result(conn)?)
}

/// Concerns closed before an instant that were never for everybody and whose words are still there.
pub(crate) fn worded(conn: &mut Conn, before: Time, limit: i64) -> Result<Vec<ConcernId>> {
    let purged = concern_events::table
        .filter(concern_events::kind.eq(EventKind::Rights).and(concern_events::became.eq_any(["erased", "purged"])))
        .select(concern_events::concern_id);
    Ok(concerns::table
        .filter(concerns::audience.ne(Audience::Public).and(concerns::closed_at.lt(before)))
        .filter(concerns::id.ne_all(purged))
        .order(concerns::closed_at)
        .limit(limit)
        .select(concerns::id)
        .load(conn)?)
}

/// What was done to the words, in words for a timeline.
pub(super) fn word(l: L, what: &str) -> crate::i18n::Text {
    match what {
        "corrected" => l.rights_event_corrected(),
        "refused" => l.rights_event_refused(),
        "masked" => l.redaction_event(),
        "purged" => l.rights_event_purged(),
        _ => l.rights_event_erased(),
    }
}
