//! The custodians' side: who asks to open which identity and why, granting or refusing with a reason, who keeps keys, and sealing
//! anew to a colleague whose key is new. A custodian reads no word of the concern here.

use askama::Template;

use super::desk::{REASON, StepLine, lines, since};
use super::model::{Standing as Where, Taken, standing};
use super::{actions, rescue, store};
use crate::accounts::keyring;
use crate::base::CustodyStepId;
use crate::concerns::model::Concern;
use crate::concerns::{store as concerns, words};
use crate::error::Result;
use crate::policy::{Deed, permit};
use crate::seal::Holder;
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// An asking in a line.
struct AskLine {
    id: CustodyStepId,
    number: String,
    what: String,
    who: String,
    when: String,
    reason: String,
    stands: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "concerns/custody/queue.html")]
struct QueuePage {
    page: Page,
    form: Form,
    waiting: Vec<AskLine>,
    decided: Vec<AskLine>,
    custodians: Vec<(String, bool)>,
    /// Identities a colleague cannot open yet; told only while the reader's own key is open.
    lacking: usize,
    locked: bool,
    /// True when three papers would bring back what no password opens.
    rescue: bool,
}

#[derive(Template)]
#[template(path = "concerns/custody/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    ask: AskLine,
    asker: String,
    /// True while it waits for a decision.
    open: bool,
    /// True when the reader asked it: somebody else decides.
    mine: bool,
    locked: bool,
    steps: Vec<StepLine>,
}

fn line(cx: &Cx, ask: &Taken, concern: &Concern, stands: Where) -> AskLine {
    let kind = cx.r.category(concern.category_id).map_or("–", |c| c.name(cx.lang()));
    let function = words::function(cx.l, ask.function).as_str();
    AskLine {
        id: ask.id,
        number: concern.number().to_string(),
        what: format!("{kind}, {}", cx.r.area_name(concern.area_id)),
        who: format!("{function}, {}", cx.r.unit_name(concern.unit_id)),
        when: since(cx, ask.at),
        reason: ask.reason.clone(),
        stands: match stands {
            Where::Waiting => ("received", cx.l.custody_waiting().as_str()),
            Where::Refused => ("closed", cx.l.custody_step_refused().as_str()),
            Where::Open(_) => ("resolved", cx.l.custody_step_granted().as_str()),
            Where::Over => ("closed", cx.l.custody_over().as_str()),
        },
    }
}

async fn asks(cx: &Cx, waiting: bool) -> Result<Vec<AskLine>> {
    let found = cx.read(move |conn| {
        let with = |conn: &mut crate::db::Conn, ask: Taken| {
            let concern = concerns::get(conn, ask.concern_id)?;
            let steps = store::steps(conn, ask.concern_id)?;
            Ok((ask, concern, steps))
        };
        store::asks(conn, waiting)?.into_iter().map(|ask| with(conn, ask)).collect::<Result<Vec<_>>>()
    });
    Ok(found.await?.iter().map(|(ask, c, steps)| line(cx, ask, c, standing(steps, ask.id, cx.now))).collect())
}

async fn draw_queue(cx: &Cx, form: Form) -> Result<QueuePage> {
    let key = cx.key();
    let mine = key.as_ref().map(|key| key.keyring);
    let (custodians, lacking, rescue) = cx
        .read(move |conn| {
            let people = keyring::custodians(conn)?;
            let locks = keyring::locks(conn)?;
            let lacking = match mine {
                Some(mine) => store::missing(conn, Holder::Reader(mine), &locks, usize::MAX)?.len(),
                None => 0,
            };
            let people = people.into_iter().map(|one| (one.name, one.pair.is_some())).collect();
            Ok((people, lacking, rescue::is_whole(conn)?))
        })
        .await?;
    let (waiting, decided) = (asks(cx, true).await?, asks(cx, false).await?);
    Ok(QueuePage { page: cx.page(), form, waiting, decided, custodians, lacking, locked: key.is_none(), rescue })
}

/// `/{l}/oversight/custody`
pub(super) async fn queue(cx: Cx) -> Answer {
    permit(&cx.actor, &Deed::KeepIdentities)?;
    cx.html(&draw_queue(&cx, Form::blank()).await?)
}

/// Seals anew what the reader's key opens.
pub(super) async fn reseal(cx: Cx, mut form: Form) -> Answer {
    permit(&cx.actor, &Deed::KeepIdentities)?;
    let key = keyring::at_hand(&cx, &mut form).await?;
    let Some(key) = form.done(key) else { return cx.invalid(&draw_queue(&cx, form).await?) };
    actions::reseal_all(&cx, &key).await?;
    cx.see_done(urls::custody(cx.lang()), Notice::Saved)
}

async fn draw(cx: &Cx, id: CustodyStepId, form: Form) -> Result<AskPage> {
    permit(&cx.actor, &Deed::KeepIdentities)?;
    let (ask, concern, steps, names) = cx
        .read(move |conn| {
            let ask = store::ask(conn, id)?;
            let steps = store::steps(conn, ask.concern_id)?;
            let names = store::names(conn, &steps)?;
            Ok((concerns::get(conn, ask.concern_id)?, ask, steps, names))
        })
        .await
        .map(|(concern, ask, steps, names)| (ask, concern, steps, names))?;
    let stands = standing(&steps, id, cx.now);
    let asker = names.iter().find(|(account, _)| *account == ask.account_id);
    Ok(AskPage {
        page: cx.page(),
        form,
        asker: asker.map(|(_, name)| name.clone()).unwrap_or_default(),
        open: stands == Where::Waiting,
        mine: cx.actor.account() == Some(ask.account_id),
        locked: cx.key().is_none(),
        ask: line(cx, &ask, &concern, stands),
        steps: lines(cx, &steps),
    })
}

/// One asking.
pub(super) async fn show(cx: Cx) -> Answer {
    let id = cx.id("id")?;
    cx.html(&draw(&cx, id, Form::blank()).await?)
}

/// Grants or refuses it.
pub(super) async fn decide(cx: Cx, mut form: Form) -> Answer {
    let id: CustodyStepId = cx.id("id")?;
    // Asked first: whoever may not decide learns nothing from the form.
    draw(&cx, id, Form::blank()).await?;
    let granted = form.pick("verdict", |word| match word {
        "grant" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let reason = form.words("reason", REASON.0, REASON.1);
    let key = match granted {
        Some(true) => keyring::at_hand(&cx, &mut form).await?,
        _ => None,
    };
    let both = granted.zip(reason);
    let Some((granted, reason)) = form.done(both) else { return cx.invalid(&draw(&cx, id, form).await?) };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::decide(tx, &actor, id, granted, &reason, key.as_ref())).await?;
    cx.see_done(urls::custody(cx.lang()), Notice::Saved)
}
