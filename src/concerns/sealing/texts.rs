//! The texts of a concern: sealing those that lie open, and finding one that does where it should not. SQL only.

use diesel::prelude::*;

use super::Part;
use crate::base::ConcernId;
use crate::concerns::texts;
use crate::db::schema::{
    appeals, checkback_words, checkbacks, concern_answers, concern_events, concerns, media, referrals, rights_requests,
    word_seals,
};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::moderation::TargetKind;
use crate::seal::{SEALED_LIKE, Veil, Veiled};

/// Rows in memory at a time.
const BATCH: i64 = 500;

/// The one list of what is written in a concern and of it: part, what a row is called, its columns of text, where it stands, and the
/// column that tells of which concern it is. What is sealed and what `sigida check` looks at come from it.
macro_rules! texts {
    ($($part:ident $what:literal: $table:ident[$($column:ident),+] of $from:expr, $concern:expr;)+) => {
        /// Seals what lies open of a part.
        pub(super) fn seal(tx: &mut Tx<'_>, (id, part): (ConcernId, Part), veil: &Veil) -> Result<()> {
            $(if part == Part::$part {
                let rows: Vec<(i64, ($(texts!(@row $column),)+))> = $from
                    .filter($concern.eq(id))
                    .select(($table::id, ($($table::$column,)+)))
                    .load(tx.conn)?;
                for (row, ($($column,)+)) in rows {
                    if $($column.is_closed())||+ {
                        return Err(Error::internal("what is sealed already would be lost"));
                    }
                    let sealed = ($($table::$column.eq(veil.close($column.as_str(), tx.entropy)?),)+);
                    diesel::update($table::table.find(row)).set(sealed).execute(tx.conn)?;
                }
            })+
            Ok(())
        }

        /// A text of a sealed part that can be read all the same, as « table id »: there must be none. `sigida check` asks.
        ///
        /// # Errors
        /// When the database cannot be read.
        pub(crate) fn plain_text(conn: &mut Conn) -> Result<Option<String>> {
            $({
                let mut last = i64::MIN;
                loop {
                    let seal = word_seals::concern_id.eq($concern).and(word_seals::part.eq(Part::$part));
                    let rows: Vec<(i64, ($(texts!(@row $column),)+))> = $from
                        .inner_join(word_seals::table.on(seal))
                        .filter($table::id.gt(last))
                        .order($table::id)
                        .limit(BATCH)
                        .select(($table::id, ($($table::$column,)+)))
                        .load(conn)?;
                    let Some((end, _)) = rows.last() else { break };
                    last = *end;
                    for (row, ($($column,)+)) in rows {
                        if !($($column.is_hidden())&&+) {
                            return Ok(Some(format!("{} {row}", $what)));
                        }
                    }
                }
            })+
            Ok(texts::telling(conn)?.map(|id| format!("index of concern {}", id.raw())))
        }

        /// True while something lies open in a sealed part, because an earlier version did not seal such texts.
        ///
        /// # Errors
        /// When the database cannot be read.
        pub(crate) fn is_left(conn: &mut Conn) -> Result<bool> {
            $($({
                let seal = word_seals::concern_id.eq($concern).and(word_seals::part.eq(Part::$part));
                let left = $from
                    .inner_join(word_seals::table.on(seal))
                    .filter($table::$column.ne("").and($table::$column.not_like(SEALED_LIKE)));
                if diesel::select(diesel::dsl::exists(left)).get_result(conn)? {
                    return Ok(true);
                }
            })+)+
            Ok(false)
        }

        /// Seals some of what lies open in a sealed part, because an earlier version did not seal such texts; how many there were.
        /// That needs no secret.
        ///
        /// # Errors
        /// When sealing or the database refuses.
        pub(crate) fn seal_left(tx: &mut Tx<'_>) -> Result<usize> {
            let mut done = 0;
            $($({
                let seal = word_seals::concern_id.eq($concern).and(word_seals::part.eq(Part::$part));
                let left: Vec<(i64, Veiled, Vec<u8>)> = $from
                    .inner_join(word_seals::table.on(seal))
                    .filter($table::$column.ne("").and($table::$column.not_like(SEALED_LIKE)))
                    .limit(BATCH)
                    .select(($table::id, $table::$column, word_seals::public_key))
                    .load(tx.conn)?;
                done += left.len();
                for (row, text, public) in left {
                    let sealed = Veil::of(public).close(text.as_str(), tx.entropy)?;
                    diesel::update($table::table.find(row)).set($table::$column.eq(sealed)).execute(tx.conn)?;
                }
            })+)+
            Ok(done)
        }
    };
    (@row $column:ident) => { Veiled };
}

texts! {
    File "concern": concerns[words, landmark] of concerns::table, concerns::id;
    File "event": concern_events[body] of concern_events::table, concern_events::concern_id;
    File "answer": concern_answers[value, said_fr, said_bm] of concern_answers::table, concern_answers::concern_id;
    File "referral": referrals[note, answer] of referrals::table, referrals::concern_id;
    File "photo or voice note": media[transcript, file_key] of media::table, media::concern_id;
    // What its reporter asks of their own data; a request about an account names no concern.
    File "request about data": rights_requests[words, correction]
        of rights_requests::table, rights_requests::concern_id.assume_not_null();
    // What was said while everybody could read it, against what a moderator decided.
    File "appeal": appeals[words, answer]
        of appeals::table.filter(appeals::target_kind.eq(TargetKind::Concern)), appeals::target_id;
    Threats "word on a threat": checkback_words[body] of checkback_words::table.inner_join(checkbacks::table), checkbacks::concern_id;
}
