//! Parts that several pages of forums share.

use crate::areas::Reference;
use crate::base::{CommitteeId, Day, Function, Id, Lang, Time};
use crate::forums::model::{
    AgendaItem, Claim, Commitment, CommitmentState, ItemKind, Meeting, MeetingAudience, MinutesState, OwnerKind, Phase,
    Question, Side, Standing, Step, missing_minutes, month_of,
};
use crate::forums::reads::{MeetingFile, UnitReport};
use crate::i18n::{L, Text};
use crate::urls;
use crate::web::Page;

/// An icon with its word, in a chip, a badge or a clock.
pub struct Chip {
    /// Classes of the style sheet.
    pub class: &'static str,
    /// The icon's name.
    pub icon: &'static str,
    /// The word.
    pub word: String,
    /// What follows it.
    pub more: String,
}

impl Chip {
    pub fn new(class: &'static str, icon: &'static str, word: impl Into<String>) -> Chip {
        Chip { class, icon, word: word.into(), more: String::new() }
    }

    pub fn text(class: &'static str, icon: &'static str, word: Text) -> Chip {
        Chip::new(class, icon, word.as_str())
    }

    pub fn with(mut self, more: impl Into<String>) -> Chip {
        self.more = more.into();
        self
    }
}

/// A meeting in a list.
pub struct Card {
    /// Where it leads.
    pub url: String,
    /// The day, for machines.
    pub iso: String,
    /// « sam. »
    pub weekday: String,
    /// « 28 »
    pub day: i8,
    /// « nov. »
    pub month: String,
    /// The title.
    pub title: String,
    /// The title's language.
    pub lang: Lang,
    /// « 16 h, cour de l’école, près de la mosquée »
    pub line: String,
    /// Whose it is.
    pub committee: String,
    /// What is to be said of it.
    pub chips: Vec<Chip>,
}

/// « novembre » → « nov. »; short words stay whole.
fn short(word: &str) -> String {
    let keep = if word.starts_with("jui") { 4 } else { 3 };
    if word.chars().count() <= keep + 1 { word.to_owned() } else { word.chars().take(keep).collect::<String>() + "." }
}

impl Card {
    pub fn new(page: &Page, r: &Reference, m: &Meeting) -> Card {
        let l = page.l;
        let at = m.starts_at.civil();
        let weekday = l.weekday_date(at.date());
        let month = l.day_month(at.date());
        Card {
            url: urls::meeting(page.lang, m.id),
            iso: m.starts_at.rfc3339(),
            weekday: short(weekday.split(' ').next().unwrap_or_default()),
            day: at.day(),
            month: short(month.split(' ').next_back().unwrap_or_default()),
            title: m.title.clone(),
            lang: m.lang,
            line: format!("{}, {}, {}", l.time(at.time()), m.place, m.landmark),
            committee: committee_name(r, m.committee_id, page.lang),
            chips: meeting_chips(page, m),
        }
    }

    /// With what is to be said of its minutes.
    pub fn with_minutes(mut self, page: &Page, m: &Meeting, state: Option<MinutesState>) -> Card {
        if m.phase(page.now) == Phase::Held {
            self.chips.push(minutes_chip(page, m, state));
        }
        self
    }
}

/// The name of a committee.
pub fn committee_name(r: &Reference, id: CommitteeId, lang: Lang) -> String {
    r.committee(id).map_or("–", |c| c.name(lang)).to_owned()
}

/// « lundi 23 novembre 2026, 16 h ».
pub fn when(l: L, at: Time) -> String {
    format!("{}, {}", l.weekday_date(at.civil().date()), l.time(at.civil().time()))
}

/// « 23 novembre 2026 ».
pub fn on(l: L, day: Day) -> String {
    l.date(day.date())
}

pub fn audience(l: L, audience: MeetingAudience) -> Text {
    match audience {
        MeetingAudience::Open => l.forums_audience_open(),
        MeetingAudience::Women => l.forums_audience_women(),
        MeetingAudience::Youth => l.forums_audience_youth(),
        MeetingAudience::Members => l.forums_audience_members(),
    }
}

/// What is to be said of a meeting at once.
pub fn meeting_chips(page: &Page, m: &Meeting) -> Vec<Chip> {
    let l = page.l;
    let mut chips = Vec::new();
    if m.phase(page.now) == Phase::Cancelled {
        chips.push(Chip::text("chip dropped", "closed", l.forums_cancelled()));
    }
    let icon = if m.audience == MeetingAudience::Open { "people" } else { "lock" };
    chips.push(Chip::text("badge", icon, audience(l, m.audience)));
    chips.push(Chip::new("badge", "language", m.lang.own_name()));
    if m.late {
        chips.push(Chip::text("badge warn", "late", l.forums_late()));
    }
    chips
}

/// How far a meeting's minutes are, its lateness included.
pub fn minutes_chip(page: &Page, m: &Meeting, state: Option<MinutesState>) -> Chip {
    let l = page.l;
    match state {
        Some(MinutesState::Approved) => Chip::text("chip kept", "minutes", l.forums_minutes_approved()),
        Some(MinutesState::Corrections) => Chip::text("chip in-progress", "minutes", l.forums_minutes_corrections()),
        _ if missing_minutes(m, false, page.now) => Chip::text("chip overdue", "late", l.forums_minutes_missing()),
        _ => Chip::text("chip", "minutes", l.forums_minutes_none()),
    }
}

/// A commitment in a list.
pub struct Promise {
    /// Its own page.
    pub url: String,
    /// What.
    pub body: String,
    /// Who.
    pub owner: String,
    /// Who, as an icon.
    pub icon: &'static str,
    /// Until when.
    pub due: String,
    /// For machines.
    pub due_iso: String,
    /// How it stands.
    pub chip: Chip,
    /// True when it is overdue.
    pub late: bool,
    /// Why it was given up.
    pub reason: String,
    /// What one side has said and the other has not accepted yet.
    pub waits: String,
    /// To whom.
    pub committee: String,
    /// Where to read of them.
    pub committee_url: String,
    /// The meeting it was made at.
    pub meeting_url: String,
}

impl Promise {
    pub fn new(page: &Page, r: &Reference, c: &Commitment) -> Promise {
        let l = page.l;
        let standing = c.standing(page.now.day());
        let late = standing == Standing::Overdue;
        let by = page.now.day().0 - c.due_on.0;
        let chip = match standing {
            Standing::Open => Chip::text("chip", "clock", l.forums_state_open()),
            Standing::InProgress => Chip::text("chip in-progress", "in-progress", l.forums_state_in_progress()),
            Standing::Overdue => Chip::text("chip overdue", "late", l.forums_state_overdue()).with(l.time_days(by)),
            Standing::Kept => Chip::text("chip kept", "ok", l.forums_state_kept()),
            Standing::Abandoned => Chip::text("chip dropped", "closed", l.forums_state_abandoned()),
        };
        let waits = c.claim().map_or_else(String::new, |claim| waits(l, claim).as_str().to_owned());
        Promise {
            url: urls::commitment(page.lang, c.id),
            waits,
            body: c.body.clone(),
            owner: c.owner().name(r, page.lang).unwrap_or_else(|| "–".into()),
            icon: match c.owner_kind {
                OwnerKind::Unit => "unit",
                OwnerKind::Partner => "refer",
                OwnerKind::Committee => "committee",
            },
            due: on(l, c.due_on),
            due_iso: c.due_on.to_string(),
            chip,
            late,
            reason: c.reason.clone(),
            committee: committee_name(r, c.committee_id, page.lang),
            committee_url: r
                .committee(c.committee_id)
                .map_or_else(String::new, |o| urls::forum(page.lang, o.slug.as_str())),
            meeting_url: c.meeting_id.map_or_else(String::new, |m| urls::meeting(page.lang, m)),
        }
    }

    pub fn list(page: &Page, r: &Reference, all: &[Commitment]) -> Vec<Promise> {
        all.iter().map(|c| Promise::new(page, r, c)).collect()
    }
}

/// « Dit tenu par le responsable, le comité n’a pas encore signé ».
pub fn waits(l: L, claim: Claim) -> Text {
    match (claim.state, claim.side) {
        (CommitmentState::Abandoned, Side::Owner) => l.promise_waits_abandoned_community(),
        (CommitmentState::Abandoned, Side::Community) => l.promise_waits_abandoned_owner(),
        (_, Side::Owner) => l.promise_waits_kept_community(),
        (_, Side::Community) => l.promise_waits_kept_owner(),
    }
}

/// A line under a point of an agenda.
pub struct Line {
    /// Where it leads, empty when nowhere.
    pub url: String,
    /// What it says.
    pub text: String,
    /// What follows it.
    pub more: String,
    /// True when it is overdue.
    pub late: bool,
}

/// A point of an agenda.
pub struct Point {
    /// Its address for changes; empty for a standing point.
    pub url: String,
    /// Its title.
    pub title: String,
    /// « 20 min »
    pub minutes: String,
    /// A concern's page.
    pub link: String,
    /// Its words under it.
    pub under: String,
    /// What stands under it: commitments, figures, questions.
    pub lines: Vec<Line>,
    /// True when the point above it may change places with it.
    pub up: bool,
    /// True when the point below it may.
    pub down: bool,
}

pub fn point_title(l: L, item: &AgendaItem) -> String {
    if !item.title.is_empty() && item.kind != ItemKind::Concern {
        return item.title.clone();
    }
    let text = match item.kind {
        ItemKind::LastMinutes => l.forums_item_last_minutes(),
        ItemKind::Commitments => l.forums_item_commitments(),
        ItemKind::Answers => l.forums_item_answers(),
        ItemKind::Questions => l.promise_item_questions(),
        ItemKind::Concern | ItemKind::Other => l.forums_item_hidden(),
    };
    text.as_str().to_owned()
}

/// The first words of a concern, for a title: its first sentence if it is short, else so much of it as fits a line or two.
pub fn first_words(words: &str) -> String {
    const FIT: usize = 70;
    let line = words.lines().next().unwrap_or_default();
    let sentence = line.split_inclusive(['.', '!', '?']).next().unwrap_or_default().trim_end_matches('.');
    if sentence.chars().count() <= FIT {
        return sentence.trim().to_owned();
    }
    let cut: String = sentence.chars().take(FIT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':']))
}

/// What is owed, by whom until when, and what they said last (M5).
fn owed_line(page: &Page, r: &Reference, c: &Commitment, answer: Option<&Step>) -> Line {
    let l = page.l;
    let owner = c.owner().name(r, page.lang).unwrap_or_else(|| "–".into());
    let said = answer.map(|step| l.promise_agenda_answer(l.date(step.at.civil().date()), &step.body));
    let claim = c.claim().map(|claim| waits(l, claim).as_str().to_owned());
    Line {
        url: urls::commitment(page.lang, c.id),
        text: format!("{} – {}", c.body, l.forums_agenda_waiting(on(l, c.due_on), owner)),
        more: said.into_iter().chain(claim).collect::<Vec<_>>().join(" "),
        late: c.standing(page.now.day()) == Standing::Overdue,
    }
}

/// What a unit did, in counts that everybody may read.
fn report_line(page: &Page, r: &Reference, report: &UnitReport) -> Line {
    let l = page.l;
    let unit = r.unit(report.unit);
    let counts = &report.counts;
    // Whole tens of hours: enough to compare months, too coarse to find a patrol.
    let hours = report.hours / 10 * 10;
    let month = l.month_year(month_of(month_of(page.now).0.plus(-1).start()).0.date());
    let presence = if hours == 0 { l.promise_report_few(month) } else { l.promise_report_hours(hours, month) };
    Line {
        url: unit.map_or_else(String::new, |u| urls::unit(page.lang, u.slug.as_str())),
        text: r.unit_name(report.unit).to_owned(),
        more: format!(
            "{} {presence}",
            l.promise_report(counts.settled.say(l), counts.late.say(l), counts.received.say(l))
        ),
        late: false,
    }
}

fn question_line(l: L, q: &Question) -> Line {
    Line { url: String::new(), text: q.body.clone(), more: l.promise_supports(q.supports), late: false }
}

/// The agenda of a meeting.
pub fn points(page: &Page, r: &Reference, file: &MeetingFile) -> Vec<Point> {
    let l = page.l;
    let items = &file.agenda;
    let free = |at: Option<usize>| at.and_then(|at| items.get(at)).is_some_and(|i| !i.kind.is_standing());
    let mut points = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let own = !item.kind.is_standing();
        let mut point = Point {
            url: if own { urls::committee_agenda_item(page.lang, file.meeting.id, item.id) } else { String::new() },
            title: point_title(l, item),
            minutes: l.forums_mins(item.minutes),
            link: String::new(),
            under: String::new(),
            lines: Vec::new(),
            up: own && free(at.checked_sub(1)),
            down: own && free(Some(at + 1)),
        };
        match item.kind {
            ItemKind::Concern => {
                if let Some(brief) = file.concerns.iter().find(|b| Some(b.id) == item.concern_id) {
                    point.title = first_words(&brief.words);
                    point.under = brief.number().to_string();
                    point.link = urls::concern(page.lang, brief.number());
                }
            }
            ItemKind::LastMinutes => {
                if let Some(last) = &file.last {
                    point.under = format!("{}, {}", last.title, l.date(last.starts_at.civil().date()));
                    point.link = urls::meeting_minutes(page.lang, last.id);
                }
            }
            ItemKind::Commitments => {
                point.lines = file.owed.iter().map(|c| owed_line(page, r, c, file.answers.get(&c.id))).collect();
            }
            ItemKind::Answers => point.lines = file.report.iter().map(|u| report_line(page, r, u)).collect(),
            ItemKind::Questions => {
                point.lines = file.questions.iter().take(10).map(|q| question_line(l, q)).collect();
            }
            ItemKind::Other => {}
        }
        points.push(point);
    }
    points
}

/// In which function somebody wrote, and for whom: what a badge says (D3).
pub fn badge(page: &Page, r: &Reference, function: Function, scope: Option<i64>) -> (&'static str, Chip) {
    let l = page.l;
    let word = match function {
        Function::Resident | Function::System => l.forums_function_resident(),
        Function::Relay => l.forums_function_relay(),
        Function::Officer => l.forums_function_officer(),
        Function::Chief => l.forums_function_chief(),
        Function::Moderator => l.forums_function_moderator(),
        Function::Chair => l.function_chair(),
        Function::Partner => l.forums_function_partner(),
        Function::Overseer => l.forums_function_overseer(),
        Function::Admin => l.forums_function_admin(),
    };
    let place = scope.and_then(|id| match function {
        Function::Officer | Function::Chief => r.unit(Id::new(id)).map(|u| u.name.clone()),
        Function::Moderator | Function::Chair => r.committee(Id::new(id)).map(|c| c.name(page.lang).to_owned()),
        Function::Partner => r.partner(Id::new(id)).map(|p| p.name(page.lang).to_owned()),
        Function::Relay => r.area(Id::new(id)).map(|a| a.name.clone()),
        _ => None,
    });
    let (post, class, icon) = match function {
        Function::Officer | Function::Chief => ("post unit", "badge", "unit"),
        Function::Moderator | Function::Chair => ("post committee", "badge committee", "committee"),
        Function::Resident | Function::System => ("post", "badge resident", "person"),
        _ => ("post", "badge", "people"),
    };
    let said = match place {
        Some(place) => format!("{}, {place}", word.as_str()),
        None => word.as_str().to_owned(),
    };
    (post, Chip::new(class, icon, said))
}
