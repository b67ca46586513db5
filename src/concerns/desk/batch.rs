//! One deed with several files: ticked in the inbox, done one by one. Each is permitted and recorded on its own, so that one refused
//! leaves the others done; the page that answers says which were done and which were not, and why.

use std::sync::Arc;

use askama::Template;

use super::super::actions::{self, Said};
use super::super::model::Move;
use super::super::parts::glimpse;
use super::super::store as concerns;
use super::store::Officer;
use super::{inbox, replies};
use crate::areas::Purpose;
use crate::base::{AccountId, ConcernNumber, TemplateId};
use crate::error::{Error, Refusal, Result};
use crate::i18n::{L, Text};
use crate::policy::{Audience, Deed, permit};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// Files of one batch at most: twice what a page shows.
const MOST: usize = 40;

/// What the inbox offers to do with those ticked.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) action: String,
    pub(super) templates: Vec<(String, String)>,
    /// Whoever files can be given to; nobody for who leads nothing.
    pub(super) officers: Vec<(String, String)>,
}

impl Batch {
    pub(super) fn new(cx: &Cx, action: String, officers: &[Officer]) -> Batch {
        let answers = cx.r.replies.iter().filter(|t| t.active && t.purpose.serves(Purpose::Answer));
        Batch {
            action,
            templates: answers.map(|t| (t.id.to_string(), t.name(cx.lang()).to_owned())).collect(),
            officers: officers.iter().map(|o| (o.id.to_string(), o.name.clone())).collect(),
        }
    }
}

/// What is done with each.
#[derive(Debug, Clone, Copy)]
enum What {
    Answer(TemplateId),
    Start,
    Assign(AccountId),
    Priority(bool),
}

/// Which files, and what with them.
fn parse(form: &mut Form) -> Option<(Vec<ConcernNumber>, What)> {
    let mut numbers: Vec<ConcernNumber> = form.all("file").iter().filter_map(|n| n.parse().ok()).collect();
    numbers.sort();
    numbers.dedup();
    match numbers.len() {
        0 => form.fail("file", L::batch_none),
        n if n > MOST => form.fail("file", L::batch_many),
        _ => {}
    }
    let what = match form.value("deed") {
        "answer" => form.pick("template", |id| id.parse().ok()).map(What::Answer),
        "start" => Some(What::Start),
        "assign" => form.pick("assignee", |id| id.parse().ok()).map(What::Assign),
        "urgent" => Some(What::Priority(true)),
        "usual" => Some(What::Priority(false)),
        _ => {
            form.fail("file", L::form_choose);
            None
        }
    };
    form.done(what.map(|what| (numbers, what)))
}

/// `POST /{l}/desk/batch`
pub(super) async fn act(cx: Cx, mut form: Form) -> Answer {
    let Some((numbers, what)) = parse(&mut form) else { return inbox::again(&cx, form).await };
    let (mut done, mut refused) = (Vec::new(), Vec::new());
    for number in numbers {
        let line = line(&cx, number).await?;
        match one(&cx, &form, number, what).await {
            Ok(()) => done.push(line),
            Err(why) => refused.push(Line { why: why.say(cx.l), ..line }),
        }
    }
    let (word, icon) = what.word(cx.l);
    let page = cx.page();
    let ask = inbox::Ask::of(&cx);
    let home = ask.at(&inbox::home(&cx), ask.tab(), cx.query("after"));
    cx.html(&DonePage { page, home, word, icon, done, refused })
}

/// Why one was not done.
enum Why {
    Error(Error),
    Unsaid(replies::Unsaid),
    OtherKind,
}

impl From<Error> for Why {
    fn from(error: Error) -> Why {
        Why::Error(error)
    }
}

impl Why {
    fn say(&self, l: L) -> String {
        match self {
            Why::Error(Error::Refused(Refusal::AlreadyDone)) => l.batch_already().as_str().to_owned(),
            Why::Error(error) => {
                if matches!(error, Error::Internal(_) | Error::Database(_)) {
                    tracing::error!(%error, "one of a batch failed");
                }
                web::sentence(l, error)
            }
            Why::Unsaid(why) => why.say(l),
            Why::OtherKind => l.batch_other_kind().as_str().to_owned(),
        }
    }
}

/// Does it with one file.
async fn one(cx: &Cx, form: &Form, number: ConcernNumber, what: What) -> std::result::Result<(), Why> {
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let part = number.to_string();
    if let What::Answer(template) = what {
        let (said, body) = answer(cx, number, template).await?;
        return Ok(cx.deed_part(form, &part, move |tx| actions::say(tx, &actor, &r, number, said, &body)).await?);
    }
    let done = cx.deed_part(form, &part, move |tx| match what {
        What::Start => actions::change_state(tx, &actor, &r, number, (Move::Start, None), ""),
        What::Assign(to) => actions::give(tx, &actor, &r, number, to),
        What::Priority(first) => actions::prioritise(tx, &actor, &r, number, first),
        What::Answer(_) => Err(Error::internal("an answer without its words")),
    });
    Ok(done.await?)
}

/// A template's words for one file, and who reads them: everybody who may read the file.
async fn answer(cx: &Cx, number: ConcernNumber, id: TemplateId) -> std::result::Result<(Said, String), Why> {
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    let read = cx.read(move |conn| {
        let concern = concerns::find(conn, number)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::WorkFile(&concerns::facts_for(conn, &actor, &r, &concern)?))?;
        if !concern.state.is_open() {
            return Err(Error::Refused(Refusal::ConcernClosed));
        }
        let said = if concern.audience == Audience::Public { Said::PublicAnswer } else { Said::PrivateAnswer };
        let template = replies::find(&r, &concern, Purpose::Answer, id);
        Ok((said, template.map(|t| replies::written(conn, &r, &concern, t, now)).transpose()?))
    });
    match read.await? {
        (said, Some(Ok(words))) => Ok((said, words)),
        (_, Some(Err(why))) => Err(Why::Unsaid(why)),
        (_, None) => Err(Why::OtherKind),
    }
}

/// A file of the batch, as the answer names it.
struct Line {
    number: String,
    /// Where it leads and what it says, for who may read it now.
    file: Option<(String, String)>,
    why: String,
}

async fn line(cx: &Cx, number: ConcernNumber) -> Result<Line> {
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let read = cx.read(move |conn| {
        let Some(concern) = concerns::find(conn, number)? else { return Ok(None) };
        let facts = concerns::facts_for(conn, &actor, &r, &concern)?;
        Ok(crate::policy::may(&actor, &Deed::WorkFile(&facts)).then_some(concern))
    });
    let file = read
        .await?
        .map(|concern| (urls::desk_concern(cx.lang(), number), glimpse(cx.l, concern.audience, &concern.words)));
    Ok(Line { number: number.to_string(), file, why: String::new() })
}

#[derive(Template)]
#[template(path = "desk/batch.html")]
struct DonePage {
    page: Page,
    home: String,
    word: Text,
    icon: &'static str,
    done: Vec<Line>,
    refused: Vec<Line>,
}

impl What {
    fn word(self, l: L) -> (Text, &'static str) {
        match self {
            What::Answer(_) => (l.batch_answer(), "answer"),
            What::Start => (l.desk_start(), "in-progress"),
            What::Assign(_) => (l.batch_assign(), "assign"),
            What::Priority(true) => (l.batch_urgent(), "star"),
            What::Priority(false) => (l.batch_usual(), "star"),
        }
    }
}
