//! The addresses of plans: officers read and leave on them, chiefs make and change them.

use super::model::{Plan, PlannedStop};
use super::{actions, forms, pages, store};
use crate::base::PlanId;
use crate::error::Result;
use crate::policy::{Access, Deed, permit};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes};

/// Its addresses.
pub(in crate::patrols) fn routes(routes: &mut Routes) {
    routes.get(Access::Police, "/{l}/desk/plans", list);
    routes.get(Access::Chief, "/{l}/desk/plans/new", new);
    routes.post(Access::Chief, "/{l}/desk/plans/new", draw);
    routes.get(Access::Police, "/{l}/desk/plans/{id}", show);
    routes.post(Access::Chief, "/{l}/desk/plans/{id}/stops", add);
    routes.post(Access::Chief, "/{l}/desk/plans/{id}/stops/{stop}", change);
    routes.post(Access::Chief, "/{l}/desk/plans/{id}/end", give_up);
    routes.post(Access::Police, "/{l}/desk/plans/{id}/departure", depart);
}

async fn list(cx: Cx) -> Answer {
    let (units, after) = (cx.actor.units(), cx.cursor());
    let read = cx.read(move |conn| pages::List::read(conn, &units, after)).await?;
    cx.html(&pages::List::page(&cx, read))
}

async fn new(cx: Cx) -> Answer {
    let mut form = Form::blank();
    form.preset("mode", "foot");
    form.preset("headcount", "2");
    form.preset("stops", "3");
    cx.html(&pages::New::page(&cx, form))
}

async fn draw(cx: Cx, mut form: Form) -> Answer {
    let Some(new) = forms::new_plan(&mut form, &cx.actor, &cx.r, cx.now, &cx.site.entropy) else {
        return cx.invalid(&pages::New::page(&cx, form));
    };
    let actor = cx.actor.clone();
    let id = cx.deed(&form, move |tx| actions::plan(tx, &actor, &new)).await?;
    cx.see(urls::plan(cx.lang(), id))
}

/// The plan in the address, when the reader may do this with it.
async fn own(cx: &Cx, leads: bool) -> Result<(Plan, Vec<PlannedStop>)> {
    let id: PlanId = cx.id("id")?;
    let (plan, stops) = cx.read(move |conn| store::load(conn, id)).await?;
    permit(&cx.actor, &if leads { Deed::PlanPatrol(plan.unit_id) } else { Deed::LogPatrol(plan.unit_id) })?;
    Ok((plan, stops))
}

async fn show(cx: Cx) -> Answer {
    let (plan, stops) = own(&cx, false).await?;
    let view = pages::Show::page(&cx, plan, stops, Form::blank()).await?;
    cx.html(&view)
}

async fn add(cx: Cx, mut form: Form) -> Answer {
    let (plan, stops) = own(&cx, true).await?;
    let id = plan.id;
    let Some((area, place)) = forms::stop(&mut form, &cx.r) else {
        return cx.invalid(&pages::Show::page(&cx, plan, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::add(tx, &actor, id, area, &place)).await?;
    cx.see_done(urls::plan(cx.lang(), id), Notice::Saved)
}

async fn change(cx: Cx, mut form: Form) -> Answer {
    let (plan, stops) = own(&cx, true).await?;
    let (id, stop) = (plan.id, cx.id("stop")?);
    let Some(change) = forms::change(&mut form) else {
        return cx.invalid(&pages::Show::page(&cx, plan, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::change(tx, &actor, id, stop, &change)).await?;
    cx.see_done(urls::plan(cx.lang(), id), Notice::Saved)
}

async fn give_up(cx: Cx, mut form: Form) -> Answer {
    let (plan, stops) = own(&cx, true).await?;
    let id = plan.id;
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&pages::Show::page(&cx, plan, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::give_up(tx, &actor, id, &reason)).await?;
    cx.see_done(urls::plans(cx.lang()), Notice::Saved)
}

async fn depart(cx: Cx, mut form: Form) -> Answer {
    let (plan, stops) = own(&cx, false).await?;
    let Some(at) = forms::departure(&mut form, &plan, cx.now) else {
        return cx.invalid(&pages::Show::page(&cx, plan, stops, form).await?);
    };
    let actor = cx.actor.clone();
    let patrol = cx.deed(&form, move |tx| actions::depart(tx, &actor, plan.id, at)).await?;
    cx.see(urls::patrol(cx.lang(), patrol))
}
