//! The unit's side: whether the reporter gave a name, asking to open it with a reason, opening it once granted. What was opened
//! stands on the answer to that one form and nowhere else.

use std::sync::Arc;

use askama::Template;

use super::model::{Person, Standing as Where, Taken, last_ask, standing};
use super::store::Standing;
use super::{actions, step_word, store};
use crate::accounts::keyring;
use crate::base::{ConcernNumber, Time};
use crate::concerns::store as concerns;
use crate::concerns::words;
use crate::error::{Error, Result};
use crate::policy::{Deed, permit};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// The shortest and the longest reason, in characters.
pub(super) const REASON: (usize, usize) = (10, 600);

/// A step in a line.
pub(super) struct StepLine {
    /// Colour: who did it.
    pub(super) side: &'static str,
    pub(super) icon: &'static str,
    pub(super) what: &'static str,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) reason: String,
}

/// Steps as they are read, the newest first.
pub(super) fn lines(cx: &Cx, steps: &[Taken]) -> Vec<StepLine> {
    let icon = |step: super::Step| match step {
        super::Step::Asked => "ask",
        super::Step::Granted => "ok",
        super::Step::Refused => "refuse",
        super::Step::Opened => "person",
    };
    let line = |taken: &Taken| StepLine {
        side: if taken.function == crate::base::Function::Overseer { "committee" } else { "unit" },
        icon: icon(taken.step),
        what: step_word(cx.l, taken.step.as_str()).as_str(),
        who: words::function(cx.l, taken.function).as_str().to_owned(),
        when: cx.page().datetime(&taken.at),
        reason: taken.reason.clone(),
    };
    steps.iter().rev().map(line).collect()
}

#[derive(Template)]
#[template(path = "concerns/custody/identity.html")]
struct IdentityPage {
    page: Page,
    form: Form,
    number: ConcernNumber,
    title: String,
    /// When it was erased, if it was.
    erased: String,
    /// True while the reader may ask.
    asks: bool,
    waits: bool,
    refused: bool,
    /// Until when it may be opened; empty when it may not.
    until: String,
    /// True when the password must be typed to open the reader's own key.
    locked: bool,
    steps: Vec<StepLine>,
}

#[derive(Template)]
#[template(path = "concerns/custody/opened.html")]
struct OpenedPage {
    page: Page,
    number: ConcernNumber,
    title: String,
    person: Person,
}

struct Read {
    title: String,
    standing: Standing,
    steps: Vec<Taken>,
}

async fn load(cx: &Cx, number: ConcernNumber) -> Result<Read> {
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (concern, standing, steps) = cx
        .read(move |conn| {
            let concern = concerns::find(conn, number)?.ok_or(Error::NotFound)?;
            permit(&actor, &Deed::AskIdentity(&concerns::facts_for(conn, &actor, &r, &concern)?))?;
            let standing = store::standing(conn, concern.id)?;
            let steps = store::steps(conn, concern.id)?;
            Ok((concern, standing, steps))
        })
        .await?;
    if standing == Standing::Unknown {
        return Err(Error::NotFound);
    }
    let kind = cx.r.category(concern.category_id).map_or("–", |c| c.name(cx.lang()));
    Ok(Read { title: format!("{kind}, {}", cx.r.area_name(concern.area_id)), standing, steps })
}

async fn draw(cx: &Cx, number: ConcernNumber, form: Form) -> Result<IdentityPage> {
    let read = load(cx, number).await?;
    let mine = cx.actor.account().and_then(|id| last_ask(&read.steps, id));
    let stands = mine.map(|ask| standing(&read.steps, ask.id, cx.now));
    let there = matches!(read.standing, Standing::Sealed(_));
    let page = cx.page();
    Ok(IdentityPage {
        number,
        title: read.title,
        erased: match read.standing {
            Standing::Erased(at) => page.date(&at),
            Standing::Sealed(_) | Standing::Unknown => String::new(),
        },
        asks: there && !matches!(stands, Some(Where::Waiting | Where::Open(_))),
        waits: there && stands == Some(Where::Waiting),
        refused: stands == Some(Where::Refused),
        until: match stands {
            Some(Where::Open(until)) if there => page.datetime(&until),
            _ => String::new(),
        },
        locked: cx.key().is_none(),
        steps: lines(cx, &read.steps),
        form,
        page,
    })
}

/// Whether a name was given, and every step.
pub(super) async fn show(cx: Cx) -> Answer {
    let number = cx.part("number")?;
    cx.html(&draw(&cx, number, Form::blank()).await?)
}

/// Asks to open it.
pub(super) async fn ask(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    load(&cx, number).await?;
    let reason = form.words("reason", REASON.0, REASON.1);
    // Who asks must have a key pair to be granted anything.
    let key = keyring::at_hand(&cx, &mut form).await?;
    let both = reason.zip(key);
    let Some((reason, _)) = form.done(both) else { return cx.invalid(&draw(&cx, number, form).await?) };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::ask(tx, &actor, &r, number, &reason)).await?;
    cx.see_done(urls::desk_identity(cx.lang(), number), Notice::Sent)
}

/// Opens it: recorded first, each time, then shown.
pub(super) async fn open(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let read = load(&cx, number).await?;
    let key = keyring::at_hand(&cx, &mut form).await?;
    let Some(key) = form.done(key) else { return cx.invalid(&draw(&cx, number, form).await?) };
    let (actor, r, with) = (cx.actor.clone(), Arc::clone(&cx.r), Arc::clone(&key));
    // Not once a form: whoever sends it again reads again, and that is recorded again.
    let sealed = cx.site.db.write(move |tx| actions::open(tx, &actor, &r, number, &with)).await?;
    let person: Person = serde_json::from_str(&sealed.open(&key)?).map_err(Error::internal)?;
    cx.html(&OpenedPage { page: cx.page(), number, title: read.title, person })
}

/// Since when an asking waits, for lists.
pub(super) fn since(cx: &Cx, at: Time) -> String {
    cx.page().ago(&at)
}
