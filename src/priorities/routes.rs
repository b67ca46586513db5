//! The addresses of priorities: the chief's. Everybody reads them on the unit's own page.

use super::model::Priority;
use super::pages::{ListPage, OnePage};
use super::{actions, forms, store};
use crate::base::{PriorityId, Role, Scope, UnitId};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::{Access, Deed, permit};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes};

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(Access::Chief, "/{l}/desk/priorities", list);
    routes.post(Access::Chief, "/{l}/desk/priorities", write);
    routes.get(Access::Chief, "/{l}/desk/priorities/{id}", one);
    routes.post(Access::Chief, "/{l}/desk/priorities/{id}", change);
}

/// Units the reader leads.
fn led(cx: &Cx) -> Vec<UnitId> {
    let units = cx.actor.units();
    units.into_iter().filter(|unit| cx.actor.holds_at(Role::Chief, Scope::Unit(*unit))).collect()
}

async fn draw(cx: &Cx, form: Form) -> Result<ListPage> {
    let units = led(cx);
    let asked = units.clone();
    let all = cx
        .read(move |conn| {
            let mut all: Vec<Priority> = Vec::new();
            for unit in asked {
                all.extend(store::of_unit(conn, unit)?);
            }
            Ok(all)
        })
        .await?;
    Ok(ListPage::new(cx, &units, &all, form))
}

async fn list(cx: Cx) -> Answer {
    cx.html(&draw(&cx, Form::blank()).await?)
}

async fn write(cx: Cx, mut form: Form) -> Answer {
    let led = led(&cx);
    let unit = form.pick("unit", |slug| cx.r.unit_at(slug).map(|u| u.id).filter(|unit| led.contains(unit)));
    let Some((unit, new)) = unit.zip(forms::written(&mut form, true)) else {
        return cx.invalid(&draw(&cx, form).await?);
    };
    let actor = cx.actor.clone();
    match cx.deed(&form, move |tx| actions::write(tx, &actor, unit, &new)).await {
        Ok(_) => cx.see_done(urls::priorities(cx.lang()), Notice::Published),
        Err(Error::Refused(Refusal::PrioritiesFull)) => {
            form.fail("issue", L::refusal_priorities_full);
            cx.invalid(&draw(&cx, form).await?)
        }
        Err(error) => Err(error),
    }
}

/// The priority in the address, when the reader leads its unit.
async fn own(cx: &Cx) -> Result<(Priority, Vec<Priority>)> {
    let id: PriorityId = cx.id("id")?;
    let history = cx.read(move |conn| store::history(conn, id)).await?;
    let newest = history.last().cloned().ok_or(Error::NotFound)?;
    permit(&cx.actor, &Deed::SetPriorities(newest.unit_id))?;
    Ok((newest, history))
}

async fn one(cx: Cx) -> Answer {
    let (newest, history) = own(&cx).await?;
    cx.html(&OnePage::new(&cx, &newest, &history, Form::blank()))
}

async fn change(cx: Cx, mut form: Form) -> Answer {
    let (newest, history) = own(&cx).await?;
    let seen = form.number("seen", 1, i64::MAX);
    let Some((seen, new)) = seen.zip(forms::written(&mut form, false)) else {
        return cx.invalid(&OnePage::new(&cx, &newest, &history, form));
    };
    let (actor, id) = (cx.actor.clone(), newest.line_id);
    cx.deed(&form, move |tx| actions::change(tx, &actor, id, seen, &new)).await?;
    cx.see_done(urls::priority(cx.lang(), id), Notice::Saved)
}
