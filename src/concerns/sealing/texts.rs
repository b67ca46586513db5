//! The texts of a concern: sealing those that lie open, and finding those that do where they should not. SQL only.

use diesel::prelude::*;

use super::Part;
use crate::base::ConcernId;
use crate::concerns::model::search_text;
use crate::concerns::{store, texts};
use crate::db::schema::{
    checkback_words, checkbacks, concern_answers, concern_events, concerns, desk_texts, media, referrals, word_seals,
};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::seal::{Veil, Veiled};

/// Seals what was told of threats.
pub(super) fn seal_threats(tx: &mut Tx<'_>, id: ConcernId, veil: &Veil) -> Result<()> {
    let told: Vec<(i64, Veiled)> = checkback_words::table
        .inner_join(checkbacks::table)
        .filter(checkbacks::concern_id.eq(id).and(checkback_words::body.ne("")))
        .select((checkback_words::id, checkback_words::body))
        .load(tx.conn)?;
    for (row, body) in told {
        let sealed = veil.close(body.as_str(), tx.entropy)?;
        diesel::update(checkback_words::table.find(row)).set(checkback_words::body.eq(sealed)).execute(tx.conn)?;
    }
    Ok(())
}

/// Seals what lies open of a file: all that was written in it and of it.
pub(super) fn seal_file(tx: &mut Tx<'_>, id: ConcernId, veil: &Veil) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    let close = |text: &Veiled, tx: &Tx<'_>| veil.close(text.as_str(), tx.entropy);
    diesel::update(concerns::table.find(id))
        .set((
            concerns::words.eq(close(&concern.words, tx)?),
            concerns::landmark.eq(close(&concern.landmark, tx)?),
            concerns::folded.eq(search_text(concern.number(), "")),
        ))
        .execute(tx.conn)?;
    let events: Vec<(i64, Veiled)> = concern_events::table
        .filter(concern_events::concern_id.eq(id).and(concern_events::body.ne("")))
        .select((concern_events::id, concern_events::body))
        .load(tx.conn)?;
    for (event, body) in events {
        let sealed = close(&body, tx)?;
        diesel::update(concern_events::table.find(event)).set(concern_events::body.eq(sealed)).execute(tx.conn)?;
    }
    let answers: Vec<(i64, Veiled, Veiled, Veiled)> = concern_answers::table
        .filter(concern_answers::concern_id.eq(id))
        .select((concern_answers::id, concern_answers::value, concern_answers::said_fr, concern_answers::said_bm))
        .load(tx.conn)?;
    for (answer, value, fr, bm) in answers {
        diesel::update(concern_answers::table.find(answer))
            .set((
                concern_answers::value.eq(close(&value, tx)?),
                concern_answers::said_fr.eq(close(&fr, tx)?),
                concern_answers::said_bm.eq(close(&bm, tx)?),
            ))
            .execute(tx.conn)?;
    }
    let errands: Vec<(i64, Veiled, Veiled)> = referrals::table
        .filter(referrals::concern_id.eq(id))
        .select((referrals::id, referrals::note, referrals::answer))
        .load(tx.conn)?;
    for (errand, note, answer) in errands {
        diesel::update(referrals::table.find(errand))
            .set((referrals::note.eq(close(&note, tx)?), referrals::answer.eq(close(&answer, tx)?)))
            .execute(tx.conn)?;
    }
    let notes: Vec<(i64, Veiled)> = media::table
        .filter(media::concern_id.eq(id).and(media::transcript.ne("")))
        .select((media::id, media::transcript))
        .load(tx.conn)?;
    for (note, text) in notes {
        let sealed = close(&text, tx)?;
        diesel::update(media::table.find(note)).set(media::transcript.eq(sealed)).execute(tx.conn)?;
    }
    Ok(())
}

/// Texts of sealed concerns that can be read all the same, as « table id »: there must be none. `sigida check` asks.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn plain_texts(conn: &mut Conn) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut look = |place: &str, rows: Vec<(i64, Vec<Veiled>)>| {
        let open = rows.into_iter().filter(|(_, texts)| texts.iter().any(|text| !text.is_hidden()));
        found.extend(open.map(|(id, _)| format!("{place} {id}")));
    };
    let own: Vec<(i64, Veiled, Veiled)> = concerns::table
        .inner_join(word_seals::table.on(word_seals::concern_id.eq(concerns::id).and(word_seals::part.eq(Part::File))))
        .select((concerns::id, concerns::words, concerns::landmark))
        .load(conn)?;
    look("concern", own.into_iter().map(|(id, words, landmark)| (id, vec![words, landmark])).collect());
    let events: Vec<(i64, Veiled)> = concern_events::table
        .inner_join(
            word_seals::table
                .on(word_seals::concern_id.eq(concern_events::concern_id).and(word_seals::part.eq(Part::File))),
        )
        .select((concern_events::id, concern_events::body))
        .load(conn)?;
    look("event", events.into_iter().map(|(id, body)| (id, vec![body])).collect());
    let answers: Vec<(i64, Veiled, Veiled, Veiled)> = concern_answers::table
        .inner_join(
            word_seals::table
                .on(word_seals::concern_id.eq(concern_answers::concern_id).and(word_seals::part.eq(Part::File))),
        )
        .select((concern_answers::id, concern_answers::value, concern_answers::said_fr, concern_answers::said_bm))
        .load(conn)?;
    look("answer", answers.into_iter().map(|(id, value, fr, bm)| (id, vec![value, fr, bm])).collect());
    let errands: Vec<(i64, Veiled, Veiled)> = referrals::table
        .inner_join(
            word_seals::table.on(word_seals::concern_id.eq(referrals::concern_id).and(word_seals::part.eq(Part::File))),
        )
        .select((referrals::id, referrals::note, referrals::answer))
        .load(conn)?;
    look("referral", errands.into_iter().map(|(id, note, answer)| (id, vec![note, answer])).collect());
    let notes: Vec<(i64, Veiled)> = media::table
        .inner_join(
            word_seals::table.on(word_seals::concern_id.eq(media::concern_id).and(word_seals::part.eq(Part::File))),
        )
        .select((media::id, media::transcript))
        .load(conn)?;
    look("voice note", notes.into_iter().map(|(id, text)| (id, vec![text])).collect());
    let told: Vec<(i64, Veiled)> = checkback_words::table
        .inner_join(checkbacks::table)
        .inner_join(
            word_seals::table
                .on(word_seals::concern_id.eq(checkbacks::concern_id).and(word_seals::part.eq(Part::Threats))),
        )
        .select((checkback_words::id, checkback_words::body))
        .load(conn)?;
    look("word on a threat", told.into_iter().map(|(id, body)| (id, vec![body])).collect());
    found.extend(indexed(conn)?);
    Ok(found)
}

/// Sealed concerns of which the searches know more than number and place.
fn indexed(conn: &mut Conn) -> Result<Vec<String>> {
    let rows: Vec<(ConcernId, String, Option<String>)> = concerns::table
        .inner_join(word_seals::table.on(word_seals::concern_id.eq(concerns::id).and(word_seals::part.eq(Part::File))))
        .left_join(desk_texts::table.on(desk_texts::concern_id.eq(concerns::id)))
        .select((concerns::id, concerns::folded, desk_texts::folded.nullable()))
        .load(conn)?;
    let mut found = Vec::new();
    for (id, folded, desk) in rows {
        let number = store::get(conn, id)?.number();
        let expected = texts::whole(conn, id)?;
        if folded != search_text(number, "") || desk.is_some_and(|desk| desk != expected) {
            found.push(format!("index of concern {}", id.raw()));
        }
    }
    Ok(found)
}
