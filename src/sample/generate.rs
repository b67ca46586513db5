//! Made-up concerns in any number, to measure with: spread over quartiers, categories, states and two years, with what happened
//! to each. The same seed makes the same concerns. They are written as rows, not lived through the deeds, so that ten
//! thousand take seconds; each is one row of the ledger all the same.

use std::sync::Arc;

use diesel::prelude::*;

use super::reference;
use crate::areas::{self, Category, Reference};
use crate::base::{Actor, AreaId, ConcernNumber, DAY, Entropy, Function, HOUR, Lang, Time, UnitId};
use crate::concerns::model::{Channel, EventKind, Moderation, Outcome, Readers, Reason, State, search_text};
use crate::concerns::store::{NewEvent, insert_event, next_serial};
use crate::db::schema::concerns;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::Audience;
use crate::web::Site;

/// Concerns written together.
const BATCH: usize = 500;
/// How far back they reach.
const SPAN: i64 = 730 * DAY;

const LANDMARKS: [&str; 8] = [
    "près de la mosquée",
    "devant l’école fondamentale",
    "au carrefour",
    "à côté du marché",
    "misiri kɛrɛfɛ",
    "sugu da la",
    "lakɔli kɔfɛ",
    "près du château d’eau",
];

const WORDS_FR: [&str; 6] = [
    "Cela dure depuis plusieurs semaines et les familles du quartier s’inquiètent, surtout le soir.",
    "Hier soir encore, deux personnes ont eu un problème à cet endroit. Nous demandons un passage.",
    "Les enfants passent par là tous les matins et ce n’est plus sûr pour eux.",
    "Nous en avons parlé entre voisins. Il faut que quelqu’un vienne voir sur place.",
    "Rien n’a changé depuis la dernière fois. Merci de nous dire ce qui va être fait.",
    "Le problème revient chaque fin de semaine, entre vingt heures et minuit.",
];

const WORDS_BM: [&str; 4] = [
    "Nin ko in bɛ kɛ yan su o su. Denmisɛnw ni musokɔrɔbaw bɛ siran.",
    "An bɛ dɛmɛ ɲini polisiw fɛ. Aw ye na an ka kin lajɛ su fɛ.",
    "A daminɛna kabini kalo kelen. Foyi ma yɛlɛma fɔlɔ.",
    "Sigiɲɔgɔnw bɛɛ ye a ye. An b'a fɛ mɔgɔ dɔ ka na yan.",
];

const ANSWERS: [&str; 4] = [
    "Bonjour. Un agent est passé sur place. Nous revenons cette semaine, le soir.",
    "Bonjour. Nous avons parlé avec les voisins et le chef de quartier. La suite est notée ici.",
    "Bonjour. Le service compétent est prévenu. Nous gardons votre dossier ouvert.",
    "Aw ni ce. Polisi dɔ nana yɔrɔ in lajɛ. An bɛna segin dɔgɔkun in kɔnɔ.",
];

/// A concern in the making.
#[derive(Clone)]
struct Made {
    at: Time,
    area: AreaId,
    commune: AreaId,
    unit: UnitId,
    category: Category,
    lang: Lang,
    landmark: &'static str,
    words: String,
    fate: Fate,
}

/// What became of it, drawn beforehand.
#[derive(Clone)]
struct Fate {
    moderation: Moderation,
    state: State,
    answered: Option<Time>,
    answer: &'static str,
    closed: Option<Time>,
    outcome: Option<Outcome>,
    supports: i64,
}

/// Makes so many concerns, all open and of one unit when one is named; brings the sample's reference data when there is none.
///
/// # Errors
/// When the database refuses, or knows no such unit.
pub fn generate(site: &Site, count: u32, seed: u64, unit: Option<&str>) -> Result<()> {
    if site.db.read_now(areas::store::load)?.units.is_empty() {
        site.db.write_now(|tx| reference::load(tx, true))?;
    }
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    let (now, chance) = (site.clock.now(), Entropy::seeded(seed));
    let mut all = match unit {
        None => (0..count).map(|_| draw(&chance, &r, now)).collect::<Result<Vec<Made>>>()?,
        Some(slug) => {
            let unit = r.unit_at(slug).ok_or_else(|| Error::internal(format!("there is no unit « {slug} »")))?.id;
            (0..count).map(|_| draw_open(&chance, &r, unit, now)).collect::<Result<Vec<Made>>>()?
        }
    };
    all.sort_by_key(|made| made.at);
    for batch in all.chunks(BATCH) {
        let (batch, r) = (batch.to_vec(), Arc::clone(&r));
        site.db.write_now(move |tx| {
            // Their rows in the ledger say when they were made, not when they pretend to be filed.
            let written = tx.now;
            batch.iter().try_for_each(|made| write(tx, &r, made, written))
        })?;
    }
    site.db.keep_now(take_stock)
}

/// Tells Postgres what the tables hold now: else it plans for empty ones until its own daemon looks, a minute later.
pub(super) fn take_stock(tx: &mut Tx<'_>) -> Result<()> {
    if matches!(tx.conn, Conn::Pg(_)) {
        diesel::sql_query("ANALYZE").execute(tx.conn)?;
    }
    Ok(())
}

fn one<'a, T>(chance: &Entropy, list: &'a [T]) -> Result<&'a T> {
    list.get(chance.below(list.len() as u64) as usize)
        .ok_or_else(|| Error::internal("no reference data to choose from"))
}

fn draw(chance: &Entropy, r: &Reference, now: Time) -> Result<Made> {
    let quartiers: Vec<_> = r.communes().flat_map(|c| r.quartiers(c.id).map(move |q| (q.id, c.id))).collect();
    let categories: Vec<&Category> = r.offered().collect();
    // Squared: a few places and kinds hold many of the concerns, as in life.
    let low =
        |n: usize| ((chance.below(1_000) * chance.below(1_000)) as usize * n / 1_000_000).min(n.saturating_sub(1));
    let (area, commune) = quartiers.get(low(quartiers.len())).copied().ok_or_else(|| Error::internal("no quartier"))?;
    let category = (*one(chance, &categories)?).clone();
    let unit = r.routed(area, category.id).ok_or_else(|| Error::internal("no unit"))?;
    let at = now.plus(-(chance.below(SPAN as u64) as i64));
    let lang = if chance.below(10) < 3 { Lang::Bm } else { Lang::Fr };
    let words = if lang == Lang::Bm { *one(chance, &WORDS_BM)? } else { *one(chance, &WORDS_FR)? };
    let fate = fate(chance, &category, at, now)?;
    let words = format!("{}. {words}", category.name(lang));
    Ok(Made { at, area, commune, unit, category, lang, landmark: one(chance, &LANDMARKS)?, words, fate })
}

/// One that a whole unit reads, not closed, of the last four months: half of them without an answer yet.
fn draw_open(chance: &Entropy, r: &Reference, unit: UnitId, now: Time) -> Result<Made> {
    let open = |c: &&Category| c.audience.is_open() && !c.conduct;
    let places: Vec<_> = r
        .communes()
        .flat_map(|commune| r.quartiers(commune.id).map(move |q| (q.id, commune.id)))
        .flat_map(|(area, commune)| r.offered().filter(open).map(move |c| (area, commune, c)))
        .filter(|(area, _, category)| r.routed(*area, category.id) == Some(unit))
        .collect();
    let (area, commune, category) = *one(chance, &places)?;
    let at = now.plus(-(chance.below(120 * DAY as u64) as i64));
    let answered = Some(at.plus(HOUR + chance.below(48) as i64 * HOUR)).filter(|t| *t <= now && chance.below(2) == 0);
    let state = if answered.is_some() { State::InProgress } else { State::Received };
    let lang = if chance.below(10) < 3 { Lang::Bm } else { Lang::Fr };
    let words = if lang == Lang::Bm { *one(chance, &WORDS_BM)? } else { *one(chance, &WORDS_FR)? };
    let words = format!("{}. {words}", category.name(lang));
    let fate = Fate {
        moderation: if category.audience == Audience::Public { Moderation::Published } else { Moderation::NotNeeded },
        state,
        answered,
        answer: one(chance, &ANSWERS)?,
        closed: None,
        outcome: None,
        supports: 0,
    };
    let category = category.clone();
    Ok(Made { at, area, commune, unit, category, lang, landmark: one(chance, &LANDMARKS)?, words, fate })
}

fn fate(chance: &Entropy, category: &Category, at: Time, now: Time) -> Result<Fate> {
    let moderation = match (category.audience, chance.below(100)) {
        (Audience::Public, _) if now.since(at) < 6 * HOUR => Moderation::Waiting,
        (Audience::Public, 0..=91) => Moderation::Published,
        (Audience::Public, 92..=94) => Moderation::Waiting,
        (Audience::Public, 95..=97) => Moderation::Refused,
        (Audience::Public, _) => Moderation::Hidden,
        _ => Moderation::NotNeeded,
    };
    let past = |hours: i64| Some(at.plus(hours * HOUR)).filter(|t| *t <= now);
    let answered = past(1 + chance.below(category.target_hours.max(2) as u64 * 5 / 4) as i64);
    let closed = answered.and_then(|_| past(category.target_hours * 2 + chance.below(900) as i64));
    let state = match (answered, closed, chance.below(100)) {
        (None, ..) => State::Received,
        (Some(_), Some(_), 0..=61) => State::Resolved,
        (Some(_), Some(_), 62..=81) => State::ClosedUnresolved,
        (Some(_), _, 82..=89) => State::Referred,
        _ => State::InProgress,
    };
    let closed = closed.filter(|_| !state.is_open());
    let outcome = match (closed, chance.below(10)) {
        (Some(_), 0..=3) => Some(Outcome::Confirmed),
        (Some(_), 4..=5) => Some(Outcome::Partly),
        _ => None,
    };
    let supports = (chance.below(40) * chance.below(40) / 60) as i64;
    Ok(Fate { moderation, state, answered, answer: one(chance, &ANSWERS)?, closed, outcome, supports })
}

fn write(tx: &mut Tx<'_>, r: &Reference, made: &Made, written: Time) -> Result<()> {
    let fate = &made.fate;
    tx.now = made.at;
    let year = i32::from(made.at.civil().year());
    let number = ConcernNumber { year, serial: next_serial(tx, year)? };
    let id = tx.id();
    let published = Some(made.at.plus(2 * HOUR)).filter(|_| fate.moderation == Moderation::Published);
    let reason = (fate.state == State::ClosedUnresolved).then_some(Reason::ALL[made.words.len() % Reason::ALL.len()]);
    let audience = if made.category.conduct { Audience::Oversight } else { made.category.audience };
    diesel::insert_into(concerns::table)
        .values((
            (
                concerns::id.eq(id),
                concerns::year.eq(number.year),
                concerns::serial.eq(number.serial),
                concerns::category_id.eq(made.category.id),
                concerns::area_id.eq(made.area),
                concerns::commune_id.eq(made.commune),
                concerns::unit_id.eq(made.unit),
                concerns::channel.eq(Channel::Sample),
                concerns::lang.eq(made.lang),
                concerns::landmark.eq(made.landmark),
                concerns::words.eq(&made.words),
                concerns::folded.eq(search_text(number, &made.words)),
                concerns::audience.eq(audience),
                concerns::moderation.eq(fate.moderation),
                concerns::moderation_reason.eq(""),
            ),
            (
                concerns::published_at.eq(published),
                concerns::state.eq(fate.state),
                concerns::reopened.eq(false),
                concerns::priority.eq(false),
                concerns::waiting.eq(false),
                concerns::owed.eq(fate.answered.is_none()),
                concerns::reason.eq(reason),
                concerns::filed_at.eq(made.at),
                concerns::due_at.eq(made.at.plus(made.category.target_hours.max(1) * HOUR)),
                concerns::first_answer_at.eq(fate.answered),
                concerns::last_act_at.eq(fate.closed.or(fate.answered)),
                concerns::closed_at.eq(fate.closed),
                concerns::outcome.eq(fate.outcome),
                concerns::outcome_at.eq(fate.outcome.and(fate.closed)),
                concerns::supports.eq(fate.supports),
            ),
        ))
        .execute(tx.conn)?;
    crate::concerns::clock::begin(tx, r, id, &made.category)?;
    let unit = made.unit.raw();
    let mut tell = |at: Time, event: NewEvent| {
        tx.now = at;
        insert_event(tx, &Actor::System, id, &event)
    };
    tell(made.at, NewEvent::new(EventKind::Filed, Function::Resident, Readers::Public))?;
    if let Some(at) = fate.answered {
        let (police, readers) =
            (Function::Officer, if audience == Audience::Public { Readers::Public } else { Readers::Reporter });
        tell(at, NewEvent::new(EventKind::Answer, police, readers).of(unit).saying(fate.answer))?;
        let taken = NewEvent::new(EventKind::State, police, Readers::Public).of(unit);
        tell(at, taken.clone().changing(State::Received, State::InProgress))?;
        if fate.state != State::InProgress {
            tell(fate.closed.unwrap_or(at), taken.changing(State::InProgress, fate.state))?;
        }
    }
    if let (Some(at), Some(outcome)) = (fate.closed, fate.outcome) {
        tell(at, NewEvent::new(EventKind::Outcome, Function::Resident, Readers::Public).changing("", outcome))?;
    }
    tx.now = written;
    crate::concerns::texts::rebuild(tx, id)?;
    ledger::record(tx, &Actor::System, "concern.generate", format!("concern {number}"), fate.state.as_str())
}
