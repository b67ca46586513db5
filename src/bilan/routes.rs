//! The addresses of the bilan: for the chief of the unit, and for oversight of every one.

use std::sync::Arc;

use super::model::{Bilan, Period};
use super::pages::{BilanPage, tell};
use super::{csv, ods, store};
use crate::base::UnitId;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Access, Deed, may, permit};
use crate::web::{Answer, Cx, Form, Routes};

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(Access::Desk, "/{l}/desk/bilan", show);
    // A file leaves the house: whoever takes it proves again who they are, and the ledger says who took which.
    routes.proven(|routes| {
        routes.post(Access::Desk, "/{l}/desk/bilan/csv", as_csv);
        routes.post(Access::Desk, "/{l}/desk/bilan/ods", as_ods);
    });
}

struct Read {
    unit: UnitId,
    /// Units the reader may choose.
    choice: Vec<UnitId>,
    period: Period,
    bilan: Bilan,
}

/// The unit and the span the address asks for; the reader's own unit and the last whole month when it asks for none.
async fn read(cx: &Cx) -> Result<Read> {
    let choice: Vec<UnitId> =
        cx.r.units.iter().filter(|u| u.active).map(|u| u.id).filter(|u| may(&cx.actor, &Deed::ReadBilan(*u))).collect();
    let unit = match cx.query("unit") {
        "" => *choice.first().ok_or(Error::Forbidden)?,
        slug => cx.r.unit_at(slug).ok_or(Error::NotFound)?.id,
    };
    permit(&cx.actor, &Deed::ReadBilan(unit))?;
    let period = match cx.query("period") {
        "" => Period::last_month(cx.now),
        text => Period::parse(text).ok_or(Error::NotFound)?,
    };
    let (now, r) = (cx.now, Arc::clone(&cx.r));
    let counts = cx
        .read(move |conn| {
            let committees = store::committees(&r, unit);
            store::count(conn, unit, &committees, period.span(), now)
        })
        .await?;
    Ok(Read { bilan: tell(cx, unit, period, &counts), unit, choice, period })
}

async fn show(cx: Cx) -> Answer {
    let Read { unit, choice, period, bilan } = read(&cx).await?;
    cx.html(&BilanPage::new(&cx, unit, &choice, period, bilan))
}

/// « bilan-commune-1-ouest-2026-11.csv ».
fn name(cx: &Cx, read: &Read, end: &str) -> String {
    let slug = cx.r.unit(read.unit).map_or("–", |u| u.slug.as_str());
    format!("bilan-{slug}-{}.{end}", read.period.word())
}

/// What goes into a file: recorded first, each time, then given.
async fn taken(cx: &Cx, mut form: Form, format: &'static str) -> Result<Read> {
    let read = read(cx).await?;
    form.done(Some(())).ok_or(Error::Refused(Refusal::StaleForm))?;
    let actor = cx.actor.clone();
    let object = format!("unit {} {}", cx.r.unit_slug(read.unit), read.period.word());
    // Not once a form: whoever sends it again takes it again, and that is recorded again.
    cx.site.db.write(move |tx| ledger::record(tx, &actor, "export.bilan", &object, format)).await?;
    Ok(read)
}

async fn as_csv(cx: Cx, form: Form) -> Answer {
    let read = taken(&cx, form, "csv").await?;
    cx.download("text/csv; charset=utf-8", &name(&cx, &read, "csv"), csv::of(&read.bilan, cx.l).into_bytes())
}

async fn as_ods(cx: Cx, form: Form) -> Answer {
    let read = taken(&cx, form, "ods").await?;
    cx.download(ods::KIND, &name(&cx, &read, "ods"), ods::of(&read.bilan, cx.l)?)
}
