//! Slips: printing sheets, counting what became of them, withdrawing. No page shows a code but the one that prints it.

use std::sync::Arc;

use askama::Template;

use crate::base::Actor;
use crate::concerns::slips::{self, PER_SHEET, Sheet, SlipSerial, SlipState, Tally};
use crate::error::{Error, Refusal};
use crate::i18n::Text;
use crate::policy::Access;
use crate::web::{Answer, Cursor, Cx, Form, Notice, Page, Routes};
use crate::{urls, web};

/// Sheets printed at once: a page that still loads on a slow line. `sigida slips` prints more.
const SHEETS: i64 = 10;

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    // Codes go out of the house by it.
    routes.proven(|routes| {
        routes.get(Access::Admin, "/{l}/admin/slips", list);
        routes.post(Access::Admin, "/{l}/admin/slips", print);
        routes.get(Access::Admin, "/{l}/admin/slips/{sheet}", sheet);
        routes.post(Access::Admin, "/{l}/admin/slips/{sheet}", void);
    });
}

#[derive(Template)]
#[template(path = "admin/slips.html")]
struct SlipsPage {
    page: Page,
    form: Form,
    tally: Tally,
    rows: Vec<(i64, String, Tally)>,
    pager: Option<(String, Option<String>)>,
}

async fn draw(cx: &Cx, mut form: Form) -> Result<SlipsPage, Error> {
    let after = cx.cursor();
    let (tally, sheets) = cx.read(move |conn| Ok((slips::tally(conn)?, slips::sheets(conn, after)?))).await?;
    form.preset("sheets", "1");
    let url = urls::admin_slips(cx.lang());
    let next = sheets.next.map(|next: Cursor| urls::with_query(&url, &[("after", &next.to_string())]));
    let pager = (after.is_some() || next.is_some()).then_some((url, next));
    let page = cx.page();
    let rows = sheets.items.into_iter().map(|(number, made, tally)| (number, page.date(&made), tally)).collect();
    Ok(SlipsPage { page, form, tally, rows, pager })
}

async fn list(cx: Cx) -> Answer {
    let page = draw(&cx, Form::blank()).await?;
    cx.html(&page)
}

#[derive(Template)]
#[template(path = "admin/slips_printed.html")]
struct PrintedPage {
    page: Page,
    sheets: String,
}

/// Prints. The codes are in this answer and nowhere else: the same form sent again gets no second look at them.
async fn print(cx: Cx, mut form: Form) -> Answer {
    let sheets = form.number("sheets", 1, SHEETS);
    let Some(sheets) = form.done(sheets) else {
        let page = draw(&cx, form).await?;
        return cx.invalid(&page);
    };
    let (site, count) = (Arc::clone(&cx.site), usize::try_from(sheets).unwrap_or(1) * PER_SHEET);
    let (codes, stored) = cx.site.slow.run(move || slips::codes(&site.keys, &site.entropy, count)).await?;
    let (actor, ours): (Actor, _) = (cx.actor.clone(), crate::keys::digest(&[&cx.site.entropy.bytes::<16>()]));
    let print = ours.clone();
    let printed = cx.deed(&form, move |tx| slips::print_sheets(tx, &actor, &stored, &print)).await?;
    if printed.print != ours {
        return Err(Error::Refused(Refusal::SlipsShown));
    }
    let sheets = slips::draw(&Sheet::all(printed.first, &codes))?;
    cx.html(&PrintedPage { page: cx.page(), sheets })
}

#[derive(Template)]
#[template(path = "admin/slip_sheet.html")]
struct SheetPage {
    page: Page,
    number: i64,
    made: String,
    rows: Vec<Row>,
    unused: bool,
}

struct Row {
    serial: String,
    place: i64,
    unused: bool,
    class: &'static str,
    icon: &'static str,
    state: Text,
    since: String,
}

async fn sheet(cx: Cx) -> Answer {
    let number: i64 = cx.part("sheet")?;
    let (made, rows) = cx.read(move |conn| slips::sheet(conn, number)).await?;
    let l = cx.l;
    let row = |(place, state, since): (i64, SlipState, Option<crate::base::Day>)| {
        let (class, icon, word) = match state {
            SlipState::Unused => ("committee", "agenda", l.slips_unused()),
            SlipState::Used => ("unit", "ok", l.slips_used_state()),
            SlipState::Void => ("resident", "closed", l.slips_void_state()),
        };
        let serial = SlipSerial { sheet: number, place }.to_string();
        let since = since.map(|day| l.date(day.date())).unwrap_or_default();
        Row { serial, place, unused: state == SlipState::Unused, class, icon, state: word, since }
    };
    let rows: Vec<Row> = rows.into_iter().map(row).collect();
    let page = cx.page();
    let unused = rows.iter().any(|row| row.unused);
    cx.html(&SheetPage { made: page.date(&made), page, number, rows, unused })
}

/// Withdraws one slip, or all a sheet has left.
async fn void(cx: Cx, form: Form) -> Answer {
    let number: i64 = cx.part("sheet")?;
    let place = match form.value("place") {
        "all" => None,
        place => Some(place.parse().map_err(|_| Error::BadRequest("no such slip"))?),
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| slips::void(tx, &actor, number, place)).await?;
    cx.see_done(urls::admin_slip_sheet(cx.lang(), number), Notice::Changed)
}
