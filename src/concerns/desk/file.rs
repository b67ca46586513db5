//! A concern's file: what was told, what happened, and every deed the reader may do, each in a panel that folds away. A panel is
//! shown only where the policy and the rules would let its deed be done; the deed asks again.

use std::sync::Arc;

use askama::Template;

use super::super::causes::Cause;
use super::super::media::{self, Gallery, Medium};
use super::super::model::{
    Concern, Event, EventKind, Moderation, Move, Outcome, Reason, Referral, ReferralState, State,
};
use super::super::parts::{Chip, ClockMark, Moment, acceptance_due, said, timeline};
use super::super::sealing::{self, Part, Sight, Words};
use super::super::{answers, clock, custody, merging, notices, store as concerns, words};
use super::forms::Panel;
use super::referrals::standing;
use super::store::{self, Officer};
use super::{inbox, model, replies};
use crate::accounts;
use crate::areas::{AreaKind, Purpose, Reference};
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber, Lang, PartnerId, Role, Scope, Time};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::{L, Text};
use crate::policy::{Audience, ConcernFacts, Deed, SealedTo, may, permit};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// What the page is made of.
struct File {
    concern: Concern,
    facts: ConcernFacts,
    events: Vec<Event>,
    answers: Vec<answers::Answer>,
    referrals: Vec<Referral>,
    media: Vec<Medium>,
    /// Whoever the file can be given to; empty for who gives nothing.
    officers: Vec<Officer>,
    names: Vec<Officer>,
    /// What the reporter said of the result, for who leads and has not seen it.
    told: Option<(Outcome, Time)>,
    identity: custody::Standing,
    /// True once most of the time to answer is used.
    warned: bool,
    /// Services it stands with that nobody can sign in for.
    silent: Vec<PartnerId>,
    joined: Joined,
    /// How the reader stands to its words.
    words: Words,
}

/// What a file has to do with others of the same thing.
#[derive(Default)]
struct Joined {
    /// In which one it is followed, when the reader may work on that.
    into: Option<ConcernNumber>,
    /// True when it is followed in another one.
    went: bool,
    /// Those that are followed in it.
    took: Vec<ConcernNumber>,
    /// Every one it was ever joined with or parted from, by id.
    others: Vec<(ConcernId, ConcernNumber)>,
    /// Those that may be of the same thing.
    likely: Vec<Concern>,
}

impl Joined {
    fn read(conn: &mut Conn, actor: &Actor, r: &Reference, concern: &Concern) -> Result<Joined> {
        let readable = |conn: &mut Conn, id: ConcernId| -> Result<Option<ConcernNumber>> {
            let other = concerns::get(conn, id)?;
            let facts = concerns::facts_for(conn, actor, r, &other)?;
            Ok(may(actor, &Deed::WorkFile(&facts)).then(|| other.number()))
        };
        let mut joined = Joined { likely: merging::likely::of(conn, concern)?, ..Joined::default() };
        if let Some(merge) = merging::live(conn, concern.id)? {
            joined.went = true;
            joined.into = readable(conn, merge.into_id)?;
        }
        for (id, number) in merging::others(conn, concern.id)? {
            if readable(conn, id)?.is_some() {
                joined.others.push((id, number));
            }
        }
        let going: Vec<ConcernId> = merging::going(conn, concern.id)?.iter().map(|merge| merge.concern_id).collect();
        joined.took = joined.others.iter().filter(|(id, _)| going.contains(id)).map(|(_, number)| *number).collect();
        Ok(joined)
    }
}

/// Reads a file for who may work on it; `lead` asks for more.
async fn load(cx: &Cx, number: ConcernNumber, lead: bool) -> Result<File> {
    sealing::settle(cx).await?;
    let (actor, r, now, key) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now, cx.key());
    cx.read(move |conn| {
        let mut concern = concerns::find(conn, number)?.ok_or(Error::NotFound)?;
        let facts = concerns::facts_for(conn, &actor, &r, &concern)?;
        permit(&actor, &Deed::WorkFile(&facts))?;
        if lead {
            permit(&actor, &Deed::LeadFile(&facts))?;
        }
        let mut events = concerns::events(conn, concern.id)?;
        let mut answers = answers::of(conn, concern.id)?;
        let mut referrals = concerns::referrals_of(conn, concern.id)?;
        let mut media = media::of(conn, concern.id)?;
        let words = sealing::of_reader(conn, (concern.id, Part::File), key.as_deref(), now)?;
        words.unveil(&mut concern);
        words.unveil(&mut events);
        words.unveil(&mut answers);
        words.unveil(&mut referrals);
        words.unveil(&mut media);
        let officers = match may(&actor, &Deed::LeadFile(&facts)) {
            true => candidates(conn, &concern, &facts)?,
            false => Vec::new(),
        };
        let mut ids: Vec<AccountId> =
            events.iter().filter(|e| e.kind == EventKind::Assigned).filter_map(|e| e.became.parse().ok()).collect();
        ids.extend(concern.assignee_id);
        let names = store::names(conn, &ids)?;
        let told = match may(&actor, &Deed::LeadFile(&facts)) {
            true => notices::unseen(conn, concern.id)?,
            false => None,
        };
        let identity = custody::standing(conn, concern.id)?;
        let joined = Joined::read(conn, &actor, &r, &concern)?;
        let warned = !clock::warned(conn, &[concern.id], now)?.is_empty();
        let mut silent = Vec::new();
        for referral in referrals.iter().filter(|r| r.state == ReferralState::Pending) {
            if !accounts::anybody_at(conn, Role::Partner, Scope::Partner(referral.partner_id))? {
                silent.push(referral.partner_id);
            }
        }
        Ok(File {
            words,
            joined,
            silent,
            warned,
            identity,
            concern,
            facts,
            events,
            answers,
            referrals,
            media,
            officers,
            names,
            told,
        })
    })
    .await
}

/// The same to be shown: whoever reads what is protected is in the ledger before they see it.
async fn opened(cx: &Cx, number: ConcernNumber, lead: bool) -> Result<File> {
    let file = load(cx, number, lead).await?;
    sealing::record_file(cx, &file.concern, &file.words, Sight::File).await?;
    Ok(file)
}

/// Whoever the file can be given to, once each: somebody may be officer and chief.
fn candidates(conn: &mut Conn, concern: &Concern, facts: &ConcernFacts) -> Result<Vec<Officer>> {
    let mut officers = match concern.audience {
        Audience::Oversight => store::overseers(conn)?,
        Audience::Public | Audience::Private | Audience::Sealed => {
            let chiefs_only = concern.audience == Audience::Sealed && facts.sealed_to != SealedTo::Desk;
            let serving = accounts::officers(conn, concern.unit_id)?;
            let serving = serving.into_iter().filter(|(_, _, role)| !chiefs_only || *role == Role::Chief);
            serving.map(|(id, name, _)| Officer { id, name }).collect()
        }
    };
    officers.dedup_by_key(|officer| officer.id);
    Ok(officers)
}

/// True when the reader may still work on the file.
pub(in crate::concerns) async fn is_readable(cx: &Cx, number: ConcernNumber) -> Result<bool> {
    match load(cx, number, false).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound | Error::Forbidden) => Ok(false),
        Err(error) => Err(error),
    }
}

/// `/{l}/desk/concerns/{number}`
pub(super) async fn show(cx: Cx) -> Answer {
    let file = opened(&cx, cx.part("number")?, false).await?;
    let first = file.concern.owed.then_some(Panel::Answer);
    if file.told.is_some() {
        // Not a deed: the chief has seen what the reporter says, and the desk need not say it again.
        let id = file.concern.id;
        cx.note(move |tx| notices::see(tx, id)).await?;
    }
    cx.html(&FilePage::new(&cx, file, Form::blank(), first))
}

/// The file again, with what was typed and what is wrong with it.
pub(in crate::concerns) async fn again(cx: &Cx, number: ConcernNumber, form: Form, panel: Panel) -> Answer {
    let file = opened(cx, number, matches!(panel, Panel::Assign | Panel::Unit)).await?;
    cx.invalid(&FilePage::new(cx, file, form, Some(panel)))
}

/// The file again, with words that a template put into a panel.
pub(super) async fn filled(cx: &Cx, number: ConcernNumber, form: Form, panel: Panel) -> Answer {
    let file = opened(cx, number, false).await?;
    cx.html(&FilePage::new(cx, file, form, Some(panel)))
}

/// A word beside its value.
struct Fact {
    name: Text,
    icon: String,
    value: String,
}

/// A file that may be of the same thing.
struct Likely {
    number: String,
    url: String,
    words: String,
    lang: &'static str,
    filed: String,
    chip: Chip,
    supports: String,
}

impl Likely {
    fn new(cx: &Cx, other: &Concern) -> Likely {
        Likely {
            number: other.number().to_string(),
            url: urls::desk_concern(cx.lang(), other.number()),
            words: other.words.as_str().to_owned(),
            lang: other.lang.code(),
            filed: cx.page().date(&other.filed_at),
            chip: Chip::of(cx.l, other),
            supports: if other.supports > 0 { cx.l.concern_supports(other.supports) } else { String::new() },
        }
    }
}

/// A referral in a line.
struct Errand {
    state: (&'static str, &'static str, Text),
    service: String,
    when: String,
    answer: String,
    /// How long the service has left to say whether it takes it.
    clock: Option<ClockMark>,
    /// The printed sheet, while the service has not answered.
    sheet: String,
    /// Where its answer is entered, when nobody can sign in for it.
    paper: String,
}

#[derive(Template)]
#[template(path = "desk/file.html")]
struct FilePage {
    page: Page,
    form: Form,
    /// Where the reader's key is opened, while the words want it; and whether somebody else must come first.
    shut: Option<String>,
    not_given: bool,
    open: Option<Panel>,
    home: String,
    concern: ConcernNumber,
    number: String,
    title: String,
    chip: Chip,
    clock: Option<ClockMark>,
    priority: bool,
    text: String,
    lang: &'static str,
    bambara: bool,
    facts: Vec<Fact>,
    /// What is known of the reporter's name; nothing when they gave none.
    identity: Option<Text>,
    /// The questions of its kind, with what was answered.
    answers: Vec<(String, String)>,
    errands: Vec<Errand>,
    moments: Vec<Moment>,
    gallery: Gallery,
    /// What the reporter says of the result, news to the chief, and when.
    told: Option<(Text, String)>,
    /// True when an answer may be read by more people than the reporter.
    shared: bool,
    everybody: Text,
    starts: bool,
    is_open: bool,
    refers: bool,
    leads: bool,
    /// True when it may go to another unit: what is sealed stays with the desk of its kind.
    moves: bool,
    reasons: Vec<(&'static str, Text)>,
    /// What a unit may lack; and that, or another body's competence.
    means: Vec<(&'static str, Text)>,
    causes: Vec<(&'static str, Text)>,
    partners: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    officers: Vec<(String, String)>,
    units: Vec<(String, String)>,
    /// Where it is followed, when another file stands for both: number and address, where the reader may go there.
    went: Option<Option<(String, String)>>,
    /// Those followed in it.
    took: Vec<(String, String)>,
    /// True when it may be followed in another file.
    joins: bool,
    likely: Vec<Likely>,
    /// Reply templates for an answer, a question, and the sentence of an end.
    replies: [Vec<(String, String)>; 3],
}

impl FilePage {
    fn new(cx: &Cx, file: File, mut form: Form, open: Option<Panel>) -> FilePage {
        let (l, r, concern) = (cx.l, &cx.r, &file.concern);
        let lang = cx.lang();
        let oversight = concern.audience == Audience::Oversight;
        let leads = may(&cx.actor, &Deed::LeadFile(&file.facts));
        if open != Some(Panel::Assign) {
            form.preset("assignee", concern.assignee_id.map(|id| id.to_string()).unwrap_or_default());
            form.preset("priority", if concern.priority { "yes" } else { "" });
        }
        // What only oversight reads is answered to the reporter; so is what a sealed category keeps between two.
        let shared = concern.audience == Audience::Public;
        form.preset(
            "transcript",
            file.media.iter().map(|m| m.transcript.as_str()).find(|t| !t.is_empty()).unwrap_or_default(),
        );
        form.preset("merging", L::new(concern.lang).merge_sentence().as_str());
        let there = |number: &ConcernNumber| (number.to_string(), urls::desk_concern(lang, number));
        form.preset("readers", if shared { "all" } else { "reporter" });
        let services = r.services_for(concern.audience);
        let kinds = r.offered().filter(|c| c.id != concern.category_id && (!oversight || c.conduct));
        let units = r.units.iter().filter(|u| u.active && u.id != concern.unit_id);
        FilePage {
            shut: file.words.is_shut().then(|| urls::key_then(lang, &cx.page().here)),
            not_given: file.words.is_not_given(),
            page: cx.page(),
            home: inbox::home(cx),
            concern: concern.number(),
            number: concern.number().to_string(),
            title: title(cx, concern),
            chip: Chip::of(l, concern),
            clock: ClockMark::of(l, concern, cx.now).map(|mark| if file.warned { mark.warned(l) } else { mark }),
            priority: concern.priority,
            text: said(l, &concern.words),
            lang: concern.lang.code(),
            bambara: concern.lang == Lang::Bm,
            facts: facts(cx, &file),
            identity: match file.identity {
                custody::Standing::Unknown => None,
                custody::Standing::Sealed(_) => Some(l.custody_known()),
                custody::Standing::Erased(_) => Some(l.custody_gone_fact()),
            },
            answers: answers::told(r, &file.answers, l),
            errands: file.referrals.iter().rev().map(|referral| errand(cx, referral, &file)).collect(),
            moments: moments(cx, &file),
            gallery: Gallery::all(l, &file.media),
            told: file.told.map(|(outcome, at)| {
                let what = match outcome {
                    Outcome::NotFixed => l.outcome_told_not_fixed(),
                    Outcome::Partly | Outcome::Confirmed => l.outcome_told_partly(),
                };
                (what, l.ago(cx.now.since(at).max(0)))
            }),
            shared,
            everybody: match concern.moderation {
                Moderation::Published => l.desk_readers_all(),
                _ => l.desk_readers_later(),
            },
            starts: Move::Start.from(concern.state).is_ok(),
            is_open: concern.state.is_open(),
            // What is said of police conduct stays with oversight.
            refers: !oversight && concern.state.is_open() && concern.state != State::Referred,
            leads,
            moves: leads && concern.audience != Audience::Sealed,
            reasons: Reason::ALL.iter().map(|reason| (reason.as_str(), words::reason(l, *reason))).collect(),
            means: Cause::MEANS.iter().map(|cause| (cause.as_str(), cause.word(l))).collect(),
            causes: Cause::ALL.iter().map(|cause| (cause.as_str(), cause.word(l))).collect(),
            partners: services.map(|p| (p.slug.clone(), p.name(lang).to_owned())).collect(),
            categories: kinds.map(|c| (c.slug.clone(), c.name(lang).to_owned())).collect(),
            officers: file.officers.iter().map(|o| (o.id.to_string(), o.name.clone())).collect(),
            units: units.map(|u| (u.slug.clone(), u.name.clone())).collect(),
            went: file.joined.went.then(|| file.joined.into.as_ref().map(there)),
            took: file.joined.took.iter().map(there).collect(),
            joins: concern.audience.is_open() && concern.state.is_open() && file.joined.took.is_empty(),
            likely: file.joined.likely.iter().map(|other| Likely::new(cx, other)).collect(),
            replies: [Purpose::Answer, Purpose::Question, Purpose::Closing]
                .map(|purpose| replies::offered(l, r, concern, purpose)),
            form,
            open,
        }
    }

    /// True when the panel stands open.
    fn is(&self, word: &str) -> bool {
        self.open.is_some_and(|panel| panel.as_str() == word)
    }
}

/// What and where: the words themselves stand below it.
fn title(cx: &Cx, concern: &Concern) -> String {
    let kind = cx.r.category(concern.category_id).map_or("–", |c| c.name(cx.lang()));
    format!("{kind}, {}", cx.r.area_name(concern.area_id))
}

fn facts(cx: &Cx, file: &File) -> Vec<Fact> {
    let (l, r, concern) = (cx.l, &cx.r, &file.concern);
    let fact = |name: Text, icon: &str, value: String| Fact { name, icon: icon.to_owned(), value };
    let category = r.category(concern.category_id);
    let icon = category.map_or("other", |c| c.icon.as_str());
    let kind = r.category_name(concern.category_id, cx.lang()).to_owned();
    let place = match r.area(concern.area_id) {
        Some(area) if area.kind == AreaKind::Quartier => {
            format!("{}, {}", area.name, r.area_name(concern.commune_id))
        }
        _ => r.area_name(concern.area_id).to_owned(),
    };
    let (readers, lock) = audience(l, concern.audience);
    let mut facts = vec![fact(l.desk_category(), icon, kind), fact(l.desk_place(), "place", place)];
    if !concern.landmark.is_empty() {
        facts.push(fact(l.desk_landmark(), "info", said(l, &concern.landmark)));
    }
    facts.push(fact(l.desk_filed(), "calendar", cx.page().datetime(&concern.filed_at)));
    facts.push(fact(l.desk_language(), "language", concern.lang.own_name().to_owned()));
    facts.push(fact(l.desk_audience(), lock, readers.as_str().to_owned()));
    if concern.audience == Audience::Public {
        facts.push(fact(l.desk_publication(), "publish", words::moderation(l, concern.moderation).as_str().to_owned()));
    }
    if model::holds(&model::Holder::Oversight, concern.unit_id, concern.audience) || cx.actor.units().len() > 1 {
        facts.push(fact(l.desk_unit(), "unit", r.unit_name(concern.unit_id).to_owned()));
    }
    let name = concern.assignee_id.and_then(|id| named(&file.names, id));
    facts.push(fact(l.desk_assignee(), "assign", name.unwrap_or_else(|| l.desk_nobody().as_str().to_owned())));
    if let Some(reason) = concern.reason {
        facts.push(fact(l.desk_reason(), "closed", words::reason(l, reason).as_str().to_owned()));
    }
    facts
}

/// Who reads, said to the unit: « vous » would be somebody else here than on the reporter's page.
fn audience(l: L, audience: Audience) -> (Text, &'static str) {
    match audience {
        Audience::Public => (l.desk_audience_public(), "public"),
        Audience::Private => (l.desk_audience_private(), "private"),
        Audience::Sealed => (l.desk_audience_sealed(), "lock"),
        Audience::Oversight => (l.desk_audience_oversight(), "lock"),
    }
}

fn named(names: &[Officer], id: AccountId) -> Option<String> {
    names.iter().find(|n| n.id == id).map(|n| n.name.clone())
}

fn errand(cx: &Cx, referral: &Referral, file: &File) -> Errand {
    let (state, number) = (file.concern.state, file.concern.number());
    let partner = cx.r.partner(referral.partner_id);
    let waits = referral.state == ReferralState::Pending && state.is_open();
    let sheet = urls::desk_errand(cx.lang(), number, referral.id);
    Errand {
        state: standing(cx.l, referral.state, state),
        service: partner.map_or_else(|| "–".to_owned(), |p| p.name(cx.lang()).to_owned()),
        when: cx.page().date(&referral.answered_at.unwrap_or(referral.asked_at)),
        answer: said(cx.l, &referral.answer),
        clock: ClockMark::new(cx.l, waits, acceptance_due(&cx.r, referral), cx.now),
        paper: if waits && file.silent.contains(&referral.partner_id) { sheet.clone() } else { String::new() },
        sheet: if waits { sheet } else { String::new() },
    }
}

/// The timeline as the desk reads it: it may know whose hands a file was put in, which others never learn.
fn moments(cx: &Cx, file: &File) -> Vec<Moment> {
    let mut moments = timeline(cx.l, &file.events, &cx.r, None);
    for (moment, event) in moments.iter_mut().zip(file.events.iter().rev()) {
        let given = event.became.parse().ok().filter(|_| event.kind == EventKind::Assigned);
        if let Some(name) = given.and_then(|id| named(&file.names, id)) {
            moment.what = cx.l.desk_given(name);
        }
        let other = event.was.parse().ok().filter(|_| event.kind == EventKind::Merged);
        let other = other.and_then(|id: ConcernId| file.joined.others.iter().find(|(known, _)| *known == id));
        if let Some((_, number)) = other {
            moment.what = format!("{} : {number}", moment.what);
            moment.href = urls::desk_concern(cx.lang(), number);
        }
    }
    moments
}
