//! The bilan in words: sections and lines in the reader's language, and the page that prints on one A4.

use askama::Template;

use super::model::{Bilan, Period, Row, Section, Value};
use super::store::Counts;
use crate::base::UnitId;
use crate::concerns::words;
use crate::i18n::Text;
use crate::web::{Cx, Page};
use crate::{urls, web};

fn row(label: Text, value: Value) -> Row {
    Row { label: label.as_str().to_owned(), value, part: false }
}

fn part(label: &str, value: Value) -> Row {
    Row { label: label.to_owned(), value, part: true }
}

fn section(title: Text, icon: &'static str, rows: Vec<Row>) -> Section {
    Section { title: title.as_str().to_owned(), icon, rows }
}

/// What was counted, said.
pub(super) fn tell(cx: &Cx, unit: UnitId, period: Period, counts: &Counts) -> Bilan {
    let (l, n) = (cx.l, Value::Count);
    let mut closed = vec![row(l.bilan_resolved(), n(counts.resolved))];
    closed.push(part(l.units_confirmed().as_str(), n(counts.confirmed)));
    closed.push(part(l.units_partly().as_str(), n(counts.partly)));
    closed.push(part(l.units_silent().as_str(), n(counts.silent)));
    closed.push(row(l.bilan_unresolved(), n(counts.unresolved)));
    let reasons = counts.reasons.iter().filter(|(_, number)| *number > 0);
    closed.extend(reasons.map(|(reason, number)| part(words::reason(l, *reason).as_str(), n(*number))));
    Bilan {
        unit: cx.r.unit_name(unit).to_owned(),
        period: period.say(l),
        made: l.bilan_made(l.date(cx.now.civil().date())),
        sections: vec![
            section(
                l.bilan_patrols(),
                "patrol",
                vec![
                    row(l.bilan_n_patrols(), n(counts.patrols)),
                    row(l.bilan_patrol_minutes(), Value::Minutes(counts.patrol_minutes)),
                    row(l.bilan_stops(), n(counts.stops)),
                    row(l.bilan_stop_minutes(), Value::Minutes(counts.stop_minutes)),
                    row(l.bilan_quartiers(), n(counts.quartiers)),
                ],
            ),
            section(
                l.bilan_concerns(),
                "report",
                [vec![row(l.bilan_received(), n(counts.received))], closed, vec![row(l.bilan_open(), n(counts.open))]]
                    .concat(),
            ),
            section(
                l.bilan_pace(),
                "clock",
                vec![
                    row(l.clock_median_answer(), Value::Seconds(counts.pace.answer.seconds)),
                    row(l.clock_median_closing(), Value::Seconds(counts.pace.closing.seconds)),
                    row(l.bilan_to_chief(), n(counts.to_chief)),
                    row(l.bilan_to_district(), n(counts.to_district)),
                ],
            ),
            section(
                l.cause_title(),
                "warn",
                counts.causes.iter().map(|(cause, number)| row(cause.word(l), n(*number))).collect(),
            ),
            section(
                l.bilan_meetings(),
                "meeting",
                vec![
                    row(l.bilan_n_meetings(), n(counts.meetings)),
                    row(l.bilan_with_minutes(), n(counts.with_minutes)),
                ],
            ),
            section(
                l.bilan_commitments(),
                "commitment",
                vec![
                    row(l.bilan_promised(), n(counts.promised)),
                    row(l.bilan_kept(), n(counts.kept)),
                    row(l.bilan_abandoned(), n(counts.abandoned)),
                    row(l.bilan_overdue(), n(counts.overdue)),
                ],
            ),
        ],
    }
}

/// A link, its word, and whether it is this page.
type Link = (String, String, bool);

#[derive(Template)]
#[template(path = "bilan/bilan.html")]
pub(super) struct BilanPage {
    page: Page,
    bilan: Bilan,
    base: String,
    /// Units to choose from, and the one chosen.
    units: Vec<(String, String, bool)>,
    chosen: String,
    kinds: Vec<Link>,
    before: String,
    after: Option<String>,
    csv: String,
    ods: String,
}

impl BilanPage {
    pub(super) fn new(cx: &Cx, unit: UnitId, choice: &[UnitId], period: Period, bilan: Bilan) -> BilanPage {
        let (l, lang) = (cx.l, cx.lang());
        let base = urls::bilan(lang);
        let slug = cx.r.unit_slug(unit);
        let at = |base: &str, period: Period| urls::with_query(base, &[("unit", slug), ("period", &period.word())]);
        let words = [l.bilan_month(), l.bilan_by_quarter(), l.bilan_year()];
        let same = |a: Period, b: Period| std::mem::discriminant(&a) == std::mem::discriminant(&b);
        let kinds = period.alternatives().into_iter().zip(words);
        let units = choice.iter().filter_map(|id| cx.r.unit(*id));
        BilanPage {
            units: units.map(|u| (u.slug.clone(), u.name.clone(), u.id == unit)).collect(),
            kinds: kinds.map(|(p, word)| (at(&base, p), word.as_str().to_owned(), same(p, period))).collect(),
            before: at(&base, period.moved(-1)),
            after: Some(period.moved(1)).filter(|next| next.span().0 <= cx.now).map(|next| at(&base, next)),
            csv: at(&urls::bilan_csv(lang), period),
            ods: at(&urls::bilan_ods(lang), period),
            chosen: period.word(),
            page: cx.page(),
            bilan,
            base,
        }
    }
}
