//! Codes on walls at the desk: a chief's of their unit's quartiers, an administrator's of all; and the poster to print.

use std::sync::Arc;

use askama::Template;

use super::model::Wall;
use super::{actions, forms, store};
use crate::areas::Reference;
use crate::base::{AreaId, Lang, Role, UnitId, WallCode, WallId};
use crate::error::Result;
use crate::i18n::L;
use crate::patrols::forms::quartiers;
use crate::policy::{Access, Deed, permit};
use crate::web::{Answer, Cx, Form, Notice, Page, Routes};
use crate::{urls, web};

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Walls, "/{l}/desk/walls", list);
    routes.post(Access::Walls, "/{l}/desk/walls", put_up);
    routes.get(Access::Walls, "/{l}/desk/walls/{id}", poster);
    routes.post(Access::Walls, "/{l}/desk/walls/{id}", withdraw);
}

/// A line of the list.
struct Line {
    url: String,
    code: String,
    place: String,
    made: String,
    ended: bool,
}

#[derive(Template)]
#[template(path = "patrols/walls.html")]
struct WallsPage {
    page: Page,
    form: Form,
    quartiers: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// The quartiers somebody keeps walls of; nothing says all of them.
fn own(cx: &Cx) -> Vec<AreaId> {
    let r = &cx.r;
    if cx.actor.holds(Role::Admin) {
        return r.communes().flat_map(|c| r.quartiers(c.id)).map(|q| q.id).collect();
    }
    let led = |unit: &UnitId| crate::policy::may(&cx.actor, &Deed::KeepWall(Some(*unit)));
    cx.actor.units().into_iter().filter(led).flat_map(|unit| quartiers(r, unit)).map(|q| q.id).collect()
}

/// The unit of the actor that keeps a quartier's walls, for the policy.
fn keeper(cx: &Cx, area: AreaId) -> Option<UnitId> {
    cx.actor.units().into_iter().find(|unit| quartiers(&cx.r, *unit).iter().any(|q| q.id == area))
}

fn spot(r: &Reference, wall: &Wall) -> String {
    format!("{}, {}", wall.place, r.area_name(wall.area_id))
}

async fn draw(cx: &Cx, form: Form) -> Result<WallsPage> {
    let own = own(cx);
    let areas = (!cx.actor.holds(Role::Admin)).then(|| own.clone());
    let walls = cx.read(move |conn| store::list(conn, areas.as_deref())).await?;
    let page = cx.page();
    let line = |w: &Wall| Line {
        url: urls::wall(cx.lang(), w.id),
        code: WallCode::spaced(&w.code),
        place: spot(&cx.r, w),
        made: page.date(&w.made_at),
        ended: w.ended_at.is_some(),
    };
    let lines = walls.iter().map(line).collect();
    let quartiers = own.iter().filter_map(|id| cx.r.area(*id)).map(|a| (a.slug.clone(), a.name.clone())).collect();
    Ok(WallsPage { page, form, quartiers, lines })
}

async fn list(cx: Cx) -> Answer {
    let page = draw(&cx, Form::blank()).await?;
    cx.html(&page)
}

async fn put_up(cx: Cx, mut form: Form) -> Answer {
    let Some((area, place)) = forms::place(&mut form, &cx.r, &own(&cx)) else {
        let page = draw(&cx, form).await?;
        return cx.invalid(&page);
    };
    let codes: Vec<WallCode> = (0..20).map(|_| WallCode::draw(&cx.site.entropy)).collect();
    let (actor, unit) = (cx.actor.clone(), keeper(&cx, area));
    let id = cx.deed(&form, move |tx| actions::put_up(tx, &actor, unit, (area, &place), &codes)).await?;
    cx.see(urls::wall(cx.lang(), id))
}

/// The wall in the address, when the reader keeps it.
async fn kept(cx: &Cx) -> Result<(Wall, Option<UnitId>)> {
    let id: WallId = cx.id("id")?;
    let wall = cx.read(move |conn| store::get(conn, id)).await?;
    let unit = keeper(cx, wall.area_id);
    permit(&cx.actor, &Deed::KeepWall(unit))?;
    Ok((wall, unit))
}

#[derive(Template)]
#[template(path = "patrols/poster.html")]
struct PosterPage {
    page: Page,
    fr: L,
    bm: L,
    code: String,
    place: String,
    /// The house's own address, as its readers reach it.
    address: String,
    ended: bool,
    action: String,
}

async fn poster(cx: Cx) -> Answer {
    let (wall, _) = kept(&cx).await?;
    cx.html(&PosterPage {
        page: cx.page(),
        fr: L::new(Lang::Fr),
        bm: L::new(Lang::Bm),
        code: WallCode::spaced(&wall.code),
        place: spot(&Arc::clone(&cx.r), &wall),
        address: format!("{}{}", cx.host(), urls::seen(cx.lang())),
        ended: wall.ended_at.is_some(),
        action: urls::wall(cx.lang(), wall.id),
    })
}

async fn withdraw(cx: Cx, form: Form) -> Answer {
    let (wall, unit) = kept(&cx).await?;
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::withdraw(tx, &actor, unit, wall.id)).await?;
    cx.see_done(urls::walls(cx.lang()), Notice::Saved)
}
