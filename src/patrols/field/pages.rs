//! The page on the phone, and what the page of a patrol tells of what phones delivered.

use askama::Template;

use super::batch::Cause;
use super::store::{self, Field};
use crate::base::{PatrolId, Time};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::patrols::contacts::Met;
use crate::patrols::model::{Mode, Stop};
use crate::patrols::pages::mode_word;
use crate::web::{Cx, Page};
use crate::{urls, web};

/// The program's drawing on a phone's first screen: the ring of people of the page's head.
pub(super) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E%3Crect width='64' height='64' rx='12' fill='%2322325e'/%3E%3Cg fill='none' stroke='%23d9a441' stroke-width='4' stroke-linecap='round'%3E%3Ccircle cx='32' cy='20' r='7'/%3E%3Ccircle cx='18' cy='42' r='6'/%3E%3Ccircle cx='46' cy='42' r='6'/%3E%3Cpath d='M25 54h14'/%3E%3C/g%3E%3C/svg%3E";

/// Seconds a clock may be off without a word: the page shows minutes.
const SILENT: i64 = 120;

#[derive(Template)]
#[template(path = "patrols/field.html")]
pub(super) struct FieldPage {
    page: Page,
    modes: Vec<(&'static str, Text)>,
    kinds: Vec<(&'static str, Text)>,
    login: String,
}

impl FieldPage {
    pub(super) fn new(cx: &Cx) -> FieldPage {
        FieldPage {
            page: cx.page(),
            modes: Mode::ALL.iter().map(|m| (m.as_str(), mode_word(cx.l, *m))).collect(),
            kinds: Met::ALL.iter().map(|k| (k.as_str(), k.word(cx.l))).collect(),
            login: urls::login_then(cx.lang(), "/field"),
        }
    }
}

/// The sentence of what is wrong with a delivery.
pub(super) fn sentence(l: L, cause: Cause) -> Text {
    match cause {
        Cause::Unreadable | Cause::TooMany => l.field_unreadable(),
        Cause::Clock => l.field_clock(),
        Cause::Future => l.patrols_slip_future(),
        Cause::TooOld => l.patrols_slip_too_old(),
        Cause::BeforeStart => l.patrols_slip_before_start(),
        Cause::BeforeArrival => l.patrols_slip_before_arrival(),
        Cause::BeforeEnd => l.field_before_end(),
        Cause::Place => l.field_place(),
        Cause::Words => l.field_words(),
        Cause::Number => l.field_number(),
    }
}

/// Two officers said two things; both are readable.
pub(in crate::patrols) struct Twice {
    pub(in crate::patrols) id: String,
    pub(in crate::patrols) what: String,
    pub(in crate::patrols) field: Text,
    pub(in crate::patrols) stands: String,
    pub(in crate::patrols) brought: String,
    pub(in crate::patrols) by: String,
    pub(in crate::patrols) at: String,
}

/// What phones delivered of a patrol that its page must tell.
pub(in crate::patrols) struct Read {
    conflicts: Vec<store::Conflict>,
    skews: Vec<(String, i64)>,
}

pub(in crate::patrols) fn read(conn: &mut Conn, patrol: PatrolId) -> Result<Read> {
    Ok(Read { conflicts: store::conflicts(conn, patrol)?, skews: store::skews(conn, patrol)? })
}

impl Read {
    /// The conflicts, each with its place.
    pub(in crate::patrols) fn twice(&self, l: L, stops: &[Stop]) -> Vec<Twice> {
        let one = |c: &store::Conflict| {
            let stop = c.stop.and_then(|id| stops.iter().find(|s| s.id == id));
            Twice {
                id: c.id.to_string(),
                what: stop.map_or_else(|| l.patrols_one().as_str().to_owned(), |s| s.place.clone()),
                field: word(l, c.field),
                stands: value(l, c.field, &c.stands),
                brought: value(l, c.field, &c.brought),
                by: c.by.clone(),
                at: l.datetime(c.at.civil()),
            }
        };
        self.conflicts.iter().map(one).collect()
    }

    /// Clocks that were off, each said once.
    pub(in crate::patrols) fn clocks(&self, l: L) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for (who, skew) in self.skews.iter().filter(|(_, skew)| skew.abs() >= SILENT) {
            let sentence = match *skew > 0 {
                true => l.field_ahead(l.span(*skew), who),
                false => l.field_behind(l.span(-*skew), who),
            };
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said
    }
}

fn word(l: L, field: Field) -> Text {
    match field {
        Field::Place => l.patrols_place(),
        Field::Arrived => l.patrols_arrived_at(),
        Field::Left => l.patrols_left_at(),
        Field::Residents => Met::Residents.word(l),
        Field::Traders => Met::Traders.word(l),
        Field::Young => Met::Young.word(l),
        Field::Leaders => Met::Leaders.word(l),
        Field::Observation => l.patrols_observation(),
        Field::Number => l.field_number_unknown(),
        Field::Mode => l.patrols_mode(),
        Field::Headcount => l.field_headcount(),
        Field::Objective => l.patrols_aim(),
        Field::Started => l.patrols_started(),
        Field::Ended => l.patrols_ended(),
        Field::Observations => l.patrols_observations(),
    }
}

fn value(l: L, field: Field, text: &str) -> String {
    let time = || text.parse().ok().map(|at| l.time(Time(at).civil().time()));
    let said = match field {
        Field::Arrived | Field::Left | Field::Started | Field::Ended => time(),
        Field::Mode => Mode::parse(text).map(|mode| mode_word(l, mode).as_str().to_owned()),
        _ => Some(text.to_owned()),
    };
    said.filter(|said| !said.is_empty()).unwrap_or_else(|| "–".to_owned())
}
