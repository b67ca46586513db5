//! The desk of committee and police: what waits for a signature, what residents ask, writing one down, answering together.

use std::sync::Arc;

use super::actions::{self, HELD, Signers};
use super::model::{Ask, Rumour, Side, State, Step};
use super::pages::{DeskPage, FilePage, NewPage};
use super::{forms, store};
use crate::base::{AreaId, RumourAskId, RumourId};
use crate::error::{Error, Result};
use crate::policy;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The places the reader signs for, and those of them whose committee the reader is.
fn places(cx: &Cx) -> (Vec<AreaId>, Vec<AreaId>) {
    let sides = cx.r.areas.iter().filter(|a| a.active).filter_map(|a| {
        let side = Signers::of(&cx.r, a.id).side(&cx.actor)?;
        Some((a.id, side))
    });
    let all: Vec<(AreaId, Side)> = sides.collect();
    let own = all.iter().filter(|(_, side)| *side == Side::Committee).map(|(id, _)| *id).collect();
    (all.into_iter().map(|(id, _)| id).collect(), own)
}

async fn draw(cx: &Cx, form: Form, about: Option<RumourAskId>) -> Result<DeskPage> {
    let (areas, own) = places(cx);
    let (open, answered, asks) = cx
        .read(move |conn| {
            let open = store::page(conn, Some(&areas), &[State::Heard, State::Checking], None)?.items;
            let answered = store::page(conn, Some(&areas), &State::VERDICTS, None)?.items;
            Ok((open, answered, store::held(conn, &own, HELD)?))
        })
        .await?;
    Ok(DeskPage::new(cx, &open, &answered, &asks, form, about))
}

pub(super) async fn list(cx: Cx) -> Answer {
    let page = draw(&cx, Form::blank(), None).await?;
    cx.html(&page)
}

/// What a resident asked that the new one comes from, when the reader may read it.
async fn from(cx: &Cx) -> Result<Option<Ask>> {
    let asked = cx.query("from");
    if asked.is_empty() {
        return Ok(None);
    }
    let id: RumourAskId = asked.parse().map_err(|_| Error::NotFound)?;
    let ask = cx.read(move |conn| store::asked(conn, id)).await?.ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Signers::of(&cx.r, ask.area_id).deed(Side::Committee))?;
    Ok(Some(ask))
}

pub(super) async fn new(cx: Cx) -> Answer {
    let from = from(&cx).await?;
    cx.html(&NewPage::new(&cx, &places(&cx).0, from.as_ref(), Form::blank()))
}

pub(super) async fn open(cx: Cx, mut form: Form) -> Answer {
    let from = from(&cx).await?;
    let Some(written) = forms::written(&mut form, &cx.r) else {
        return cx.invalid(&NewPage::new(&cx, &places(&cx).0, from.as_ref(), form));
    };
    let (actor, r, from) = (cx.actor.clone(), Arc::clone(&cx.r), from.map(|ask| ask.id));
    let id = cx.deed(&form, move |tx| actions::open(tx, &actor, &r, &written, from)).await?;
    cx.see_done(urls::rumour_file(cx.lang(), id), Notice::Published)
}

/// The rumour in the address, the reader's side, and all its steps.
async fn file(cx: &Cx) -> Result<(Rumour, Side, Vec<Step>)> {
    let id: RumourId = cx.id("id")?;
    let (rumour, steps) = cx
        .read(move |conn| Ok((store::find(conn, id)?.ok_or(Error::NotFound)?, store::steps(conn, id, true)?)))
        .await?;
    let side = Signers::of(&cx.r, rumour.area_id).side(&cx.actor).ok_or(Error::Forbidden)?;
    Ok((rumour, side, steps))
}

pub(super) async fn one(cx: Cx) -> Answer {
    let (rumour, side, steps) = file(&cx).await?;
    cx.html(&FilePage::new(&cx, &rumour, side, &steps, Form::blank()))
}

pub(super) async fn sign(cx: Cx, mut form: Form) -> Answer {
    let (rumour, side, steps) = file(&cx).await?;
    let Some((what, answer, why)) = forms::signing(&mut form) else {
        return cx.invalid(&FilePage::new(&cx, &rumour, side, &steps, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), rumour.id);
    cx.deed(&form, move |tx| actions::sign(tx, &actor, &r, id, what, (answer.as_ref(), &why))).await?;
    cx.see_done(urls::rumour_file(cx.lang(), id), Notice::Saved)
}

/// Joins what a resident asked to a rumour, or closes it with a reason.
pub(super) async fn decide(cx: Cx, mut form: Form) -> Answer {
    let id: RumourAskId = cx.id("id")?;
    let ask = cx.read(move |conn| store::asked(conn, id)).await?.ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Signers::of(&cx.r, ask.area_id).deed(Side::Committee))?;
    let joins = form.is("do", "join");
    let into: Option<RumourId> = if joins { form.pick("into", |id| id.parse().ok()) } else { None };
    let reason = if joins { Some(String::new()) } else { form.line("reason", 3, 300) };
    let Some(reason) = form.done(reason) else {
        let page = draw(&cx, form, Some(id)).await?;
        return cx.invalid(&page);
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::decide(tx, &actor, &r, id, into, &reason)).await?;
    cx.see_done(urls::rumours_desk(cx.lang()), Notice::Saved)
}
