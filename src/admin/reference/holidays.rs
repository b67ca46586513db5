//! Public holidays: days that do not count for kinds that count working days or hours. Running clocks are reckoned anew.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, HolidayRow};
use crate::admin::view::{Field, Row};
use crate::areas::store::load;
use crate::areas::{Holiday, Reference};
use crate::base::{self, HolidayId, Lang};
use crate::concerns;
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Holidays;

fn holiday(r: &Reference, id: HolidayId) -> Option<&Holiday> {
    r.holidays.iter().find(|h| h.id == id)
}

/// Clocks count by the calendar as it stands after the change.
fn recount(tx: &mut Tx<'_>) -> Result<()> {
    let r = load(tx.conn)?;
    concerns::clock::recount(tx, &r)
}

impl Kind for Holidays {
    type Noun = base::Holiday;
    type Value = HolidayRow;
    const WORD: &'static str = "holiday";

    fn words(l: L) -> Words {
        Words { list: l.clock_holidays(), lead: l.clock_holidays_lead(), new: l.clock_holiday_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_holidays(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_holiday_new(lang)
    }

    fn url(lang: Lang, id: HolidayId) -> String {
        urls::admin_holiday(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.clock_day().as_str(), l.clock_again().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let row = |h: &Holiday| Row {
            id: h.id.raw(),
            url: urls::admin_holiday(cx.lang(), h.id),
            icon: Some("calendar".into()),
            name: h.name(cx.lang()).to_owned(),
            cells: match h.yearly {
                true => vec![cx.l.day_month(h.day.date()), cx.l.clock_yearly_short().as_str().to_owned()],
                false => vec![cx.l.date(h.day.date()), cx.l.clock_once().as_str().to_owned()],
            },
            active: h.active,
        };
        cx.r.holidays.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: HolidayId) -> Option<HolidayRow> {
        holiday(r, id).map(|h| HolidayRow {
            day: h.day,
            yearly: h.yearly,
            name_fr: h.name_fr.clone(),
            name_bm: h.name_bm.clone(),
            active: h.active,
        })
    }

    fn name(value: &HolidayRow) -> &str {
        &value.name_fr
    }

    fn mark(_: &Reference, id: HolidayId) -> String {
        id.to_string()
    }

    fn taken(_: &Reference, _: &str) -> bool {
        false
    }

    fn facts(_: &Reference, v: &HolidayRow) -> Facts {
        vec![
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("day", v.day.to_string()),
            ("yearly", yes(v.yearly)),
            ("active", yes(v.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("active", "yes".into())])
    }

    fn fill(v: &HolidayRow) -> Form {
        let flag = |name, flag: bool| flag.then(|| (name, "yes".to_owned()));
        let lines = [("name_fr", v.name_fr.clone()), ("name_bm", v.name_bm.clone()), ("day", v.day.to_string())];
        Form::filled(
            lines.into_iter().chain([flag("yearly", v.yearly), flag("active", v.active)].into_iter().flatten()),
        )
    }

    fn fields(cx: &Cx, _: &Form, _: Option<HolidayId>) -> Vec<Field> {
        let l = cx.l;
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::Line {
                name: "day",
                label: l.clock_day().as_str(),
                help: String::new(),
                kind: "date",
                optional: false,
                attrs: "class=\"short\"",
            },
            Field::Check {
                name: "yearly",
                label: l.clock_yearly().as_str(),
                help: l.clock_yearly_help().as_str().to_owned(),
            },
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, _: &Reference, _: Option<HolidayId>) -> Option<HolidayRow> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 60), form.line("name_bm", 2, 60));
        let day = form.day("day");
        let (yearly, active) = (form.ticked("yearly"), form.ticked("active"));
        Some(HolidayRow { day: day?, yearly, name_fr: name_fr?, name_bm: name_bm?, active })
    }

    fn insert(tx: &mut Tx<'_>, id: HolidayId, _: &str, value: &HolidayRow) -> Result<()> {
        store::insert_holiday(tx, id, value)?;
        recount(tx)
    }

    fn update(tx: &mut Tx<'_>, id: HolidayId, value: &HolidayRow) -> Result<()> {
        store::update_holiday(tx, id, value)?;
        recount(tx)
    }
}
