//! The reporter's side, on the code page: the question when it is due, and what oversight answers to a yes.

use super::model::{Answer, Words, acts, due};
use super::{actions, store};
use crate::base::{ConcernId, Function, Time};
use crate::concerns::model::Event;
use crate::concerns::parts::said;
use crate::concerns::public::again;
use crate::concerns::sealing::{self, Part, Reporter};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Answer as Sent, Cx, Form, Notice};

/// The longest text, in characters.
const LONG: usize = 2_000;

/// What the code page shows of it.
#[derive(Clone)]
pub(crate) struct Standing {
    /// After how many days it asks now.
    pub(crate) due: Option<i64>,
    words: Vec<Words>,
    told: Option<Time>,
    /// How the reporter stands to them.
    pub(crate) reads: sealing::Words,
}

/// A word about the threat, ready to be drawn.
pub(crate) struct Said {
    /// Class of the bubble.
    pub(crate) class: &'static str,
    /// Who.
    pub(crate) who: String,
    /// When.
    pub(crate) when: String,
    /// What.
    pub(crate) body: String,
}

impl Said {
    /// Drawn from a row.
    pub(super) fn new(l: L, words: &Words) -> Said {
        let resident = words.function == Function::Resident;
        Said {
            class: if resident { "resident" } else { "unit" },
            who: crate::concerns::words::function(l, words.function).as_str().to_owned(),
            when: l.datetime(words.at.civil()),
            body: said(l, &words.body),
        }
    }
}

impl Standing {
    /// Reads it for a concern whose events are known.
    pub(crate) fn read(
        conn: &mut Conn,
        concern: ConcernId,
        events: &[Event],
        reporter: &Reporter,
        now: Time,
    ) -> Result<Standing> {
        let due = due(&acts(events), store::last_answer(conn, concern)?, now);
        let threats = store::threats_of(conn, concern)?;
        let mut words = Vec::new();
        for threat in threats.iter().rev() {
            words.extend(store::words(conn, threat.id)?);
        }
        let reads = sealing::of_reporter(conn, concern, Part::Threats, reporter)?;
        reads.unveil(&mut words);
        Ok(Standing { due, reads, words, told: threats.first().map(|t| t.at) })
    }

    /// The day a threat was told of, if one was.
    pub(crate) fn told(&self, l: &L) -> Option<String> {
        self.told.map(|at| l.date(at.civil().date()))
    }

    /// What was written.
    pub(crate) fn said(&self, l: &L) -> Vec<Said> {
        self.words.iter().map(|words| Said::new(*l, words)).collect()
    }
}

/// The answer to the question.
pub(crate) async fn answer(cx: Cx, mut form: Form) -> Sent {
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let answer = form.pick("threatened", Answer::parse);
    let words = form.words("threat", 0, LONG);
    let Some((answer, words)) = form.done(answer.zip(words)) else { return again(&cx, &form, id).await };
    cx.deed(&form, move |tx| actions::answer(tx, id, answer, &words)).await?;
    cx.see_done(urls::followed(cx.lang()), Notice::Sent)
}

/// A further word to oversight.
pub(crate) async fn write(cx: Cx, mut form: Form) -> Sent {
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let body = form.words("to_oversight", 2, LONG);
    let Some(body) = form.done(body) else { return again(&cx, &form, id).await };
    cx.deed(&form, move |tx| actions::write(tx, id, &body)).await?;
    cx.see_done(urls::followed(cx.lang()), Notice::Sent)
}
