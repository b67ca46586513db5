//! The addresses of the bulletin and of the ledger's days.

use std::sync::Arc;

use super::ledger;
use super::month::Month;
use super::pages::{BulletinPage, LINES, ListPage, OVERDUE, RUMOURS, Read};
use crate::areas::AreaKind;
use crate::concerns::month as told;
use crate::error::Error;
use crate::ledger::day;
use crate::policy::Access;
use crate::web::{Answer, Cx, Routes};
use crate::{forums, patrols, rumours};

/// Its addresses. The bulletin says where it is read, as its reader reached it, so it is not kept for others.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/areas/{slug}/bulletin/{month}", bulletin);
    routes.get(Access::Public, "/{l}/forums/{slug}/bulletins", bulletins);
    routes.get(Access::Public, "/{l}/ledger", ledger::days);
    routes.get(Access::Public, "/data/ledger.csv", ledger::as_csv);
}

async fn bulletin(cx: Cx) -> Answer {
    let (slug, month): (String, Month) = (cx.part("slug")?, cx.part("month")?);
    let r = Arc::clone(&cx.r);
    let area = r.area_at(&slug).filter(|a| a.active && a.kind == AreaKind::Quartier).ok_or(Error::NotFound)?;
    if month > Month::of(cx.now) {
        return Err(Error::NotFound);
    }
    let (committees, now, id) = (r.committees_for(area.id), cx.now, area.id);
    let around: Vec<_> = std::iter::once(area.id).chain(area.parent_id).collect();
    let read = cx
        .read(move |conn| {
            let (first, end) = month.days();
            let span = (first.start(), end.start());
            Ok(Read {
                told: told::of_area(conn, id, span, LINES)?,
                promised: forums::promised(conn, &committees, span, now, OVERDUE)?,
                meeting: forums::next_meetings(conn, now, &committees)?.into_iter().next(),
                presence: patrols::presence_of(conn, id, first, end, now.day())?,
                rumours: rumours::latest(conn, &around, span.0, RUMOURS)?,
                ledger: day::end_of(conn, day::told_until(now))?,
            })
        })
        .await?;
    cx.html(&BulletinPage::new(&cx, area, month, &read))
}

/// The quartiers a committee speaks for, each with this month's bulletin and the last one's.
async fn bulletins(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let committee = r.committee_at(&slug).filter(|c| c.active).ok_or(Error::NotFound)?;
    let home = r.area(committee.area_id).ok_or(Error::NotFound)?;
    let areas: Vec<_> = match home.kind {
        AreaKind::Quartier => vec![home],
        AreaKind::Commune | AreaKind::District => r.quartiers(home.id).collect(),
    };
    cx.html(&ListPage::new(&cx, committee, &areas))
}
