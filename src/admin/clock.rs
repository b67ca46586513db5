//! The working week and the steps of a late answer (P2): which days rest, which hours are worked, when the officer is warned and
//! the chief and the district are asked, how long a service has to accept. Running clocks are reckoned anew.

use askama::Template;
use diesel::prelude::*;

use super::permit_now;
use crate::areas::store::{load, touch};
use crate::areas::{Calendar, Reference};
use crate::base::Day;
use crate::concerns;
use crate::db::Tx;
use crate::db::schema::clock_rules;
use crate::error::Result;
use crate::i18n::L;
use crate::ledger;
use crate::policy::Access;
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice, Page, Routes};

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Admin, "/{l}/admin/clock", show);
    routes.post(Access::Admin, "/{l}/admin/clock", save);
}

/// What is stored, by name.
type Rules = Vec<(&'static str, i64)>;

fn stored(r: &Reference) -> Rules {
    let Calendar { rest, opens, closes, .. } = &r.calendar;
    let bits = rest.iter().enumerate().filter(|(_, rests)| **rests).map(|(day, _)| 1 << day).sum();
    vec![
        ("rest", bits),
        ("opens", *opens),
        ("closes", *closes),
        ("warn", r.points.warn),
        ("chief", r.points.chief),
        ("district", r.points.district),
        ("acceptance", r.acceptance),
    ]
}

/// « 07:30 », as `<input type=time>` takes it.
fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

fn fill(r: &Reference) -> Form {
    let rest = r.calendar.rest.iter().enumerate().filter(|(_, rests)| **rests);
    let rest = rest.map(|(day, _)| ("rest", day.to_string()));
    let lines = stored(r).into_iter().filter(|(name, _)| *name != "rest").map(|(name, value)| match name {
        "opens" | "closes" => (name, clock(value)),
        _ => (name, value.to_string()),
    });
    Form::filled(lines.chain(rest))
}

#[derive(Template)]
#[template(path = "admin/clock.html")]
struct ClockPage {
    page: Page,
    form: Form,
    /// Each day of the week: value, word, whether it rests.
    days: Vec<(String, String, bool)>,
}

impl ClockPage {
    fn new(cx: &Cx, form: Form) -> ClockPage {
        // Any Monday will do.
        let monday = Day(4).monday();
        let word = |day: i64| cx.l.weekday(monday.plus(day).date());
        let days = (0..7).map(|day: i64| (day.to_string(), word(day).to_owned(), form.is("rest", &day.to_string())));
        ClockPage { days: days.collect(), page: cx.page(), form }
    }
}

async fn show(cx: Cx) -> Answer {
    cx.html(&ClockPage::new(&cx, fill(&cx.r)))
}

fn parse(form: &mut Form) -> Option<Rules> {
    let rest: Vec<i64> =
        form.all("rest").iter().filter_map(|day| day.parse().ok()).filter(|day| (0..7).contains(day)).collect();
    let bits = (0..7).filter(|day| rest.contains(day)).map(|day| 1 << day).sum();
    if bits == 127 {
        form.fail("rest", L::clock_rest_all);
    }
    let mut hour = |name: &'static str| {
        let read = minutes(form.value(name));
        if read.is_none() {
            form.fail(name, L::clock_hour_slip);
        }
        read
    };
    let (opens, closes) = (hour("opens"), hour("closes"));
    if opens.zip(closes).is_some_and(|(opens, closes)| opens >= closes) {
        form.fail("closes", L::clock_closes_before);
    }
    let (warn, chief, district) =
        (form.number("warn", 1, 1_000), form.number("chief", 1, 1_000), form.number("district", 1, 1_000));
    if warn.zip(chief).is_some_and(|(warn, chief)| warn >= chief) {
        form.fail("chief", L::clock_step_after);
    }
    if chief.zip(district).is_some_and(|(chief, district)| chief >= district) {
        form.fail("district", L::clock_step_after);
    }
    let acceptance = form.number("acceptance", 1, 2_000);
    let rules = (|| {
        Some(vec![
            ("rest", bits),
            ("opens", opens?),
            ("closes", closes?),
            ("warn", warn?),
            ("chief", chief?),
            ("district", district?),
            ("acceptance", acceptance?),
        ])
    })();
    form.done(rules)
}

fn set(tx: &mut Tx<'_>, actor: &crate::base::Actor, rules: &Rules) -> Result<()> {
    permit_now(tx, actor)?;
    let before = stored(&load(tx.conn)?);
    let mut said = Vec::new();
    for ((name, value), (_, was)) in rules.iter().zip(&before).filter(|((_, now), (_, was))| now != was) {
        diesel::update(clock_rules::table.find(name)).set(clock_rules::value.eq(value)).execute(tx.conn)?;
        said.push(format!("{name}: {was} → {value}"));
    }
    if said.is_empty() {
        tx.nothing_new();
        return Ok(());
    }
    touch(tx)?;
    let r = load(tx.conn)?;
    concerns::clock::recount(tx, &r)?;
    ledger::record(tx, actor, "clock.set", "rules", &said.join("; "))
}

async fn save(cx: Cx, mut form: Form) -> Answer {
    let Some(rules) = parse(&mut form) else { return cx.invalid(&ClockPage::new(&cx, form)) };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| set(tx, &actor, &rules)).await?;
    cx.see_done(urls::admin_clock(cx.lang()), Notice::Saved)
}
