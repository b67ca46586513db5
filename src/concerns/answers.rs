//! Answers to the questions of a kind (R5): kept beside the concern, read by its reporter and its desk. An answer may point at
//! who gave it: no public page asks here.

use diesel::prelude::*;

use super::model::NewAnswer;
use super::parts;
use super::sealing::{self, Part};
use crate::areas::{Choice, Question, Reference};
use crate::base::{ConcernId, Lang, QuestionId};
use crate::db::schema::concern_answers;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::L;
use crate::seal::Veiled;

/// One answer, or one choice of several.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = concern_answers)]
pub(crate) struct Answer {
    question_id: QuestionId,
    pub(super) said_fr: Veiled,
    pub(super) said_bm: Veiled,
}

/// Keeps them, in the order they were asked.
pub(super) fn insert(tx: &mut Tx<'_>, concern: ConcernId, answers: &[NewAnswer]) -> Result<()> {
    for answer in answers {
        diesel::insert_into(concern_answers::table)
            .values((
                concern_answers::id.eq(tx.id::<crate::base::Question>()),
                concern_answers::concern_id.eq(concern),
                concern_answers::question_id.eq(answer.question),
                concern_answers::value.eq(sealing::close(tx, concern, Part::File, &answer.value)?),
                concern_answers::said_fr.eq(sealing::close(tx, concern, Part::File, &answer.said_fr)?),
                concern_answers::said_bm.eq(sealing::close(tx, concern, Part::File, &answer.said_bm)?),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Takes them away: the person asked for it, or their time is over.
pub(super) fn forget(tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
    diesel::delete(concern_answers::table.filter(concern_answers::concern_id.eq(concern))).execute(tx.conn)?;
    Ok(())
}

/// What was answered, in the order it was asked.
pub(crate) fn of(conn: &mut Conn, concern: ConcernId) -> Result<Vec<Answer>> {
    Ok(concern_answers::table
        .filter(concern_answers::concern_id.eq(concern))
        .order(concern_answers::id)
        .select(Answer::as_select())
        .load(conn)?)
}

/// Each question with its answer, in the reader's language; also of questions that are no longer asked.
pub(crate) fn told(r: &Reference, answers: &[Answer], l: L) -> Vec<(String, String)> {
    let lang = l.lang();
    let said = |a: &Answer| match lang {
        Lang::Bm if !a.said_bm.is_empty() => parts::said(l, &a.said_bm),
        _ => parts::said(l, &a.said_fr),
    };
    answers
        .chunk_by(|a, b| a.question_id == b.question_id)
        .filter_map(|chunk| {
            let question = r.question(chunk.first()?.question_id);
            let label = question.map_or("–", |q| q.label(lang)).to_owned();
            Some((label, chunk.iter().map(said).collect::<Vec<_>>().join(", ")))
        })
        .collect()
}

/// An answer that was typed; `fr` and `bm` say it to readers.
pub(crate) fn typed(question: &Question, value: impl ToString, fr: String, bm: String) -> NewAnswer {
    NewAnswer { question: question.id, value: value.to_string(), said_fr: fr, said_bm: bm }
}

/// An option that was chosen.
pub(crate) fn chosen(question: &Question, choice: &Choice<'_>) -> NewAnswer {
    typed(question, &choice.code, choice.fr.to_owned(), choice.bm.to_owned())
}
