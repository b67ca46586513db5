//! The demo's forums: meetings, who came, minutes, promises and talk of `story.json`, lived through the deeds of forums in the
//! order of their instants.

use diesel::prelude::*;
use serde::Deserialize;

use super::logins::People;
use crate::areas::{self, Reference};
use crate::base::{Actor, ConcernNumber, DAY, Day, HOUR, Lang, MeetingId, Role, Scope, Time};
use crate::db::Tx;
use crate::db::schema::concerns;
use crate::error::{Error, Refusal, Result};
use crate::forums::actions::{self as deeds, NewItem};
use crate::forums::model::{
    AgeBand, CameAs, CommitmentState, Count, MeetingAudience, MeetingDraft, MinutesState, NewCommitment, Owner,
    OwnerKind, Sex, Side, Sign, Written, mark,
};
use crate::talk::actions::{self as talk, Said, To, Verdict};
use crate::talk::model::{PostState, Subject};
use crate::web::Site;

/// What of `story.json` is replayed here.
#[derive(Debug, Clone, Deserialize)]
struct Story {
    concerns: Vec<Told>,
    meetings: Vec<Meeting>,
}

#[derive(Debug, Clone, Deserialize)]
struct Told {
    words: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Meeting {
    committee: String,
    title_fr: String,
    title_bm: String,
    language: Lang,
    days_from_now: i64,
    hour: i64,
    quartier: String,
    place: String,
    landmark: String,
    audience: MeetingAudience,
    capacity: Option<i64>,
    agenda: Vec<Item>,
    registered: i64,
    attendance: Option<Vec<Came>>,
    minutes_text: Option<String>,
    minutes_state: Option<MinutesState>,
    commitments: Vec<Promise>,
    posts: Vec<Post>,
}

#[derive(Debug, Clone, Deserialize)]
struct Item {
    title: String,
    minutes: i64,
    concern: Option<usize>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Came {
    sex: Sex,
    age: AgeBand,
    function: CameAs,
    count: i64,
}

#[derive(Debug, Clone, Deserialize)]
struct Promise {
    text: String,
    owner_unit: Option<String>,
    owner_partner: Option<String>,
    due_in_days: i64,
    state: CommitmentState,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Post {
    who: String,
    text: String,
    hours_ago: i64,
    state: String,
    #[serde(default)]
    reason: String,
}

/// One thing that happens to a meeting; numbers are places in its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Happening {
    Announced,
    Agenda,
    Registered,
    Entered,
    Counted,
    Promised,
    Drafted,
    Shown,
    Corrected,
    Looked,
    Approved,
    Answered(usize),
    Settled(usize),
    Signed(usize),
    Asked,
    Said(usize),
    Hidden(usize),
}

/// How long before a meeting it is announced: more than the rule asks for.
const NOTICE: i64 = 10 * DAY;

impl Meeting {
    fn starts_at(&self, now: Time) -> Time {
        now.day().plus(self.days_from_now).start().plus(self.hour * HOUR)
    }

    fn happenings(&self, now: Time) -> Vec<(Time, Happening)> {
        let start = self.starts_at(now);
        let announced = start.plus(-NOTICE).min(now.plus(-3 * DAY));
        let mut all = vec![
            (announced, Happening::Announced),
            (announced.plus(2 * HOUR), Happening::Agenda),
            (announced.plus(5 * HOUR), Happening::Registered),
        ];
        if start > now && self.audience == MeetingAudience::Open {
            all.push((announced.plus(7 * HOUR), Happening::Asked));
        }
        if self.attendance.is_some() {
            all.push((start.plus(600), Happening::Entered));
            all.push((start.plus(3 * HOUR), Happening::Counted));
            all.push((start.plus(3 * HOUR), Happening::Promised));
        }
        if let Some(state) = self.minutes_state {
            all.push((start.plus(DAY), Happening::Drafted));
            all.push((start.plus(2 * DAY), Happening::Shown));
            if self.registered > 0 {
                all.push((start.plus(3 * DAY), Happening::Corrected));
            }
            if state == MinutesState::Approved {
                all.push((start.plus(4 * DAY), Happening::Looked));
                all.push((start.plus(10 * DAY), Happening::Approved));
            }
        }
        for (i, promise) in self.commitments.iter().enumerate() {
            let due = now.day().plus(promise.due_in_days - 1).start().plus(10 * HOUR);
            let due = due.min(now.plus(-5 * HOUR)).max(start.plus(DAY));
            match promise.state {
                CommitmentState::Open => all.push((due, Happening::Answered(i))),
                CommitmentState::InProgress => all.push((due, Happening::Settled(i))),
                CommitmentState::Kept | CommitmentState::Abandoned => {
                    all.push((due, Happening::Settled(i)));
                    all.push((due.plus(2 * HOUR), Happening::Signed(i)));
                }
            }
        }
        for (i, post) in self.posts.iter().enumerate() {
            let at = now.plus(-post.hours_ago * HOUR).max(announced.plus(6 * HOUR));
            all.push((at, Happening::Said(i)));
            if post.state == "hidden" {
                all.push((at.plus(3 * HOUR), Happening::Hidden(i)));
            }
        }
        all.retain(|(at, _)| *at <= now);
        all
    }
}

/// What the replay remembers of a meeting.
#[derive(Default, Clone)]
struct Made {
    id: Option<MeetingId>,
    commitments: Vec<crate::base::CommitmentId>,
    posts: Vec<(usize, crate::base::PostId)>,
    codes: Vec<String>,
}

fn missing(what: &str) -> Error {
    Error::Internal(format!("story: no {what}"))
}

struct Stage<'a> {
    story: &'a Story,
    people: &'a People,
    r: &'a Reference,
    today: Day,
    starts: Vec<Time>,
    made: Vec<Made>,
}

/// Replays it all, in one deed, after the concerns.
pub(super) fn replay(site: &Site, people: &People, now: Time) -> Result<()> {
    let story: Story = serde_json::from_str(super::story::STORY).map_err(Error::internal)?;
    let r = site.db.read_now(areas::store::load)?;
    let people = people.clone();
    site.db.write_now(move |tx| {
        let made = vec![Made::default(); story.meetings.len()];
        let starts = story.meetings.iter().map(|m| m.starts_at(now)).collect();
        let mut stage = Stage { story: &story, people: &people, r: &r, today: now.day(), starts, made };
        let mut all: Vec<(Time, usize, Happening)> = Vec::new();
        for (i, meeting) in story.meetings.iter().enumerate() {
            all.extend(meeting.happenings(now).into_iter().map(|(at, what)| (at, i, what)));
        }
        all.sort();
        for (at, i, what) in all {
            tx.now = at;
            stage.play(tx, i, what).map_err(|error| match error {
                Error::Refused(_) | Error::NotFound | Error::Forbidden => {
                    Error::Internal(format!("story: meeting {i}: {what:?}: {error}"))
                }
                other => other,
            })?;
        }
        tx.now = now;
        Ok(())
    })
}

impl Stage<'_> {
    fn moderator(&self, m: &Meeting) -> Result<&Actor> {
        let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?;
        self.people.at(Role::Moderator, Scope::Committee(committee.id))
    }

    fn id(&self, i: usize) -> Result<MeetingId> {
        self.made[i].id.ok_or_else(|| missing("such meeting yet"))
    }

    fn play(&mut self, tx: &mut Tx<'_>, i: usize, what: Happening) -> Result<()> {
        let m = &self.story.meetings[i];
        let actor = self.moderator(m)?.clone();
        let body = m.minutes_text.as_deref().unwrap_or_default();
        match what {
            Happening::Announced => self.announce(tx, i),
            Happening::Agenda => self.agenda(tx, i),
            Happening::Registered => {
                for n in 0..m.registered {
                    let name = ["Awa", "", "Moussa", "Fanta", "", "Seydou", "Kadi"][(n % 7) as usize];
                    let invitation = self.invitation(tx, i)?;
                    let place = deeds::register(tx, &Actor::Visitor, self.id(i)?, name, &invitation)?;
                    self.made[i].codes.push(place.code);
                }
                Ok(())
            }
            Happening::Entered => {
                for code in self.made[i].codes.clone().into_iter().step_by(3) {
                    deeds::enter(tx, &actor, self.id(i)?, &deeds::Door::Code(code))?;
                }
                Ok(())
            }
            Happening::Counted => {
                let counts: Vec<Count> = m
                    .attendance
                    .iter()
                    .flatten()
                    .map(|c| Count { sex: c.sex, age: c.age, function: c.function, number: c.count })
                    .collect();
                deeds::set_counts(tx, &actor, self.id(i)?, &counts)
            }
            Happening::Promised => self.promise(tx, i),
            Happening::Drafted => save(tx, &actor, self.id(i)?, body, 0),
            Happening::Shown => save(tx, &actor, self.id(i)?, body, 1),
            Happening::Corrected => {
                let code = self.made[i].codes.first().cloned().unwrap_or_default();
                let asked = match m.language {
                    Lang::Fr => "La date de pose des lampes est dite deux fois, avec deux jours différents.",
                    Lang::Bm => "Lanpan donni don fɔra siɲɛ fila, tile fila tɛ kelen ye.",
                };
                deeds::correct(tx, &actor, self.id(i)?, &code, asked)
            }
            Happening::Looked => {
                let said = match m.language {
                    Lang::Fr => "Oui, c’est corrigé.",
                    Lang::Bm => "Awɔ, a latilenna.",
                };
                for correction in crate::forums::waiting_corrections(tx.conn, self.id(i)?)? {
                    deeds::answer_correction(tx, &actor, correction, true, said)?;
                }
                Ok(())
            }
            Happening::Approved => {
                let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?.id;
                let chair = self.people.at(Role::Chair, Scope::Committee(committee))?;
                deeds::approve(tx, chair, self.id(i)?, 2)
            }
            Happening::Answered(j) => self.sign(tx, i, j, Side::Owner, Sign::Answer),
            Happening::Settled(j) => match m.commitments[j].state {
                CommitmentState::Kept => self.sign(tx, i, j, Side::Owner, Sign::Keep),
                CommitmentState::Abandoned => self.sign(tx, i, j, Side::Owner, Sign::Abandon),
                _ => {
                    self.sign(tx, i, j, Side::Owner, Sign::Begin)?;
                    self.sign(tx, i, j, Side::Owner, Sign::Answer)
                }
            },
            Happening::Signed(j) => self.sign(tx, i, j, Side::Community, Sign::Accept),
            Happening::Asked => self.ask(tx, i),
            Happening::Said(j) => self.say(tx, i, j),
            Happening::Hidden(j) => {
                let post = self.made[i].posts.iter().find(|(n, _)| *n == j).ok_or_else(|| missing("such post yet"))?.1;
                talk::judge(tx, &actor, post, PostState::Visible, &Verdict::Hide(m.posts[j].reason.clone(), Vec::new()))
            }
        }
    }

    fn announce(&mut self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let m = &self.story.meetings[i];
        let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?.id;
        let draft = MeetingDraft {
            title: if m.language == Lang::Fr { m.title_fr.clone() } else { m.title_bm.clone() },
            lang: m.language,
            starts_at: self.starts[i],
            area_id: self.r.quartier_at(&crate::base::slug(&m.quartier)).ok_or_else(|| missing(&m.quartier))?.id,
            place: m.place.clone(),
            landmark: m.landmark.clone(),
            audience: m.audience,
            capacity: m.capacity,
            paper: false,
        };
        self.made[i].id = Some(deeds::announce(tx, self.moderator(m)?, self.r, committee, &draft)?);
        Ok(())
    }

    /// The three standing points are there already; the rest of the story's agenda follows.
    fn agenda(&self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let m = &self.story.meetings[i];
        for item in m.agenda.iter().skip(3) {
            let concern = item.concern.and_then(|at| self.story.concerns.get(at));
            let number = concern.map(|told| number_of(tx, &told.words)).transpose()?.flatten();
            let words = NewItem::Words(item.title.clone(), item.minutes);
            let actor = self.moderator(m)?;
            let Some(number) = number else {
                deeds::add_item(tx, actor, self.id(i)?, &words)?;
                continue;
            };
            match deeds::add_item(tx, actor, self.id(i)?, &NewItem::Concern(number, item.minutes)) {
                // Not public: only its subject is named.
                Err(Error::NotFound) => deeds::add_item(tx, actor, self.id(i)?, &words)?,
                other => other?,
            };
        }
        Ok(())
    }

    fn promise(&mut self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let m = &self.story.meetings[i];
        let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?.id;
        for told in &m.commitments {
            let unit = told.owner_unit.as_ref().and_then(|u| self.r.unit_at(u)).map(|u| (OwnerKind::Unit, u.id.raw()));
            let partner = told
                .owner_partner
                .as_ref()
                .and_then(|p| self.r.partner_at(p))
                .map(|p| (OwnerKind::Partner, p.id.raw()));
            let (kind, id) = unit.or(partner).unwrap_or((OwnerKind::Committee, committee.raw()));
            let new = NewCommitment {
                body: told.text.clone(),
                owner: Owner { kind, id },
                due_on: self.today.plus(told.due_in_days),
                meeting: Some(self.id(i)?),
            };
            let made = deeds::promise(tx, self.moderator(m)?, self.r, committee, &new)?;
            self.made[i].commitments.push(made);
        }
        Ok(())
    }

    /// The owner answers and signs first, the moderator second.
    fn sign(&self, tx: &mut Tx<'_>, i: usize, j: usize, side: Side, sign: Sign) -> Result<()> {
        let m = &self.story.meetings[i];
        let told = &m.commitments[j];
        let id = *self.made[i].commitments.get(j).ok_or_else(|| missing("such promise yet"))?;
        let slug = |text: &Option<String>| text.clone().unwrap_or_default();
        let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?.id;
        let actor = match (side, self.r.unit_at(&slug(&told.owner_unit)), self.r.partner_at(&slug(&told.owner_partner)))
        {
            (Side::Community, ..) => self.moderator(m)?,
            (Side::Owner, Some(unit), _) => self.people.at(Role::Chief, Scope::Unit(unit.id))?,
            (Side::Owner, None, Some(partner)) => self.people.at(Role::Partner, Scope::Partner(partner.id))?,
            (Side::Owner, None, None) => self.people.at(Role::Chair, Scope::Committee(committee))?,
        };
        let answer = match m.language {
            Lang::Fr => "Le travail est prévu pour la semaine prochaine.",
            Lang::Bm => "Baara labɛnna dɔgɔkun nata kama.",
        };
        let body = match sign {
            Sign::Answer => answer,
            Sign::Abandon => &told.reason,
            _ => "",
        };
        deeds::sign(tx, actor, id, side, sign, body)
    }

    /// Residents ask before the meeting, and support what others ask; a visitor's question waits for the committee.
    fn ask(&self, tx: &mut Tx<'_>, i: usize) -> Result<()> {
        let m = &self.story.meetings[i];
        let (first, second, held) = match m.language {
            Lang::Fr => (
                "Quand la patrouille passe-t-elle le soir près du marché ?",
                "Qui répare les lampes de la rue de l’école ?",
                "Peut-on avoir la réunion le dimanche ?",
            ),
            Lang::Bm => (
                "Polisi bɛ taa sugu kɛrɛfɛ su fɛ waati jumɛn?",
                "Jɔn bɛ lakɔli bɔlɔn lanpanw dilan?",
                "Ɲɔgɔnye bɛ se ka kɛ kari don wa?",
            ),
        };
        let (awa, moussa, meeting) = (self.people.login("awa")?, self.people.login("moussa")?, self.id(i)?);
        for (actor, body) in [(awa, first), (moussa, second), (&Actor::Visitor, held)] {
            deeds::ask(tx, actor, meeting, "", body)?;
        }
        let shown = crate::forums::shown_questions(tx.conn, meeting)?;
        for question in shown.iter().take(1) {
            match deeds::support(tx, moussa, meeting, *question) {
                // It is his own.
                Err(Error::Refused(Refusal::OwnQuestion)) => {}
                other => other?,
            }
            deeds::support(tx, self.people.at(Role::Relay, Scope::Area(self.relay_area()?))?, meeting, *question)?;
        }
        Ok(())
    }

    /// What the committee gives to those it invites.
    fn invitation(&self, tx: &mut Tx<'_>, i: usize) -> Result<String> {
        use crate::db::schema::meetings;
        Ok(meetings::table.find(self.id(i)?).select(meetings::invitation).get_result(tx.conn)?)
    }

    fn relay_area(&self) -> Result<crate::base::AreaId> {
        Ok(self.r.quartier_at("banconi").ok_or_else(|| missing("banconi"))?.id)
    }

    fn say(&mut self, tx: &mut Tx<'_>, i: usize, j: usize) -> Result<()> {
        let m = &self.story.meetings[i];
        let post = &m.posts[j];
        let meeting = self.id(i)?;
        let committee = self.r.committee_at(&m.committee).ok_or_else(|| missing(&m.committee))?;
        let actor = match post.who.as_str() {
            "moderator" => self.moderator(m)?,
            "officer" => {
                let area = self.r.quartier_at(&crate::base::slug(&m.quartier)).ok_or_else(|| missing(&m.quartier))?.id;
                let category = self.r.categories.first().ok_or_else(|| missing("category"))?.id;
                let unit = self.r.routed(area, category).ok_or_else(|| missing("unit"))?;
                self.people.at(Role::Officer, Scope::Unit(unit))?
            }
            _ if (j + committee.slug.len()).is_multiple_of(2) => self.people.login("awa")?,
            _ => self.people.login("moussa")?,
        };
        // A reserved meeting is talked about by those who keep a place there.
        if m.audience != MeetingAudience::Open && post.who != "moderator" {
            let (real, begun) = (tx.now, tx.now >= self.starts[i]);
            if begun {
                tx.now = self.starts[i].plus(-HOUR);
            }
            let invitation = self.invitation(tx, i)?;
            deeds::register(tx, actor, meeting, "", &invitation)?;
            tx.now = real;
        }
        let said = Said { body: post.text.clone(), ..Said::default() };
        let (_, made, held) = talk::write(tx, actor, self.r, To::About(Subject::Meeting(meeting)), &said)?;
        // What newcomers wrote was read by the committee long ago.
        if held {
            talk::judge(tx, self.moderator(m)?, made, PostState::Held, &Verdict::Publish)?;
        }
        self.made[i].posts.push((j, made));
        Ok(())
    }
}

/// The number of the story's concern with these words.
fn number_of(tx: &mut Tx<'_>, words: &str) -> Result<Option<ConcernNumber>> {
    let row: Option<(i32, i32)> = concerns::table
        .filter(concerns::words.eq(words))
        .select((concerns::year, concerns::serial))
        .first(tx.conn)
        .optional()?;
    Ok(row.map(|(year, serial)| ConcernNumber { year, serial }))
}

/// Saves minutes: as a draft, or after it to be corrected.
fn save(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, body: &str, seen: i64) -> Result<()> {
    let state = if seen == 0 { MinutesState::Draft } else { MinutesState::Corrections };
    let seen_mark = if seen == 0 { String::new() } else { mark(body) };
    let written = Written { seen, mark: seen_mark, state, body: body.to_owned(), apart: false };
    deeds::save_minutes(tx, actor, id, &written).map(drop)
}
