//! The page of the rules: how long each thing is kept, and what would go today.

use askama::Template;

use super::rules::{self, Counts, Rule};
use crate::error::Result;
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice, Page, actor_of};

/// A century: more is no rule.
const MOST: i64 = 36_500;

#[derive(Template)]
#[template(path = "purge/rules.html")]
struct RulesPage {
    page: Page,
    form: Form,
    due: Counts,
}

async fn draw(cx: &Cx, form: Option<Form>) -> Result<RulesPage> {
    let (now, sound_days) = (cx.now, cx.site.settings.sound_days);
    let (days, due) =
        cx.read(move |conn| Ok((rules::all(conn, sound_days)?, rules::look(conn, now, sound_days)?))).await?;
    let filled = || {
        let shown = |days: Option<i64>| days.map(|n| n.to_string()).unwrap_or_default();
        Form::filled(days.iter().map(|(rule, days)| (rule.as_str(), shown(*days))))
    };
    Ok(RulesPage { page: cx.page(), form: form.unwrap_or_else(filled), due })
}

/// `/{l}/admin/retention`
pub(super) async fn show(cx: Cx) -> Answer {
    cx.html(&draw(&cx, None).await?)
}

/// The shortest term of an account: no session lasts longer, so that whoever is signed in loses nothing.
const IDLE: i64 = 30;

/// Sets them. An empty field keeps for good, except the time to answer, which is owed. A rule whose days are those it has already is not
/// written: the first value of one that nobody set stays what it is, a setting.
pub(super) async fn save(cx: Cx, mut form: Form) -> Answer {
    let parsed: Vec<Option<(Rule, Option<i64>)>> = Rule::ALL
        .iter()
        .map(|rule| {
            let days = match rule {
                Rule::Answer => form.number(rule.as_str(), 1, 365).map(Some),
                Rule::Original => form.number(rule.as_str(), 1, MOST).map(Some),
                Rule::Identity | Rule::Sound => form.number(rule.as_str(), 0, MOST).map(Some),
                Rule::Words | Rule::Request => form.number_maybe(rule.as_str(), 0, MOST),
                Rule::MeetingNames => form.number_maybe(rule.as_str(), 1, MOST),
                Rule::AccountIdle => form.number_maybe(rule.as_str(), IDLE, MOST),
            };
            days.map(|days| (*rule, days))
        })
        .collect();
    let all: Option<Vec<_>> = parsed.into_iter().collect();
    let Some(all) = form.done(all) else { return cx.invalid(&draw(&cx, Some(form)).await?) };
    let (actor, first) = (cx.actor.clone(), cx.site.settings.sound_days);
    cx.deed(&form, move |tx| {
        let now = match actor.account() {
            Some(id) => actor_of(tx.conn, id)?,
            None => actor.clone(),
        };
        permit(&now, &Deed::Administer)?;
        let before = rules::all(tx.conn, first)?;
        let mut detail = Vec::new();
        for (rule, days) in &all {
            if before.contains(&(*rule, *days)) {
                continue;
            }
            rules::set(tx, *rule, *days)?;
            detail.push(format!("{rule} {}", days.map_or_else(|| "–".to_owned(), |d| d.to_string())));
        }
        ledger::record(tx, &actor, "retention.set", "rules", &detail.join(", "))
    })
    .await?;
    cx.see_done(urls::admin_retention(cx.lang()), Notice::Saved)
}
