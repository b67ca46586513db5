//! Addresses of reference data: five a kind, the same handlers for all.

use super::areas::Areas;
use super::categories::Categories;
use super::committees::Committees;
use super::holidays::Holidays;
use super::kind::Kind;
use super::model::mark;
use super::numbers::Numbers;
use super::partners::Partners;
use super::questions::Questions;
use super::replies::Replies;
use super::support::Support;
use super::units::Units;
use super::watched::Watched;
use super::{actions, prompts, routings, sounds};
use crate::admin::view::{FormPage, ListPage, page_of};
use crate::base::Id;
use crate::error::{Error, Result};
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Notice, Routes};

/// Its addresses.
pub(in crate::admin) fn routes(routes: &mut Routes) {
    of::<Questions>(routes, ["/{l}/admin/questions", "/{l}/admin/questions/new", "/{l}/admin/questions/{id}"]);
    of::<Replies>(routes, ["/{l}/admin/replies", "/{l}/admin/replies/new", "/{l}/admin/replies/{id}"]);
    of::<Numbers>(routes, ["/{l}/admin/numbers", "/{l}/admin/numbers/new", "/{l}/admin/numbers/{id}"]);
    of::<Holidays>(routes, ["/{l}/admin/holidays", "/{l}/admin/holidays/new", "/{l}/admin/holidays/{id}"]);
    of::<Watched>(routes, ["/{l}/admin/watch", "/{l}/admin/watch/new", "/{l}/admin/watch/{id}"]);
    routes.post_files(Access::Admin, "/{l}/admin/categories/{id}/sounds", sounds::FILES, sounds::change);
    routes.get(Access::Admin, "/{l}/admin/sounds", prompts::list);
    routes.post_files(Access::Admin, "/{l}/admin/sounds/{prompt}", sounds::FILES, prompts::change);
    // What decides who reads a concern: whoever finds a desk left open must not send it to readers of their own.
    routes.proven(|routes| {
        of::<Areas>(routes, ["/{l}/admin/areas", "/{l}/admin/areas/new", "/{l}/admin/areas/{id}"]);
        of::<Units>(routes, ["/{l}/admin/units", "/{l}/admin/units/new", "/{l}/admin/units/{id}"]);
        of::<Categories>(routes, ["/{l}/admin/categories", "/{l}/admin/categories/new", "/{l}/admin/categories/{id}"]);
        of::<Committees>(routes, ["/{l}/admin/committees", "/{l}/admin/committees/new", "/{l}/admin/committees/{id}"]);
        of::<Partners>(routes, ["/{l}/admin/partners", "/{l}/admin/partners/new", "/{l}/admin/partners/{id}"]);
        of::<Support>(routes, ["/{l}/admin/support", "/{l}/admin/support/new", "/{l}/admin/support/{id}"]);
        routes.get(Access::Admin, "/{l}/admin/routings", routings::list);
        routes.post(Access::Admin, "/{l}/admin/routings", routings::add);
        routes.post(Access::Admin, "/{l}/admin/routings/{id}", routings::end);
    });
}

fn of<K: Kind>(routes: &mut Routes, [list_at, new_at, one_at]: [&'static str; 3]) {
    routes.get(Access::Admin, list_at, list::<K>);
    routes.get(Access::Admin, new_at, new::<K>);
    routes.post(Access::Admin, new_at, create::<K>);
    routes.get(Access::Admin, one_at, edit::<K>);
    routes.post(Access::Admin, one_at, change::<K>);
}

async fn list<K: Kind>(cx: Cx) -> Answer {
    let (words, lang) = (K::words(cx.l), cx.lang());
    let tabs = K::tabs(&cx);
    let url = tabs.iter().find(|t| t.here).map_or_else(|| K::list_url(lang), |t| t.url.clone());
    let (rows, pager) = page_of(&cx, K::rows(&cx), |row| row.id, &url);
    let new = url.split_once('?').map_or_else(|| K::new_url(lang), |(_, part)| format!("{}?{part}", K::new_url(lang)));
    cx.html(&ListPage {
        page: cx.page(),
        title: words.list.as_str(),
        lead: words.lead.as_str(),
        new: (new, words.new.as_str()),
        tabs,
        columns: K::columns(cx.l),
        rows,
        pager,
    })
}

pub(super) fn draw<K: Kind>(cx: &Cx, form: Form, id: Option<Id<K::Noun>>) -> Result<FormPage> {
    let (words, lang) = (K::words(cx.l), cx.lang());
    let stored = match id {
        Some(id) => Some(K::stored(&cx.r, id).ok_or(Error::NotFound)?),
        None => None,
    };
    // A form that comes back keeps the mark it left with: what changed meanwhile still shows.
    let now = stored.as_ref().map_or_else(String::new, |value| mark(&K::facts(&cx.r, value)));
    let was = if form.failed() { form.value("was").to_owned() } else { now };
    Ok(FormPage {
        page: cx.page(),
        title: stored.as_ref().map_or_else(|| words.new.as_str().to_owned(), |value| K::name(value).to_owned()),
        back: (K::list_url(lang), words.list.as_str()),
        action: id.map_or_else(|| K::new_url(lang), |id| K::url(lang, id)),
        fields: K::fields(cx, &form, id),
        sounds: id.map(|id| K::sounds(cx, id)).unwrap_or_default(),
        form,
        was,
    })
}

async fn new<K: Kind>(cx: Cx) -> Answer {
    cx.html(&draw::<K>(&cx, K::blank(&cx), None)?)
}

async fn create<K: Kind>(cx: Cx, mut form: Form) -> Answer {
    let typed = K::parse(&mut form, &cx.r, None);
    let Some(value) = form.done(typed) else { return cx.invalid(&draw::<K>(&cx, form, None)?) };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::create::<K>(tx, &actor, &value)).await?;
    cx.see_done(K::list_url(cx.lang()), Notice::Saved)
}

async fn edit<K: Kind>(cx: Cx) -> Answer {
    let id: Id<K::Noun> = cx.id("id")?;
    let stored = K::stored(&cx.r, id).ok_or(Error::NotFound)?;
    cx.html(&draw::<K>(&cx, K::fill(&stored), Some(id))?)
}

async fn change<K: Kind>(cx: Cx, mut form: Form) -> Answer {
    let id: Id<K::Noun> = cx.id("id")?;
    K::stored(&cx.r, id).ok_or(Error::NotFound)?;
    let typed = K::parse(&mut form, &cx.r, Some(id));
    let Some(value) = form.done(typed) else { return cx.invalid(&draw::<K>(&cx, form, Some(id))?) };
    let (actor, was) = (cx.actor.clone(), form.value("was").to_owned());
    cx.deed(&form, move |tx| actions::change::<K>(tx, &actor, id, &was, &value)).await?;
    cx.see_done(K::url(cx.lang(), id), Notice::Saved)
}
