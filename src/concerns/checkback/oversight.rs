//! Oversight's side: the threats that reporters told of, and the answer to each. Of the concern they see what it is about and
//! which unit works on it; its words only where everybody reads them.

use askama::Template;

use super::model::{Checkback, Words};
use super::reporter::Said;
use super::{actions, store};
use crate::base::{CheckbackId, ConcernId};
use crate::concerns::model::Concern;
use crate::concerns::sealing::{self, Part, Sight};
use crate::concerns::store as concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::Text;
use crate::policy::{Audience, Deed, permit};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// The longest answer, in characters.
const LONG: usize = 3_000;

/// How many threats are open, for the oversight's own page.
pub(crate) fn open(conn: &mut Conn) -> Result<i64> {
    store::open(conn)
}

struct Line {
    href: String,
    number: String,
    unit: String,
    when: String,
    days: String,
    state: (&'static str, &'static str, Text),
}

fn standing(cx: &Cx, threat: &Checkback) -> (&'static str, &'static str, Text) {
    match threat.closed_at {
        None => ("soon", "clock", cx.l.checkback_open()),
        Some(_) => ("closed", "closed", cx.l.checkback_closed()),
    }
}

#[derive(Template)]
#[template(path = "desk/threats.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    first: String,
    next: String,
}

/// `/{l}/oversight/threats`
pub(crate) async fn list(cx: Cx) -> Answer {
    permit(&cx.actor, &Deed::AnswerThreat)?;
    let cursor = cx.cursor();
    let (slice, concerns) = cx
        .read(move |conn| {
            let slice = store::page(conn, cursor)?;
            let ids: Vec<ConcernId> = slice.items.iter().map(|t| t.concern_id).collect();
            let concerns = ids.into_iter().map(|id| concerns::get(conn, id)).collect::<Result<Vec<_>>>()?;
            Ok((slice, concerns))
        })
        .await?;
    let (l, page) = (cx.l, cx.page());
    let line = |(threat, concern): (&Checkback, &Concern)| Line {
        href: urls::threat(cx.lang(), threat.id),
        number: concern.number().to_string(),
        unit: cx.r.unit_name(concern.unit_id).to_owned(),
        when: page.date(&threat.at),
        days: l.checkback_after(threat.days),
        state: standing(&cx, threat),
    };
    let lines = slice.items.iter().zip(&concerns).map(line).collect();
    let (first, next) = crate::concerns::parts::pager(cx.lang(), &page.here, cursor, slice.next);
    cx.html(&ListPage { page, lines, first, next })
}

#[derive(Template)]
#[template(path = "desk/threat.html")]
struct FilePage {
    page: Page,
    form: Form,
    /// Where the reader's key is opened, while the words want it; and whether somebody else must come first.
    shut: Option<String>,
    not_given: bool,
    action: String,
    number: String,
    /// Where the concern is to be read: in public, or at oversight's own desk; empty where oversight does not read it.
    concern: String,
    kind: String,
    place: String,
    unit: String,
    told: String,
    days: String,
    state: (&'static str, &'static str, Text),
    closed: bool,
    said: Vec<Said>,
}

struct File {
    threat: Checkback,
    concern: Concern,
    words: Vec<Words>,
    /// How the reader stands to them.
    reads: sealing::Words,
}

async fn load(cx: &Cx) -> Result<File> {
    permit(&cx.actor, &Deed::AnswerThreat)?;
    sealing::settle(cx).await?;
    let (id, key, now): (CheckbackId, _, _) = (cx.id("id")?, cx.key(), cx.now);
    cx.read(move |conn| {
        let threat = store::threat(conn, id)?;
        let concern = concerns::get(conn, threat.concern_id)?;
        let mut words = store::words(conn, id)?;
        let reads = sealing::of_reader(conn, (concern.id, Part::Threats), key.as_deref(), now)?;
        reads.unveil(&mut words);
        Ok(File { threat, concern, words, reads })
    })
    .await
}

/// Whoever reads it is in the ledger before they see it. Where nothing was written there is nothing to read.
async fn record(cx: &Cx, file: &File) -> Result<()> {
    match file.words.is_empty() {
        true => Ok(()),
        false => sealing::record(cx, actions::object(file.threat.id), &file.reads, Sight::Threats).await,
    }
}

fn view(cx: &Cx, File { threat, concern, words, reads }: &File, form: Form) -> FilePage {
    let (l, r, lang, page) = (cx.l, &cx.r, cx.lang(), cx.page());
    // What a desk alone reads is not told by its kind either.
    let kind = match concern.audience {
        Audience::Sealed => l.checkback_kind_sealed().as_str().to_owned(),
        _ => r.category_name(concern.category_id, lang).to_owned(),
    };
    FilePage {
        form,
        shut: reads.is_shut().then(|| urls::key_then(lang, &page.here)),
        not_given: reads.is_not_given(),
        action: urls::threat(lang, threat.id),
        number: concern.number().to_string(),
        concern: match concern.audience {
            Audience::Oversight => urls::desk_concern(lang, concern.number()),
            _ if concern.is_public() => urls::concern(lang, concern.number()),
            _ => String::new(),
        },
        kind,
        place: r.place_name(concern.area_id),
        unit: r.unit_name(concern.unit_id).to_owned(),
        told: page.datetime(&threat.at),
        days: l.checkback_after(threat.days),
        state: standing(cx, threat),
        closed: threat.closed_at.is_some(),
        said: words.iter().map(|words| Said::new(l, words)).collect(),
        page,
    }
}

/// `/{l}/oversight/threats/{id}`
pub(crate) async fn show(cx: Cx) -> Answer {
    let file = load(&cx).await?;
    record(&cx, &file).await?;
    cx.html(&view(&cx, &file, Form::blank()))
}

/// Answers the reporter, closes the file, or opens it again.
pub(crate) async fn act(cx: Cx, mut form: Form) -> Answer {
    let file = load(&cx).await?;
    let (id, actor) = (file.threat.id, cx.actor.clone());
    let back = urls::threat(cx.lang(), id);
    match form.value("deed") {
        "close" | "reopen" => {
            let closed = form.value("deed") == "close";
            cx.deed(&form, move |tx| actions::set_closed(tx, &actor, id, closed)).await?;
            cx.see_done(back, Notice::Changed)
        }
        _ => {
            let body = form.words("reply", 5, LONG);
            let Some(body) = form.done(body) else {
                record(&cx, &file).await?;
                return cx.invalid(&view(&cx, &file, form));
            };
            cx.deed(&form, move |tx| actions::reply(tx, &actor, id, &body)).await?;
            cx.see_done(back, Notice::Sent)
        }
    }
}
