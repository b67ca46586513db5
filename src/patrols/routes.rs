//! The addresses of patrols: for officers and chiefs, of their own unit.

use super::model::{Course, Patrol, Stop};
use super::{actions, dose, field, forms, pages, plan, seen, store};
use crate::base::{PatrolId, StopId};
use crate::concerns;
use crate::error::{Error, Result};
use crate::policy::{Access, Deed, permit};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes};

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    plan::routes(routes);
    dose::routes(routes);
    field::routes(routes);
    seen::routes(routes);
    routes.get(Access::Police, "/{l}/desk/patrols", list);
    routes.get(Access::Police, "/{l}/desk/patrols/new", new);
    routes.post(Access::Police, "/{l}/desk/patrols/new", open);
    routes.get(Access::Police, "/{l}/desk/patrols/{id}", show);
    routes.get(Access::Police, "/{l}/desk/patrols/{id}/stops", back);
    routes.post(Access::Police, "/{l}/desk/patrols/{id}/stops", arrive);
    routes.get(Access::Police, "/{l}/desk/patrols/{id}/stops/{stop}", back);
    routes.post(Access::Police, "/{l}/desk/patrols/{id}/stops/{stop}", leave);
    routes.get(Access::Police, "/{l}/desk/patrols/{id}/stops/{stop}/times", times);
    routes.post(Access::Police, "/{l}/desk/patrols/{id}/stops/{stop}/times", set_times);
    routes.get(Access::Police, "/{l}/desk/patrols/{id}/closure", back);
    routes.post(Access::Police, "/{l}/desk/patrols/{id}/closure", close);
}

async fn list(cx: Cx) -> Answer {
    let (units, after, now) = (cx.actor.units(), cx.cursor(), cx.now);
    let slice = cx.read(move |conn| pages::List::read(conn, &units, after, now)).await?;
    cx.html(&pages::List::page(&cx, slice))
}

async fn new(cx: Cx) -> Answer {
    let mut form = Form::blank();
    form.preset("mode", "foot");
    form.preset("headcount", "2");
    cx.html(&pages::New::page(&cx, form))
}

async fn open(cx: Cx, mut form: Form) -> Answer {
    let Some(new) = forms::new_patrol(&mut form, &cx.actor, &cx.r, cx.now)? else {
        return cx.invalid(&pages::New::page(&cx, form));
    };
    let actor = cx.actor.clone();
    let id = cx.deed(&form, move |tx| actions::open(tx, &actor, &new)).await?;
    cx.see(urls::patrol(cx.lang(), id))
}

/// The patrol in the address, when it is one of the reader's unit.
async fn own(cx: &Cx) -> Result<(Patrol, Vec<Stop>)> {
    let id: PatrolId = cx.id("id")?;
    let (patrol, stops) = cx.read(move |conn| store::load(conn, id)).await?;
    permit(&cx.actor, &Deed::LogPatrol(patrol.unit_id))?;
    Ok((patrol, stops))
}

async fn show(cx: Cx) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    let view = pages::Show::page(&cx, patrol, stops, Form::blank()).await?;
    cx.html(&view)
}

/// Where a form is sent has no page of its own: the patrol's is shown.
async fn back(cx: Cx) -> Answer {
    let (patrol, _) = own(&cx).await?;
    cx.see(urls::patrol(cx.lang(), patrol.id))
}

async fn arrive(cx: Cx, mut form: Form) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    let id = patrol.id;
    let Some(new) = forms::new_stop(&mut form, &cx.r, &patrol, &stops, cx.now)? else {
        return cx.invalid(&pages::Show::page(&cx, patrol, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::arrive(tx, &actor, id, &new)).await?;
    cx.see(urls::patrol(cx.lang(), id))
}

async fn leave(cx: Cx, mut form: Form) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    let (id, unit, stop) = (patrol.id, patrol.unit_id, cx.id::<crate::base::Stop>("stop")?);
    let numbers = forms::numbers(&mut form, cx.now);
    let cited = cx.read(move |conn| forms::find_cited(conn, unit, &numbers)).await?;
    let Some(leaving) = forms::leaving(&mut form, &patrol, &stops, stop, &cited, cx.now)? else {
        return cx.invalid(&pages::Show::page(&cx, patrol, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::leave(tx, &actor, id, stop, &leaving)).await?;
    cx.see_done(urls::patrol(cx.lang(), id), Notice::Saved)
}

fn find(stops: &[Stop], id: StopId) -> Result<Stop> {
    stops.iter().find(|s| s.id == id).cloned().ok_or(Error::NotFound)
}

async fn times(cx: Cx) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    super::model::still_open(&patrol)?;
    let stop = find(&stops, cx.id("stop")?)?;
    let mut form = Form::blank();
    form.preset("arrived_at", stop.arrived_at.local());
    if let Some(left) = stop.left_at {
        form.preset("left_at", left.local());
    }
    cx.html(&pages::Times::page(&cx, &patrol, &stop, form))
}

async fn set_times(cx: Cx, mut form: Form) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    super::model::still_open(&patrol)?;
    let stop = find(&stops, cx.id("stop")?)?;
    let Some((arrived, left)) = forms::times(&mut form, &patrol, &stops, &stop, cx.now) else {
        return cx.invalid(&pages::Times::page(&cx, &patrol, &stop, form));
    };
    let (actor, id, stop) = (cx.actor.clone(), patrol.id, stop.id);
    cx.deed(&form, move |tx| actions::set_times(tx, &actor, id, stop, arrived, left)).await?;
    cx.see_done(urls::patrol(cx.lang(), id), Notice::Saved)
}

async fn close(cx: Cx, mut form: Form) -> Answer {
    let (patrol, stops) = own(&cx).await?;
    let id = patrol.id;
    let Some((at, observations)) = forms::closing(&mut form, &patrol, &stops, cx.now)? else {
        return cx.invalid(&pages::Show::page(&cx, patrol, stops, form).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::close(tx, &actor, id, at, &observations)).await?;
    cx.see_done(urls::patrol(cx.lang(), id), Notice::PatrolClosed)
}

/// The unit's open concerns in the quartier of the stop that is open, for the boxes to tick.
pub(super) async fn to_cite(cx: &Cx, patrol: &Patrol, stops: &[Stop]) -> Result<Vec<concerns::Brief>> {
    let Course::AtStop(here) = Course::of(patrol, stops) else { return Ok(Vec::new()) };
    let (unit, area) = (patrol.unit_id, find(stops, here.stop)?.area_id);
    cx.read(move |conn| concerns::open_of_unit(conn, unit, Some(area))).await
}
