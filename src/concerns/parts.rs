//! What pages show of a concern, prepared: chip, clock, timeline, card. `templates/concerns/parts.html` draws them.
//! What never lives here: who may read what.

use super::model::{Concern, Event, EventKind, Readers, Referral, ReferralState, State};
use super::words;
use crate::areas::{Area, Reference};
use crate::base::{DAY, Function, HOUR, Lang, MeetingId, Prompt, Time};
use crate::i18n::{L, Text};
use crate::policy::Audience;
use crate::seal::Veiled;
use crate::urls;
use crate::web::Cursor;

/// Where a person reads a sentence of this page aloud, in the reader's language; nothing until one has recorded it (C6).
pub(crate) fn spoken(r: &Reference, prompt: Prompt, lang: Lang) -> Option<String> {
    r.prompt(prompt, lang).map(|sound| urls::prompt_sound(sound.id))
}

/// A state with its colour, drawing, word and since when.
pub(crate) struct Chip {
    /// Colour.
    pub(crate) class: &'static str,
    /// Drawing.
    pub(crate) icon: &'static str,
    /// Word.
    pub(crate) word: Text,
}

impl Chip {
    /// Of a state.
    pub(crate) fn new(l: L, state: State, reopened: bool) -> Chip {
        let (class, icon) = words::chip(state, reopened);
        Chip { class, icon, word: words::state(l, state, reopened) }
    }

    /// Of a concern.
    pub(crate) fn of(l: L, concern: &Concern) -> Chip {
        Chip::new(l, concern.state, concern.reopened)
    }
}

/// How long the unit has left to give the word it owes, or how late it is.
pub(crate) struct ClockMark {
    /// Colour.
    pub(crate) class: &'static str,
    /// Drawing.
    pub(crate) icon: &'static str,
    /// « encore 31 h », « en retard de 2 jours ».
    pub(crate) word: String,
}

impl ClockMark {
    /// The same for who owes the word, once most of the time is used: a mark that warns. What is late says so already.
    pub(crate) fn warned(self, l: L) -> ClockMark {
        match self.class {
            "late" => self,
            _ => ClockMark { class: "soon", icon: "warn", word: l.clock_soon(self.word) },
        }
    }

    /// Of a concern; nothing when no word is owed.
    pub(crate) fn of(l: L, concern: &Concern, now: Time) -> Option<ClockMark> {
        ClockMark::new(l, concern.owed && concern.state.is_open(), concern.due_at, now)
    }

    /// Of what a row says.
    pub(crate) fn new(l: L, owed: bool, due_at: Time, now: Time) -> Option<ClockMark> {
        let left = due_at.since(now);
        match left {
            _ if !owed => None,
            ..0 => Some(ClockMark { class: "late", icon: "late", word: l.late(-left) }),
            0..DAY => Some(ClockMark { class: "soon", icon: "clock", word: l.left(left) }),
            _ => Some(ClockMark { class: "ok", icon: "clock", word: l.left(left) }),
        }
    }
}

/// With which service a concern is now, whether it took it, and how long it has to say so (P6).
pub(crate) struct With {
    /// The service.
    pub(crate) service: String,
    /// What it has said.
    pub(crate) word: Text,
    /// How long it has left to say whether it takes it.
    pub(crate) clock: Option<ClockMark>,
}

impl With {
    /// Of a concern that is with a service; nothing of any other.
    pub(crate) fn of(l: L, r: &Reference, concern: &Concern, all: &[Referral], now: Time) -> Option<With> {
        let pending = |s: ReferralState| s == ReferralState::Pending;
        let referral = all.iter().rev().find(|e| pending(e.state) || e.state == ReferralState::Accepted)?;
        let waits = pending(referral.state);
        (concern.state == State::Referred).then(|| With {
            service: r.partner(referral.partner_id).map_or_else(|| "–".to_owned(), |p| p.name(l.lang()).to_owned()),
            word: if waits { l.errand_waits() } else { l.errand_taken() },
            clock: ClockMark::new(l, waits, acceptance_due(r, referral), now),
        })
    }
}

/// Until when a service says whether it takes what was referred.
pub(crate) fn acceptance_due(r: &Reference, referral: &Referral) -> Time {
    referral.asked_at.plus(r.acceptance * HOUR)
}

/// One line of a timeline.
pub(crate) struct Moment {
    /// Colour and side: who spoke.
    pub(crate) class: String,
    /// Drawing.
    pub(crate) icon: &'static str,
    /// Who, by function.
    pub(crate) who: String,
    /// When, for readers.
    pub(crate) when: String,
    /// When, for machines.
    pub(crate) datetime: String,
    /// What happened.
    pub(crate) what: String,
    /// What was written, empty when nothing was.
    pub(crate) words: String,
    /// Where it leads, empty when nowhere.
    pub(crate) href: String,
}

impl Moment {
    /// An event, seen now. It is new when it happened after `seen` and the reporter did not do it.
    pub(crate) fn new(l: L, event: &Event, r: &Reference, seen: Option<Time>) -> Moment {
        let side = match event.function {
            _ if matches!(
                event.kind,
                EventKind::State | EventKind::Assigned | EventKind::Priority | EventKind::Merged
            ) =>
            {
                "system"
            }
            Function::Resident | Function::Relay => "resident",
            Function::Officer | Function::Chief | Function::Partner | Function::Overseer => "unit",
            Function::Moderator | Function::Chair => "committee",
            Function::Admin | Function::System => "system",
        };
        let fresh = event.function != Function::Resident && seen.is_some_and(|seen| event.at > seen);
        let inside = event.audience == Readers::Internal;
        let class = format!("{side}{}{}", if inside { " internal" } else { "" }, if fresh { " new" } else { "" });
        let href = match event.kind {
            EventKind::Discussed => {
                event.was.parse::<MeetingId>().map_or_else(|_| String::new(), |id| urls::meeting(l.lang(), id))
            }
            _ => String::new(),
        };
        let patrol = event.kind == EventKind::Patrol;
        Moment {
            class,
            icon: icon(event.kind, event.function),
            who: words::speaker(l, event, r),
            // Of a patrol the day is told, never the hour (T7).
            when: if patrol { l.date(event.at.civil().date()) } else { l.datetime(event.at.civil()) },
            datetime: if patrol { event.at.day().to_string() } else { event.at.rfc3339() },
            what: words::event(l, event, r),
            words: said(l, &event.body),
            href,
        }
    }
}

impl Moment {
    /// True for what happened since the reader was here, when that is known.
    pub(crate) fn is_new(&self) -> bool {
        self.class.ends_with(" new")
    }
}

/// A timeline, newest first.
pub(crate) fn timeline(l: L, events: &[Event], r: &Reference, seen: Option<Time>) -> Vec<Moment> {
    events.iter().rev().map(|event| Moment::new(l, event, r, seen)).collect()
}

/// Places to choose from: a commune and its quartiers.
pub(crate) struct Places<'a> {
    /// The commune's address form.
    pub(crate) slug: &'a str,
    /// The commune.
    pub(crate) name: &'a str,
    /// Address form and name of each quartier.
    pub(crate) quartiers: Vec<(&'a str, &'a str)>,
}

impl Places<'_> {
    /// Every commune on offer.
    pub(crate) fn all(r: &Reference) -> Vec<Places<'_>> {
        let quartiers = |commune: &Area| r.quartiers(commune.id).map(|q| (q.slug.as_str(), q.name.as_str())).collect();
        r.communes().map(|c| Places { slug: &c.slug, name: &c.name, quartiers: quartiers(c) }).collect()
    }
}

/// Where a list's pages begin: the first and the next one, empty where there is none. `here` is the page's own address.
pub(crate) fn pager(lang: Lang, here: &str, after: Option<Cursor>, next: Option<Cursor>) -> (String, String) {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let kept: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .filter(|(name, value)| name != "after" && !value.is_empty())
        .collect();
    let address = |cursor: Option<Cursor>| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&kept);
        if let Some(cursor) = cursor {
            query.append_pair("after", &cursor.to_string());
        }
        let query = query.finish();
        if query.is_empty() { format!("/{lang}{path}") } else { format!("/{lang}{path}?{query}") }
    };
    let first = if after.is_some() { address(None) } else { String::new() };
    (first, next.map_or_else(String::new, |cursor| address(Some(cursor))))
}

const fn icon(kind: EventKind, function: Function) -> &'static str {
    match kind {
        EventKind::Filed => "report",
        EventKind::Answer => "answer",
        EventKind::Ask => "ask",
        EventKind::Reply => match function {
            Function::Relay => "people",
            _ => "person",
        },
        EventKind::Note => "note",
        EventKind::State | EventKind::Category | EventKind::Unit => "history",
        EventKind::Assigned => "assign",
        EventKind::Priority => "star",
        EventKind::Referred | EventKind::ReferralAccepted | EventKind::ReferralRefused => "refer",
        EventKind::Outcome => "person",
        EventKind::Patrol => "patrol",
        EventKind::Discussed => "agenda",
        EventKind::Moderation => "committee",
        EventKind::Custody => "lock",
        EventKind::Merged => "refer",
        EventKind::Transcribed => "voice",
        EventKind::Rights => "edit",
        EventKind::Escalated => "late",
        EventKind::Delayed => "clock",
        EventKind::HandedOver => "people",
    }
}

/// Characters of a concern's words on a card: two lines of a phone.
const EXCERPT: usize = 90;

/// The beginning of a text, cut between words, on one line.
pub(crate) fn excerpt(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= EXCERPT {
        return line;
    }
    let cut: String = line.chars().take(EXCERPT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '.']))
}

/// A text for readers: where it is sealed and was not opened, that it is.
pub(crate) fn said(l: L, text: &Veiled) -> String {
    if text.is_closed() { l.words_sealed().as_str().to_owned() } else { text.as_str().to_owned() }
}

/// The beginning of a concern's words in a list. Lists open nothing, and of what is protected they show nothing, even while it lies
/// open for want of a key: who reads it is in the ledger.
pub(crate) fn glimpse(l: L, audience: Audience, text: &Veiled) -> String {
    if audience.is_open() { excerpt(&said(l, text)) } else { l.words_sealed().as_str().to_owned() }
}

/// A concern in a list.
pub(crate) struct Card {
    /// Where it leads.
    pub(crate) href: String,
    /// The beginning of its words.
    pub(crate) title: String,
    /// The language they are written in.
    pub(crate) lang: Lang,
    /// The kind's drawing.
    pub(crate) icon: String,
    /// The kind's word.
    pub(crate) category: String,
    /// The quartier.
    pub(crate) place: String,
    /// « 14 personnes disent « moi aussi » », empty for none.
    pub(crate) supports: String,
    /// Where it stands.
    pub(crate) chip: Chip,
    /// The clock, when a word is owed.
    pub(crate) clock: Option<ClockMark>,
    /// When the police last did something.
    pub(crate) act: String,
}

impl Card {
    /// A public concern's card.
    pub(crate) fn new(l: L, concern: &Concern, r: &Reference, now: Time) -> Card {
        Card {
            href: urls::concern(l.lang(), concern.number()),
            title: excerpt(concern.words.as_str()),
            lang: concern.lang,
            icon: r.category_icon(concern.category_id).to_owned(),
            category: r.category_name(concern.category_id, l.lang()).to_owned(),
            place: r.area_name(concern.area_id).to_owned(),
            supports: if concern.supports > 0 { l.concern_supports(concern.supports) } else { String::new() },
            chip: Chip::of(l, concern),
            clock: ClockMark::of(l, concern, now),
            act: last_act(l, concern.last_act_at, now),
        }
    }
}

/// « Dernier acte de la police : il y a 3 h ».
pub(crate) fn last_act(l: L, at: Option<Time>, now: Time) -> String {
    match at {
        Some(at) => l.concern_last_act(l.ago(now.since(at).max(0))),
        None => l.concern_no_act().as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_cut_between_words() {
        assert_eq!(excerpt(" Trois\n lampes "), "Trois lampes");
        let long = "Les lampes sont éteintes depuis deux semaines devant l’école fondamentale, et les filles ont peur de sortir";
        let cut = excerpt(long);
        assert!(cut.ends_with(" …") && cut.chars().count() <= EXCERPT + 2, "{cut}");
        assert!(long.starts_with(cut.trim_end_matches(" …")));
    }

    #[test]
    fn a_pager_keeps_the_filters_and_moves_the_cursor() {
        let next = Some(Cursor { key: 5, id: 9 });
        let (first, then) = pager(Lang::Fr, "/concerns?q=vol+moto&area=&after=1.2", Cursor::parse("1.2"), next);
        assert_eq!(first, "/fr/concerns?q=vol+moto");
        assert_eq!(then, "/fr/concerns?q=vol+moto&after=5.9");
        assert_eq!(pager(Lang::Bm, "/concerns", None, None), (String::new(), String::new()));
    }

    #[test]
    fn a_clock_runs_only_while_a_word_is_owed() {
        let l = L::new(Lang::Fr);
        let now = Time(1_000_000);
        let class = |owed, left: i64| ClockMark::new(l, owed, now.plus(left), now).map(|c| c.class);
        assert_eq!(class(true, -1), Some("late"));
        assert_eq!(class(true, 4 * HOUR), Some("soon"));
        assert_eq!(class(true, 31 * HOUR), Some("ok"));
        assert_eq!(class(false, -1), None);
    }
}
