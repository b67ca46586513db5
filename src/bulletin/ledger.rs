//! The ledger's hash of each day, for everybody: a paper is compared with it here, or by whoever runs the instance with
//! `sigida audit verify`, which reads the whole chain.

use askama::Template;

use crate::base::Day;
use crate::concerns::parts::pager;
use crate::ledger::day::{self, DayEnd, Digits};
use crate::ledger::signed::{self, Signed};
use crate::web::{Answer, Cursor, Cx, Form, PAGE, Page, Slice};
use crate::{urls, web};

/// A day in the list.
struct Line {
    day: String,
    iso: String,
    rows: String,
    hash: String,
    /// True when the instance signed this very end.
    signed: bool,
}

/// What a comparison came to: class, icon, sentence.
type Verdict = (&'static str, &'static str, String);

#[derive(Template)]
#[template(path = "bulletin/ledger.html")]
struct LedgerPage {
    page: Page,
    form: Form,
    verdict: Option<Verdict>,
    lines: Vec<Line>,
    first: String,
    next: String,
}

fn line(cx: &Cx, end: &DayEnd, marks: &[Signed]) -> Line {
    let signed = marks.iter().any(|mark| end.is_signed_by(mark) && mark.holds(&cx.site.keys));
    let (day, rows) = (cx.l.date(end.day.date()), cx.l.number(end.rows));
    Line { day, iso: end.day.to_string(), rows, hash: end.printed(), signed }
}

/// What was typed, compared with what the ledger held then.
fn compare(cx: &Cx, day: Option<Day>, until: Day, end: Option<&DayEnd>) -> Option<Verdict> {
    let l = cx.l;
    let (asked, typed) = (cx.query("day"), cx.query("hash"));
    if asked.is_empty() && typed.is_empty() {
        return None;
    }
    let wrong = |text: String| Some(("warn", "warn", text));
    let (Some(day), Some(digits)) = (day, Digits::parse(typed)) else {
        return wrong(l.bulletin_compare_slip().as_str().to_owned());
    };
    let said = l.date(day.date());
    match end {
        _ if day > until => wrong(l.bulletin_compare_early(l.date(until.date()))),
        Some(end) if end.is(&digits) => Some(("ok", "ok", l.bulletin_compare_yes(said, l.number(end.rows)))),
        _ => Some(("danger", "warn", l.bulletin_compare_no(said))),
    }
}

/// The page: a comparison, and the days, the latest first.
pub(super) async fn days(cx: Cx) -> Answer {
    let (until, after) = (day::told_until(cx.now), cx.cursor());
    let asked = Day::parse(cx.query("day"));
    // Whoever asks for a page that begins nowhere gets the first one.
    let from = after.map_or(until, |c| Day(c.key).plus(-1)).min(until);
    let (ends, end, marks) = cx
        .read(move |conn| {
            let end = asked.filter(|day| *day <= until).map(|day| day::end_of(conn, day)).transpose()?.flatten();
            let ends = day::ends(conn, from, PAGE + 1)?;
            let marks = match (ends.last(), ends.first()) {
                (Some(first), Some(last)) => signed::between(conn, first.day, last.day)?,
                _ => Vec::new(),
            };
            Ok((ends, end, marks))
        })
        .await?;
    let slice = Slice::cut(ends, |end: &DayEnd| Cursor { key: end.day.0, id: 0 });
    let page = cx.page();
    let (first, next) = pager(cx.lang(), &page.here, after, slice.next);
    cx.html(&LedgerPage {
        verdict: compare(&cx, asked, until, end.as_ref()),
        lines: slice.items.iter().map(|end| line(&cx, end, &marks)).collect(),
        form: Form::filled(["day", "hash"].map(|name| (name, cx.query(name).to_owned()))),
        page,
        first,
        next,
    })
}

/// `/data/ledger.csv`: every signed day that is over, for whoever keeps a copy elsewhere.
pub(super) async fn as_csv(cx: Cx) -> Answer {
    let until = day::told_until(cx.now);
    let marks = cx.read(move |conn| signed::between(conn, Day(0), until)).await?;
    let lines = std::iter::once(signed::COLUMNS.to_owned()).chain(marks.iter().map(Signed::line));
    let body: String = lines.map(|line| line + "\r\n").collect();
    cx.download("text/csv; charset=utf-8", "sigida-ledger.csv", body.into_bytes())
}
