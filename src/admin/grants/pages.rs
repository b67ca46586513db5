//! The page on which roles over the district are decided, and its addresses.

use std::collections::HashMap;

use askama::Template;

use super::actions;
use super::store::{self, Grant};
use crate::accounts::{names, role_why, role_word};
use crate::base::{AccountId, GrantId};
use crate::error::Result;
use crate::policy::{Access, Deed, may};
use crate::web::{Answer, Cx, Form, Notice, Page, Routes};
use crate::{urls, web};

/// Its addresses.
pub(in crate::admin) fn routes(routes: &mut Routes) {
    routes.proven(|routes| {
        routes.get(Access::Granting, "/{l}/grants", list);
        routes.post(Access::Granting, "/{l}/grants/{id}", decide);
    });
}

#[derive(Template)]
#[template(path = "admin/grants.html")]
struct GrantsPage {
    page: Page,
    waiting: Vec<Line>,
    past: Vec<Line>,
}

/// An asking in words.
struct Line {
    id: GrantId,
    holder: String,
    role: String,
    why: String,
    asked: String,
    /// How it ended, once it has.
    ended: Option<(&'static str, String)>,
    /// True for who may decide it.
    mine: bool,
}

fn line(cx: &Cx, names: &HashMap<AccountId, String>, grant: &Grant) -> Line {
    let l = cx.l;
    let name = |id: AccountId| names.get(&id).map_or("–", String::as_str);
    let day = |at: crate::base::Time| l.date(at.civil().date());
    let ended = match (grant.granted, grant.decided_by.zip(grant.decided_at)) {
        (Some(true), Some((by, at))) => Some(("ok", l.grants_granted(day(at), name(by)))),
        (_, Some((by, at))) => Some(("refuse", l.grants_refused(day(at), name(by)))),
        (_, None) if !grant.waits(cx.now) => Some(("clock", l.grants_lapsed().as_str().to_owned())),
        (_, None) => None,
    };
    Line {
        id: grant.id,
        holder: name(grant.holder).to_owned(),
        role: role_word(l, grant.role).as_str().to_owned(),
        why: role_why(l, grant.role).as_str().to_owned(),
        asked: l.grants_asked(day(grant.asked_at), name(grant.asked_by)),
        mine: ended.is_none() && may(&cx.actor, &Deed::DecideGrant(&grant.facts())),
        ended,
    }
}

async fn draw(cx: &Cx) -> Result<GrantsPage> {
    let now = cx.now;
    let (waiting, past, names) = cx
        .read(move |conn| {
            let (waiting, past) = (store::open(conn, now)?, store::past(conn, now)?);
            let people = waiting.iter().chain(&past).flat_map(|g| [Some(g.holder), Some(g.asked_by), g.decided_by]);
            let people: Vec<AccountId> = people.flatten().collect();
            let names: HashMap<AccountId, String> = names(conn, &people)?.into_iter().collect();
            Ok((waiting, past, names))
        })
        .await?;
    let lines = |grants: &[Grant]| grants.iter().map(|grant| line(cx, &names, grant)).collect();
    Ok(GrantsPage { page: cx.page(), waiting: lines(&waiting), past: lines(&past) })
}

async fn list(cx: Cx) -> Answer {
    cx.html(&draw(&cx).await?)
}

async fn decide(cx: Cx, form: Form) -> Answer {
    let (id, actor): (GrantId, _) = (cx.id("id")?, cx.actor.clone());
    let granted = match form.value("verdict") {
        "grant" => true,
        "refuse" => false,
        _ => return Err(crate::error::Error::BadRequest("no such verdict on a role")),
    };
    cx.deed(&form, move |tx| actions::decide(tx, &actor, id, granted)).await?;
    cx.see_done(urls::grants(cx.lang()), Notice::Changed)
}
