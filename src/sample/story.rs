//! The demo's past: replayed in the order of its instants through the features' own deeds, so that clocks, timelines and the
//! ledger are what they would be had it happened.

use std::collections::BTreeMap;
use std::sync::Arc;

use diesel::prelude::*;
use serde::Deserialize;

use super::logins::People;
use crate::areas::{self, Question, Reference};
use crate::base::{
    Actor, CategoryId, ConcernId, ConcernNumber, DAY, Entropy, HOUR, Lang, PatrolId, Role, Scope, StopId, Time,
    TrackingCode,
};
use crate::concerns::actions::{self as deeds, Said, Verdict};
use crate::concerns::answers::{chosen, typed};
use crate::concerns::causes::Cause;
use crate::concerns::checkback::{Answer, actions as checkbacks};
use crate::concerns::following::actions::{What, follow};
use crate::concerns::model::{Channel, Move, NewAnswer, NewConcern, Outcome, Reason, ReferralState};
use crate::concerns::sealing::{StoredCode, keep_code};
use crate::concerns::store as concern_rows;
use crate::db::Tx;
use crate::db::schema::concerns;
use crate::error::{Error, Result};
use crate::ledger;
use crate::patrols::actions as patrol_deeds;
use crate::patrols::contacts::{Contacts, Met};
use crate::patrols::model::{Leaving, Mode, NewPatrol, NewStop};
use crate::policy::Audience;
use crate::web::Site;

pub(super) const STORY: &str = include_str!("story.json");

/// The whole of `story.json` that is replayed here.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Story {
    concerns: Vec<Concern>,
    patrols: Vec<Patrol>,
}

#[derive(Debug, Clone, Deserialize)]
struct Concern {
    category: String,
    quartier: String,
    landmark: String,
    language: Lang,
    words: String,
    hours_ago: i64,
    moderation: String,
    /// What was answered to the questions of its kind: a question's code, and the text or the options' codes.
    #[serde(default)]
    answers: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    refusal_reason: String,
    events: Vec<Event>,
}

impl Concern {
    fn answers(&self, r: &Reference, category: CategoryId) -> Vec<NewAnswer> {
        let said = |q: &Question, text: &String| match q.choices().iter().find(|c| c.code == *text) {
            Some(choice) => chosen(q, choice),
            None => typed(q, text, text.clone(), text.clone()),
        };
        let answered = r.questions_of(category).filter_map(|q| Some((q, self.answers.get(&q.code)?)));
        answered.flat_map(|(q, texts)| texts.iter().map(move |text| said(q, text))).collect()
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Event {
    kind: String,
    after_hours: i64,
    #[serde(default)]
    text: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    outcome: Option<Outcome>,
    #[serde(default)]
    reason: Option<Reason>,
    #[serde(default)]
    count: i64,
}

#[derive(Debug, Clone, Deserialize)]
struct Patrol {
    unit: String,
    mode: Mode,
    headcount: i64,
    objective: String,
    hours_ago: i64,
    minutes: i64,
    stops: Vec<Stop>,
    observations: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Stop {
    quartier: String,
    place: String,
    arrive_after_min: i64,
    stay_min: i64,
    contacts: i64,
    observation: String,
    concerns: Vec<usize>,
}

/// One thing that happens; numbers are places in the story's lists.
#[derive(Debug, Clone, Copy)]
enum Happening {
    Filed(usize),
    Moderated(usize, bool),
    Event(usize, usize),
    PatrolOpens(usize),
    Arrives(usize, usize),
    Leaves(usize, usize),
    PatrolEnds(usize),
    /// Somebody with an account begins to follow a few places.
    Follows,
}

impl Story {
    pub(super) fn read() -> Result<Story> {
        serde_json::from_str(STORY).map_err(Error::internal)
    }

    /// A day before anything happens.
    pub(super) fn begins(&self, now: Time) -> Time {
        let hours = self.concerns.iter().map(|c| c.hours_ago).chain(self.patrols.iter().map(|p| p.hours_ago)).max();
        now.plus(-hours.unwrap_or(0) * HOUR - DAY)
    }

    /// When a patrol left: the story's day, at an hour of the day that fits what it says, after what it cites was filed.
    fn start(&self, p: &Patrol, now: Time) -> Time {
        let told = now.plus(-p.hours_ago * HOUR);
        let cited = p.stops.iter().flat_map(|s| &s.concerns).filter_map(|i| self.concerns.get(*i));
        let filed = cited.map(|c| now.plus(-c.hours_ago * HOUR)).max().unwrap_or(told.plus(-DAY));
        let says = |words: &[&str]| words.iter().any(|word| p.objective.to_lowercase().contains(word));
        let hour = match () {
            () if says(&["soir", "nuit"]) => 19 * HOUR + HOUR / 2,
            () if says(&["après-midi", "sortie"]) => 16 * HOUR,
            () => 8 * HOUR + p.minutes % 7 * 20 * 60,
        };
        // 1970 began on a Thursday.
        let weekday = match () {
            () if says(&["vendredi"]) => Some(1),
            () if says(&["samedi"]) => Some(2),
            () => None,
        };
        [0, 1, -1, 2, -2, 3, -3]
            .into_iter()
            .map(|day| told.day().plus(day))
            .filter(|day| weekday.is_none_or(|w| day.0.rem_euclid(7) == w))
            .map(|day| day.start().plus(hour))
            .find(|at| *at > filed && at.plus(p.minutes * 60) <= now)
            .unwrap_or(told)
    }

    /// All that happens, in order of time.
    fn happenings(&self, now: Time) -> Vec<(Time, Happening)> {
        let mut all = Vec::new();
        for (i, c) in self.concerns.iter().enumerate() {
            let filed = now.plus(-c.hours_ago * HOUR);
            all.push((filed, Happening::Filed(i)));
            if c.moderation != "waiting" {
                let looked = filed.plus((2 + i as i64 * 5 % 9) * HOUR);
                all.push((looked, Happening::Moderated(i, false)));
                if c.moderation == "hidden" {
                    all.push((looked.plus(40 * HOUR), Happening::Moderated(i, true)));
                }
            }
            for (j, e) in c.events.iter().enumerate() {
                all.push((filed.plus(e.after_hours * HOUR), Happening::Event(i, j)));
            }
        }
        for (i, p) in self.patrols.iter().enumerate() {
            let start = self.start(p, now);
            all.push((start, Happening::PatrolOpens(i)));
            for (j, s) in p.stops.iter().enumerate() {
                all.push((start.plus(s.arrive_after_min * 60), Happening::Arrives(i, j)));
                all.push((start.plus((s.arrive_after_min + s.stay_min) * 60), Happening::Leaves(i, j)));
            }
            all.push((start.plus(p.minutes * 60), Happening::PatrolEnds(i)));
        }
        all.push((now.plus(-10 * DAY), Happening::Follows));
        // Stable: what happens at one instant keeps the story's order.
        all.sort_by_key(|(at, _)| *at);
        all.retain(|(at, _)| *at <= now);
        all
    }
}

/// A concern that has been filed.
#[derive(Clone, Copy)]
struct Filed {
    id: ConcernId,
    number: ConcernNumber,
}

/// What the replay remembers as it goes.
struct Stage<'a> {
    story: &'a Story,
    people: &'a People,
    r: &'a Reference,
    codes: &'a [(String, StoredCode)],
    filed: Vec<Option<Filed>>,
    patrols: Vec<Option<PatrolId>>,
    stops: Vec<Option<StopId>>,
}

/// The code of the story's concern of that place: always the same, so that the demo can be told about.
pub(super) fn code(place: usize) -> TrackingCode {
    TrackingCode::draw(&Entropy::seeded(20_261_123 + place as u64))
}

/// Codes worth trying: of a concern with a question waiting, of one that waits to be told whether it is fixed, of a sealed one, of
/// one whose reporter is asked whether they were threatened, of one that was.
pub(super) fn codes(story: &Story) -> Vec<(&'static str, String)> {
    let after = |c: &Concern, kind: &str, then: &str| {
        let last = |kind: &str| c.events.iter().rposition(|e| e.kind == kind);
        last(kind).is_some_and(|i| last(then).is_none_or(|j| j < i))
    };
    let fresh = |c: &Concern| c.events.last().is_some_and(|e| c.hours_ago - e.after_hours < 25 * 24);
    let closed = |c: &Concern| after(c, "resolve", "close") || after(c, "close", "resolve");
    let find = |fits: &dyn Fn(&Concern) -> bool| story.concerns.iter().position(fits);
    [
        ("a question waits", find(&|c| after(c, "ask", "reply") && !closed(c))),
        ("is it fixed?", find(&|c| fresh(c) && after(c, "resolve", "outcome"))),
        ("sealed", find(&|c| c.category == "violence-gender")),
        ("threatened?", find(&|c| c.category == "dispute" && c.hours_ago > 14 * 24)),
        ("threatened, and oversight answered", find(&|c| c.events.iter().any(|e| e.kind == "checkback_reply"))),
    ]
    .into_iter()
    .filter_map(|(what, at)| Some((what, code(at?).groups().join(" "))))
    .collect()
}

/// Replays it all, in one deed.
pub(super) fn replay(site: &Site, story: &Story, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    let codes = (0..story.concerns.len())
        .map(|i| Ok((code(i).digits(), StoredCode::of(&site.keys, &code(i), &site.entropy)?)))
        .collect::<Result<Vec<(String, StoredCode)>>>()?;
    let (story, people) = (story.clone(), people.clone());
    site.db.write_now(move |tx| {
        let mut stage = Stage {
            story: &story,
            people: &people,
            r: &r,
            codes: &codes,
            filed: vec![None; story.concerns.len()],
            patrols: vec![None; story.patrols.len()],
            stops: vec![None; story.patrols.len()],
        };
        for (at, happening) in story.happenings(now) {
            tx.now = at;
            stage.play(tx, happening).map_err(|error| match error {
                Error::Refused(_) | Error::NotFound | Error::Forbidden => {
                    Error::Internal(format!("story: {happening:?}: {error}"))
                }
                other => other,
            })?;
        }
        Ok(())
    })
}

fn missing(what: &str) -> Error {
    Error::Internal(format!("story: no {what}"))
}

impl Stage<'_> {
    fn play(&mut self, tx: &mut Tx<'_>, happening: Happening) -> Result<()> {
        match happening {
            Happening::Filed(i) => self.file(tx, i),
            Happening::Moderated(i, again) => self.moderate(tx, i, again),
            Happening::Event(i, j) => self.event(tx, i, &self.story.concerns[i].events[j]),
            Happening::PatrolOpens(i) => self.open(tx, i),
            Happening::Arrives(i, j) => self.arrive(tx, i, &self.story.patrols[i].stops[j]),
            Happening::Leaves(i, j) => self.leave(tx, i, &self.story.patrols[i].stops[j]),
            Happening::Follows => {
                let awa = self.people.login("awa")?;
                ["commune-i", "hamdallaye"]
                    .iter()
                    .try_for_each(|slug| follow(tx, awa, self.r, &What::Area((*slug).to_owned()), true))
            }
            Happening::PatrolEnds(i) => {
                let told = &self.story.patrols[i];
                patrol_deeds::close(tx, self.officer(&told.unit)?, self.patrol(i)?, None, &told.observations)
            }
        }
    }

    fn area(&self, name: &str) -> Result<crate::base::AreaId> {
        self.r.quartier_at(&crate::base::slug(name)).map(|a| a.id).ok_or_else(|| missing(name))
    }

    fn filed(&self, i: usize) -> Result<Filed> {
        self.filed.get(i).copied().flatten().ok_or_else(|| missing("such concern yet"))
    }

    fn file(&mut self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let told = &self.story.concerns[i];
        let category = self.r.category_at(&told.category).ok_or_else(|| missing(&told.category))?;
        let new = NewConcern {
            category: category.id,
            area: self.area(&told.quartier)?,
            landmark: told.landmark.clone(),
            words: told.words.clone(),
            lang: told.language,
            private: false,
            channel: Channel::Sample,
            answers: told.answers(self.r, category.id),
        };
        // A few reporters have an account and follow from there.
        let actor = match (category.audience, i % 9) {
            (Audience::Public, 1) => self.people.login("moussa")?,
            (Audience::Public, 3) => self.people.login("awa")?,
            _ => &Actor::Visitor,
        };
        let (code, stored) = &self.codes[i];
        keep_code(tx, stored)?;
        let receipt = deeds::file(tx, actor, self.r, &new, code, &stored.hash)?;
        self.filed[i] =
            Some(Filed { id: receipt.id, number: ConcernNumber { year: receipt.year, serial: receipt.serial } });
        Ok(())
    }

    fn moderate(&self, tx: &mut Tx<'_>, i: usize, again: bool) -> Result<()> {
        let told = &self.story.concerns[i];
        let filed = self.filed(i)?;
        let reason = told.refusal_reason.clone();
        let verdict = match (told.moderation.as_str(), again) {
            ("refused", _) => Verdict::Refuse(reason),
            ("hidden", true) => Verdict::Hide(reason),
            _ => Verdict::Publish,
        };
        let concern = concern_rows::get(tx.conn, filed.id)?;
        if concern.audience != Audience::Public {
            return Ok(());
        }
        let committees = self.r.moderators_of(concern.area_id);
        let committee = committees.first().ok_or_else(|| missing("committee"))?;
        let actor = self.people.at(Role::Moderator, Scope::Committee(*committee))?;
        deeds::moderate(tx, actor, self.r, filed.number, &verdict)
    }

    fn event(&self, tx: &mut Tx<'_>, i: usize, event: &Event) -> Result<()> {
        let Filed { id, number } = self.filed(i)?;
        let concern = concern_rows::get(tx.conn, id)?;
        let (officer, chief) = if concern.audience == Audience::Oversight {
            let overseer = self.people.login("controle")?;
            (overseer, overseer)
        } else {
            let unit = Scope::Unit(concern.unit_id);
            let chief = self.people.at(Role::Chief, unit)?;
            // While no desk is named, the district's chief alone reads what is sealed.
            let alone = concern.audience == Audience::Sealed && !self.r.is_desk(concern.unit_id);
            (if alone { chief } else { self.people.at(Role::Officer, unit)? }, chief)
        };
        let answer = if concern.audience == Audience::Public { Said::PublicAnswer } else { Said::PrivateAnswer };
        let r = self.r;
        // Of the sample's « pas de moyens » it is the fuel that lacks.
        let lacked = (event.reason == Some(Reason::NoMeans)).then_some(Cause::Fuel);
        let step =
            |tx: &mut Tx<'_>, step: Move| deeds::change_state(tx, officer, r, number, (step, lacked), &event.text);
        match event.kind.as_str() {
            "start" => step(tx, Move::Start),
            "assign" => deeds::assign(tx, chief, r, number, officer.account(), concern.priority),
            "answer" => deeds::say(tx, officer, r, number, answer, &event.text),
            "ask" => deeds::say(tx, officer, r, number, Said::Question, &event.text),
            "note" => deeds::say(tx, officer, r, number, Said::Note, &event.text),
            "reply" => deeds::reply(tx, &Actor::Visitor, r, id, &event.text),
            "resolve" => step(tx, Move::Resolve),
            "reopen" => step(tx, Move::Reopen),
            "close" => step(tx, Move::Close(event.reason.ok_or_else(|| missing("reason"))?)),
            "outcome" => {
                let outcome = event.outcome.ok_or_else(|| missing("outcome"))?;
                deeds::say_outcome(tx, &Actor::Visitor, r, id, outcome, &event.text)
            }
            // Seven days after the police acted the reporter says that they were threatened; oversight answers.
            "checkback" => checkbacks::answer(tx, id, Answer::Yes, &event.text),
            "checkback_reply" => {
                let threat = checkbacks::latest(tx, id)?.ok_or_else(|| missing("threat"))?;
                checkbacks::reply(tx, self.people.login("controle")?, threat, &event.text)
            }
            "refer" => deeds::refer(tx, officer, r, number, self.partner(&event.partner)?, (&event.text, None)),
            "accept" | "refuse_referral" => {
                let partner = self.partner(&event.partner)?;
                let actor = self.people.at(Role::Partner, Scope::Partner(partner))?;
                let asked = concern_rows::referrals_of(tx.conn, id)?;
                let asked = asked.iter().rev().find(|a| a.partner_id == partner && a.state == ReferralState::Pending);
                let asked = asked.ok_or_else(|| missing("pending referral"))?;
                deeds::answer_referral(tx, actor, r, asked.id, event.kind == "accept", &event.text)
            }
            "support" => {
                diesel::update(concerns::table.find(id))
                    .set(concerns::supports.eq(concerns::supports + event.count))
                    .execute(tx.conn)?;
                ledger::record(
                    tx,
                    &Actor::Visitor,
                    "concern.support",
                    format!("concern {number}"),
                    &event.count.to_string(),
                )
            }
            other => Err(missing(other)),
        }
    }

    fn partner(&self, slug: &str) -> Result<crate::base::PartnerId> {
        self.r.partner_at(slug).map(|p| p.id).ok_or_else(|| missing(slug))
    }

    fn officer(&self, unit: &str) -> Result<&Actor> {
        let unit = self.r.unit_at(unit).ok_or_else(|| missing(unit))?;
        self.people.at(Role::Officer, Scope::Unit(unit.id))
    }

    fn patrol(&self, i: usize) -> Result<PatrolId> {
        self.patrols.get(i).copied().flatten().ok_or_else(|| missing("such patrol yet"))
    }

    fn open(&mut self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let told = &self.story.patrols[i];
        let new = NewPatrol {
            unit: self.r.unit_at(&told.unit).ok_or_else(|| missing(&told.unit))?.id,
            mode: told.mode,
            headcount: told.headcount,
            objective: told.objective.clone(),
            started_at: None,
        };
        self.patrols[i] = Some(patrol_deeds::open(tx, self.officer(&told.unit)?, &new)?);
        Ok(())
    }

    fn arrive(&mut self, tx: &mut Tx<'_>, i: usize, told: &Stop) -> Result<()> {
        let new = NewStop { area: self.area(&told.quartier)?, place: told.place.clone(), at: None };
        let officer = self.officer(&self.story.patrols[i].unit)?;
        self.stops[i] = Some(patrol_deeds::arrive(tx, officer, self.patrol(i)?, &new)?);
        Ok(())
    }

    fn leave(&self, tx: &mut Tx<'_>, i: usize, told: &Stop) -> Result<()> {
        let stop = self.stops[i].ok_or_else(|| missing("such stop yet"))?;
        let leaving = Leaving {
            at: None,
            contacts: Contacts::default().with(Met::Residents, told.contacts),
            observation: told.observation.clone(),
            concerns: told.concerns.iter().map(|c| Ok(self.filed(*c)?.id)).collect::<Result<_>>()?,
        };
        let officer = self.officer(&self.story.patrols[i].unit)?;
        patrol_deeds::leave(tx, officer, self.patrol(i)?, stop, &leaving)
    }
}
