//! Lists that an officer keeps: a tab and what narrows it, under a name, above the inbox with how many files are in it. Only one's
//! own; a list is an address, so it shows nothing that its owner may not see.

use askama::Template;
use diesel::prelude::*;

use super::inbox::{self, Ask, at_most};
use super::model::{FEW, Holder};
use super::rows;
use crate::base::{AccountId, Actor, DeskFilterId};
use crate::db::schema::desk_filters;
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::ledger;
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// Lists an account keeps at most: they stand in one line above the inbox, and each is counted.
const MOST: i64 = 8;
/// Letters of a name at most.
const NAME: usize = 40;

/// A list that is kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = desk_filters)]
pub(super) struct Filter {
    id: DeskFilterId,
    name: String,
    query: String,
}

/// The same above the inbox.
pub(super) struct Kept {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) count: String,
    pub(super) here: bool,
}

/// An account's lists, by name.
pub(super) fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<Filter>> {
    Ok(desk_filters::table
        .filter(desk_filters::account_id.eq(account))
        .order((desk_filters::name, desk_filters::id))
        .select(Filter::as_select())
        .load(conn)?)
}

/// How many files each has now.
pub(super) async fn counted(cx: &Cx, holder: &Holder, lists: &[Filter], ask: &Ask, base: &str) -> Result<Vec<Kept>> {
    if lists.is_empty() {
        return Ok(Vec::new());
    }
    let asks: Vec<Ask> = lists.iter().map(|list| Ask::kept(&list.query)).collect();
    let wanted: Vec<_> = asks.iter().map(|ask| (ask.tab(), ask.narrow(cx))).collect();
    let (whose, now) = (holder.clone(), cx.now);
    let counts: Vec<i64> = cx
        .read(move |conn| wanted.iter().map(|(tab, narrow)| rows::few(conn, &whose, *tab, narrow, now)).collect())
        .await?;
    let here = ask.query();
    let kept = |((list, ask), count): ((&Filter, &Ask), &i64)| Kept {
        name: list.name.clone(),
        url: ask.at(base, ask.tab(), ""),
        count: at_most(cx, *count, FEW),
        here: ask.query() == here,
    };
    Ok(lists.iter().zip(&asks).zip(&counts).map(kept).collect())
}

/// Keeps a list, changes its name or lets it go; of whose list it is nobody else learns.
fn insert(tx: &mut Tx<'_>, actor: &Actor, name: &str, query: &str) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let held = of(tx.conn, account)?;
    if held.len() as i64 >= MOST {
        return Err(Error::Refused(Refusal::ListsMany));
    }
    if held.iter().any(|list| list.name == name) {
        return Err(Error::Refused(Refusal::Taken));
    }
    diesel::insert_into(desk_filters::table)
        .values((
            desk_filters::id.eq(tx.id::<crate::base::DeskFilter>()),
            desk_filters::account_id.eq(account),
            desk_filters::name.eq(name),
            desk_filters::query.eq(query),
            desk_filters::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    ledger::record(tx, actor, "account.list", format!("account {account}"), "on")
}

fn rename(tx: &mut Tx<'_>, actor: &Actor, id: DeskFilterId, name: Option<&str>) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let held = of(tx.conn, account)?;
    if held.iter().all(|list| list.id != id) {
        return Err(Error::NotFound);
    }
    match name {
        Some(name) if held.iter().any(|list| list.id != id && list.name == name) => {
            return Err(Error::Refused(Refusal::Taken));
        }
        Some(name) => {
            diesel::update(desk_filters::table.find(id)).set(desk_filters::name.eq(name)).execute(tx.conn)?;
        }
        None => {
            diesel::delete(desk_filters::table.find(id)).execute(tx.conn)?;
        }
    }
    let what = if name.is_some() { "renamed" } else { "off" };
    ledger::record(tx, actor, "account.list", format!("account {account}"), what)
}

#[derive(Template)]
#[template(path = "desk/filters.html")]
struct FiltersPage {
    page: Page,
    form: Form,
    home: String,
    lists: Vec<Line>,
    /// The list that is to be kept, while it is not.
    query: Option<String>,
}

struct Line {
    id: DeskFilterId,
    name: String,
    url: String,
}

async fn draw(cx: &Cx, form: Form, query: Option<String>) -> Result<FiltersPage> {
    let account = cx.actor.account().ok_or(Error::SignIn)?;
    let lists = cx.read(move |conn| of(conn, account)).await?;
    let home = inbox::home(cx);
    let line = |list: &Filter| {
        let ask = Ask::kept(&list.query);
        Line { id: list.id, name: list.name.clone(), url: ask.at(&home, ask.tab(), "") }
    };
    Ok(FiltersPage { page: cx.page(), lists: lists.iter().map(line).collect(), form, home, query })
}

/// `/{l}/desk/filters`
pub(super) async fn list(cx: Cx) -> Answer {
    let page = draw(&cx, Form::blank(), None).await?;
    cx.html(&page)
}

/// Keeps the list that was seen.
pub(super) async fn keep(cx: Cx, mut form: Form) -> Answer {
    let query = Ask::kept(form.value("query")).query();
    let name = form.line("name", 1, NAME);
    if query.is_empty() {
        form.fail("name", L::filters_whole);
    }
    let Some(name) = form.done(name) else { return refuse(&cx, form, query).await };
    let (actor, kept) = (cx.actor.clone(), query.clone());
    match cx.deed(&form, move |tx| insert(tx, &actor, &name, &kept)).await {
        Ok(()) => cx.see_done(format!("{}?{query}", inbox::home(&cx)), Notice::Saved),
        Err(Error::Refused(Refusal::Taken)) => {
            form.fail("name", L::filters_taken);
            refuse(&cx, form, query).await
        }
        Err(Error::Refused(Refusal::ListsMany)) => {
            form.fail("name", L::filters_many);
            refuse(&cx, form, query).await
        }
        Err(error) => Err(error),
    }
}

async fn refuse(cx: &Cx, form: Form, query: String) -> Answer {
    let page = draw(cx, form, Some(query)).await?;
    cx.invalid(&page)
}

/// Another name, or no more.
pub(super) async fn change(cx: Cx, mut form: Form) -> Answer {
    let id: DeskFilterId = cx.id("id")?;
    let actor = cx.actor.clone();
    let account = actor.account().ok_or(Error::SignIn)?;
    cx.read(move |conn| if of(conn, account)?.iter().any(|l| l.id == id) { Ok(()) } else { Err(Error::NotFound) })
        .await?;
    let name = match form.value("deed") {
        "drop" => Some(None),
        _ => form.line("rename", 1, NAME).map(Some),
    };
    let Some(name) = form.done(name) else {
        let page = draw(&cx, form, None).await?;
        return cx.invalid(&page);
    };
    match cx.deed(&form, move |tx| rename(tx, &actor, id, name.as_deref())).await {
        Err(Error::Refused(Refusal::Taken)) => {
            form.fail("rename", L::filters_taken);
            let page = draw(&cx, form, None).await?;
            cx.invalid(&page)
        }
        Err(error) => Err(error),
        Ok(()) => cx.see_done(urls::desk_filters(cx.lang()), Notice::Saved),
    }
}
