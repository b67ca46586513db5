//! What a phone delivers, read and checked. Nonsense has a name, so that the phone can say what to mend; nothing is mended here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::areas::Reference;
use crate::base::{AreaId, ConcernNumber, PatrolId, PlanId, PlannedStopId, StopId, Time, UnitId, named};
use crate::patrols::contacts::{Contacts, MOST, Met};
use crate::patrols::model::{Mode, PAPER};

/// Stops in one delivery at most; a phone sends more of them in turn.
pub(super) const STOPS: usize = 40;

named! {
    /// What is wrong with a delivery.
    pub enum Cause {
        /// It is not what our page sends.
        Unreadable = "unreadable",
        /// More stops than are taken at a time.
        TooMany = "too-many",
        /// The phone's clock is off by more than a month: its times mean nothing.
        Clock = "clock",
        /// A time that neither the phone's clock nor ours has reached.
        Future = "future",
        /// Longer ago than paper is kept.
        TooOld = "too-old",
        /// A stop before the patrol began.
        BeforeStart = "before-start",
        /// They left before they arrived.
        BeforeArrival = "before-arrival",
        /// The end comes before a departure.
        BeforeEnd = "before-end",
        /// There is no such quartier or unit.
        Place = "place",
        /// A text that is too long, or missing.
        Words = "words",
        /// A number out of its bounds.
        Number = "number",
    }
}

/// Why a delivery is refused, and which record it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nonsense {
    pub(super) cause: Cause,
    pub(super) mark: String,
}

/// What one record says of the patrol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadSaid {
    pub(super) mode: Mode,
    pub(super) headcount: i64,
    pub(super) objective: String,
    pub(super) started: i64,
    #[serde(default)]
    pub(super) ended: Option<i64>,
    #[serde(default)]
    pub(super) observations: String,
}

/// What one record says of a stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StopSaid {
    /// The quartier's address.
    pub(super) area: String,
    pub(super) place: String,
    pub(super) arrived: i64,
    #[serde(default)]
    pub(super) left: Option<i64>,
    #[serde(default)]
    pub(super) met: BTreeMap<Met, i64>,
    #[serde(default)]
    pub(super) observation: String,
    /// Numbers of concerns.
    #[serde(default)]
    pub(super) concerns: Vec<String>,
}

impl StopSaid {
    pub(super) fn contacts(&self) -> Contacts {
        self.met.iter().fold(Contacts::default(), |all, (kind, count)| all.with(*kind, *count))
    }
}

/// A record: the name the phone gave it, how often it was changed, what it says, and what it said when it was fetched.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record<T, I> {
    pub(super) mark: String,
    pub(super) version: i64,
    /// The house's own name of it, when the phone fetched it from there.
    #[serde(default = "nothing")]
    pub(super) of: Option<I>,
    /// The planned patrol or stop it answers.
    #[serde(default)]
    pub(super) planned: Option<String>,
    #[serde(default = "nothing")]
    pub(super) base: Option<T>,
    pub(super) said: T,
}

fn nothing<T>() -> Option<T> {
    None
}

impl<T, I> Record<T, I> {
    pub(super) fn plan(&self) -> Option<PlanId> {
        self.planned.as_ref()?.parse().ok()
    }

    pub(super) fn planned_stop(&self) -> Option<PlannedStopId> {
        self.planned.as_ref()?.parse().ok()
    }
}

/// One patrol, as much of it as the phone has not delivered yet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Batch {
    /// The phone's clock when it sent this.
    pub(super) clock: i64,
    /// The unit's address.
    pub(super) unit: String,
    pub(super) patrol: Record<HeadSaid, PatrolId>,
    #[serde(default)]
    pub(super) stops: Vec<Record<StopSaid, StopId>>,
}

/// A delivery that makes sense.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) unit: UnitId,
    /// Seconds by which the phone's clock is ahead.
    pub(super) skew: i64,
    pub(super) patrol: Record<HeadSaid, PatrolId>,
    pub(super) stops: Vec<(AreaId, Record<StopSaid, StopId>)>,
}

/// Times are told in whole minutes, as on paper and in forms.
fn minute(at: i64) -> i64 {
    at - at.rem_euclid(60)
}

/// One line without doubled spaces, or several lines; nothing that no page could show.
fn tidy(text: &str, lines: bool) -> String {
    use unicode_normalization::UnicodeNormalization;
    let text: String = text.replace('\r', "").nfc().filter(|c| !c.is_control() || (lines && *c == '\n')).collect();
    if lines { text.trim().to_owned() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Reads a delivery and checks it.
pub(super) fn read(text: &str, r: &Reference, now: Time) -> Result<Checked, Nonsense> {
    let batch: Batch = serde_json::from_str(text).map_err(|_| wrong(Cause::Unreadable, ""))?;
    check(batch, r, now)
}

fn wrong(cause: Cause, mark: &str) -> Nonsense {
    Nonsense { cause, mark: mark.to_owned() }
}

fn check(batch: Batch, r: &Reference, now: Time) -> Result<Checked, Nonsense> {
    let Batch { clock, unit, mut patrol, stops } = batch;
    let ours = |mark: &str| mark.len() == 32 && mark.bytes().all(|b| b.is_ascii_hexdigit());
    let named = [(&patrol.mark, patrol.version)].into_iter().chain(stops.iter().map(|s| (&s.mark, s.version)));
    if let Some((mark, _)) = named.into_iter().find(|(mark, version)| !ours(mark) || !(1..=100_000).contains(version)) {
        return Err(wrong(Cause::Unreadable, &mark.chars().take(40).collect::<String>()));
    }
    if stops.len() > STOPS {
        return Err(wrong(Cause::TooMany, ""));
    }
    let skew = clock.saturating_sub(now.seconds());
    if skew.saturating_abs() > PAPER {
        return Err(wrong(Cause::Clock, ""));
    }
    let unit = r.unit_at(&unit).map(|u| u.id).ok_or_else(|| wrong(Cause::Place, ""))?;
    // A clock that is behind or ahead makes no record impossible: what either clock has reached has been.
    let (latest, earliest) = (clock.max(now.seconds()), clock.min(now.seconds()) - PAPER);
    let been = |at: i64, mark: &str| match at {
        at if at > latest => Err(wrong(Cause::Future, mark)),
        at if at < earliest => Err(wrong(Cause::TooOld, mark)),
        at => Ok(minute(at)),
    };
    head(&mut patrol, been)?;
    let (began, ended) = (patrol.said.started, patrol.said.ended);
    let mut checked = Vec::with_capacity(stops.len());
    for mut stop in stops {
        let area = r.quartier_at(&stop.said.area).map(|a| a.id).ok_or_else(|| wrong(Cause::Place, &stop.mark))?;
        one_stop(&mut stop, began, been)?;
        if ended.is_some_and(|ended| stop.said.left.unwrap_or(stop.said.arrived) > ended) {
            return Err(wrong(Cause::BeforeEnd, &stop.mark));
        }
        checked.push((area, stop));
    }
    Ok(Checked { unit, skew, patrol, stops: checked })
}

fn head(
    patrol: &mut Record<HeadSaid, PatrolId>,
    been: impl Fn(i64, &str) -> Result<i64, Nonsense>,
) -> Result<(), Nonsense> {
    let (said, mark) = (&mut patrol.said, patrol.mark.as_str());
    said.objective = tidy(&said.objective, false);
    said.observations = tidy(&said.observations, true);
    said.started = been(said.started, mark)?;
    said.ended = said.ended.map(|at| been(at, mark)).transpose()?;
    if !(1..=60).contains(&said.headcount) {
        return Err(wrong(Cause::Number, mark));
    }
    if !sized(&said.objective, 3, 200) || !sized(&said.observations, 0, 2_000) {
        return Err(wrong(Cause::Words, mark));
    }
    if said.ended.is_some_and(|ended| ended < said.started) {
        return Err(wrong(Cause::BeforeEnd, mark));
    }
    Ok(())
}

fn one_stop(
    stop: &mut Record<StopSaid, StopId>,
    began: i64,
    been: impl Fn(i64, &str) -> Result<i64, Nonsense>,
) -> Result<(), Nonsense> {
    let (said, mark) = (&mut stop.said, stop.mark.as_str());
    said.place = tidy(&said.place, false);
    said.observation = tidy(&said.observation, true);
    said.arrived = been(said.arrived, mark)?;
    said.left = said.left.map(|at| been(at, mark)).transpose()?;
    // None of them and not named is the same.
    said.met.retain(|_, count| *count != 0);
    said.concerns.sort_unstable();
    said.concerns.dedup();
    if said.arrived < began {
        return Err(wrong(Cause::BeforeStart, mark));
    }
    if said.left.is_some_and(|left| left < said.arrived) {
        return Err(wrong(Cause::BeforeArrival, mark));
    }
    if said.met.values().any(|count| !(0..=MOST).contains(count)) || said.concerns.len() > 110 {
        return Err(wrong(Cause::Number, mark));
    }
    if !sized(&said.place, 2, 120) || !sized(&said.observation, 0, 1_000) {
        return Err(wrong(Cause::Words, mark));
    }
    if said.concerns.iter().any(|number| number.parse::<ConcernNumber>().is_err()) {
        return Err(wrong(Cause::Number, mark));
    }
    Ok(())
}

fn sized(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const NOW: Time = Time(1_795_780_800);
    const MARK: &str = "0123456789abcdef0123456789abcdef";

    /// Checked without reference data: everything up to the unit's name, which no empty reference knows.
    fn told(change: impl FnOnce(&mut Value)) -> Cause {
        let at = NOW.seconds() - 3_600;
        let mut batch = json!({ "clock": NOW.seconds(), "unit": "u", "patrol": { "mark": MARK, "version": 1,
            "said": { "mode": "foot", "headcount": 2, "objective": "Ronde", "started": at } }, "stops": [] });
        change(&mut batch);
        read(&batch.to_string(), &Reference::default(), NOW).expect_err("no unit is known here").cause
    }

    #[test]
    fn what_our_page_never_sends_is_unreadable() {
        assert_eq!(told(|_| ()), Cause::Place);
        assert_eq!(told(|b| b["position"] = json!([12.6, -8.0])), Cause::Unreadable, "a position is never taken");
        assert_eq!(told(|b| b["patrol"]["mark"] = json!("1")), Cause::Unreadable);
        assert_eq!(told(|b| b["patrol"]["version"] = json!(0)), Cause::Unreadable);
        assert_eq!(told(|b| b["patrol"]["said"]["mode"] = json!("helicopter")), Cause::Unreadable);
        assert_eq!(told(|b| b["clock"] = json!(NOW.seconds() + PAPER + 1)), Cause::Clock);
        assert_eq!(told(|b| b["clock"] = json!(i64::MIN)), Cause::Clock);
        let stop = json!({ "mark": MARK, "version": 1, "said": { "area": "a", "place": "Marché", "arrived": 1 } });
        assert_eq!(told(|b| b["stops"] = Value::Array(vec![stop; STOPS + 1])), Cause::TooMany);
    }

    fn stop(arrived: i64, left: Option<i64>) -> Record<StopSaid, StopId> {
        let said = json!({ "area": "a", "place": " Petit  marché ", "arrived": arrived, "left": left,
            "met": { "young": 3, "traders": 0 }, "concerns": ["BKO-2026-00417", "BKO-2026-00417"] });
        serde_json::from_value(json!({ "mark": MARK, "version": 1, "said": said })).expect("a stop")
    }

    #[test]
    fn a_stop_is_tidied_and_its_impossible_times_are_named() {
        let fine = |at: i64, _: &str| Ok(minute(at));
        let mut good = stop(7_225, Some(7_900));
        one_stop(&mut good, 7_200, fine).expect("a good stop");
        assert_eq!((good.said.place.as_str(), good.said.arrived, good.said.left), ("Petit marché", 7_200, Some(7_860)));
        assert_eq!((good.said.contacts().sum(), good.said.concerns.len(), good.said.met.len()), (3, 1, 1));
        let cause = |mut s: Record<StopSaid, StopId>| one_stop(&mut s, 7_200, fine).expect_err("nonsense").cause;
        assert_eq!(cause(stop(7_000, None)), Cause::BeforeStart);
        assert_eq!(cause(stop(9_000, Some(8_000))), Cause::BeforeArrival);
        let mut many = stop(7_200, None);
        many.said.met.insert(Met::Leaders, MOST + 1);
        assert_eq!(cause(many), Cause::Number);
        let mut silent = stop(7_200, None);
        silent.said.place = " ".into();
        assert_eq!(cause(silent), Cause::Words);
    }
}
