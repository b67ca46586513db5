//! Rules for one kind of concern in one place, which come before the unit's general ones.

use askama::Template;

use super::actions;
use super::committees::{pick_place, place_options};
use crate::admin::view::page_of;
use crate::areas::{Reference, Routing};
use crate::base::{AreaId, CategoryId, RouteId, UnitId};
use crate::error::Result;
use crate::i18n::L;
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "admin/routings.html")]
struct RoutingsPage {
    page: Page,
    form: Form,
    rows: Vec<Rule>,
    pager: Option<(String, Option<String>)>,
    places: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    units: Vec<(String, String)>,
}

struct Rule {
    id: RouteId,
    place: String,
    icon: String,
    category: String,
    unit: String,
}

/// The list and the form below it.
pub(super) async fn list(cx: Cx) -> Answer {
    cx.html(&draw(&cx, Form::blank()))
}

fn draw(cx: &Cx, form: Form) -> RoutingsPage {
    let lang = cx.lang();
    let mut rules: Vec<&Routing> = cx.r.routings.iter().filter(|rule| rule.category_id.is_some()).collect();
    rules.sort_by_key(|rule| (cx.r.place_name(rule.area_id), rule.id));
    let (rules, pager) = page_of(cx, rules, |rule| rule.id.raw(), &urls::admin_routings(lang));
    let rule = |rule: &Routing| {
        let category = rule.category_id.and_then(|c| cx.r.category(c));
        Rule {
            id: rule.id,
            place: cx.r.place_name(rule.area_id),
            icon: category.map_or("other", |c| &c.icon).to_owned(),
            category: category.map_or("–", |c| c.name(lang)).to_owned(),
            unit: cx.r.unit_name(rule.unit_id).to_owned(),
        }
    };
    RoutingsPage {
        rows: rules.into_iter().map(rule).collect(),
        pager,
        places: place_options(&cx.r),
        categories: cx.r.offered().map(|c| (c.id.to_string(), c.name(lang).to_owned())).collect(),
        units: cx.r.units.iter().filter(|u| u.active).map(|u| (u.id.to_string(), u.name.clone())).collect(),
        page: cx.page(),
        form,
    }
}

fn parse(form: &mut Form, r: &Reference) -> Option<(AreaId, CategoryId, UnitId)> {
    let area = pick_place(form, "area", r);
    let category = form.pick("category", |id| id.parse().ok().filter(|id| r.category(*id).is_some_and(|c| c.active)));
    let unit = form.pick("unit", |id| id.parse().ok().filter(|id| r.unit(*id).is_some_and(|u| u.active)));
    let there =
        |rule: &Routing| Some(rule.area_id) == area && rule.category_id.is_some() && rule.category_id == category;
    if r.routings.iter().any(there) {
        form.fail("category", L::admin_rule_there);
    }
    let rule = (|| Some((area?, category?, unit?)))();
    form.done(rule)
}

/// Adds a rule.
pub(super) async fn add(cx: Cx, mut form: Form) -> Answer {
    let Some((area, category, unit)) = parse(&mut form, &cx.r) else { return cx.invalid(&draw(&cx, form)) };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::add_routing(tx, &actor, area, category, unit)).await?;
    cx.see_done(urls::admin_routings(cx.lang()), Notice::Saved)
}

/// Ends a rule.
pub(super) async fn end(cx: Cx, form: Form) -> Answer {
    let (id, actor): (RouteId, _) = (cx.id("id")?, cx.actor.clone());
    let ended: Result<()> = cx.deed(&form, move |tx| actions::end_routing(tx, &actor, id)).await;
    ended?;
    cx.see_done(urls::admin_routings(cx.lang()), Notice::Saved)
}
