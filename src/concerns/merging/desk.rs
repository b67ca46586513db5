//! At the desk: joining a file with another, from a suggestion or by its number, and undoing it.

use std::sync::Arc;

use super::actions::{may_join, merge, part};
use super::model::Hindrance;
use crate::base::ConcernNumber;
use crate::concerns::desk::{Panel, file_again, file_is_readable, inbox_home};
use crate::concerns::store;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::policy::{Deed, permit};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// Which file, and the sentence for the reporter: a suggestion that was chosen, or the number that was typed.
fn parse(form: &mut Form, year: i32) -> Option<(ConcernNumber, String)> {
    let typed = form.value("other").to_owned();
    let chosen = form.value("likely").to_owned();
    let number = if typed.is_empty() { chosen.parse().ok() } else { read(&typed, year) };
    if number.is_none() {
        form.fail("other", if typed.is_empty() { L::merge_choose } else { L::merge_unknown });
    }
    let sentence = form.words("merging", 5, 3_000);
    form.done(number.zip(sentence))
}

/// A number as somebody typed it; of the year of the file when none was.
fn read(typed: &str, year: i32) -> Option<ConcernNumber> {
    let (typed, serial) = ConcernNumber::read(typed)?;
    Some(ConcernNumber { year: typed.unwrap_or(year), serial })
}

/// What stands in the way, seen before the deed so that it can be said under its field.
async fn hindrance(cx: &Cx, number: ConcernNumber, other: ConcernNumber) -> Result<Option<Hindrance>> {
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let from = store::find(conn, number)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::WorkFile(&store::facts_for(conn, &actor, &r, &from)?))?;
        may_join(conn, &actor, &r, &from, other)
    })
    .await
}

/// `POST /{l}/desk/concerns/{number}/merge`
pub(in crate::concerns) async fn join(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let Some((other, sentence)) = parse(&mut form, number.year) else {
        return file_again(&cx, number, form, Panel::Merge).await;
    };
    if let Some(why) = hindrance(&cx, number, other).await? {
        // Sent a second time, it is done already: the deed answers again what it answered.
        let done = why == Hindrance::Closed && is_joined(&cx, number, other).await?;
        if !done {
            form.fail("other", move |l: L| why.word(l));
            return file_again(&cx, number, form, Panel::Merge).await;
        }
    }
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| merge(tx, &actor, &r, number, other, &sentence)).await?;
    cx.see_done(urls::desk_concern(cx.lang(), number), Notice::Changed)
}

async fn is_joined(cx: &Cx, number: ConcernNumber, other: ConcernNumber) -> Result<bool> {
    cx.read(move |conn| {
        let (Some(from), Some(into)) = (store::find(conn, number)?, store::find(conn, other)?) else {
            return Ok(false);
        };
        Ok(super::live(conn, from.id)?.is_some_and(|merge| merge.into_id == into.id))
    })
    .await
}

/// `POST /{l}/desk/concerns/{number}/separation`
pub(in crate::concerns) async fn undo(cx: Cx, form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| part(tx, &actor, &r, number)).await?;
    if file_is_readable(&cx, number).await? {
        return cx.see_done(urls::desk_concern(cx.lang(), number), Notice::Changed);
    }
    cx.see_done(inbox_home(&cx), Notice::Changed)
}
