//! The bulletin in words: short lines that are read from a step away, and few enough for one A4.

use askama::Template;

use super::month::Month;
use crate::areas::{Area, Committee, Reference};
use crate::base::{CategoryId, Lang};
use crate::concerns::causes::Cause;
use crate::concerns::model::{Concern, Outcome, State};
use crate::concerns::{month, words};
use crate::forums::model::Commitment;
use crate::forums::{self, MeetingBrief, Promised};
use crate::i18n::{L, Text};
use crate::ledger::day::DayEnd;
use crate::patrols::dose::Presence;
use crate::rumours::{self, Rumour};
use crate::web::{Cx, Page};
use crate::{urls, web};

/// Lines of what is not settled at most, and of what is; of promises overdue, and kept. With these a bulletin of the longest words
/// fits one A4 (a test prints one).
pub(super) const LINES: i64 = 3;
const SETTLED: usize = 2;
/// Promises that are overdue.
pub(super) const OVERDUE: i64 = 2;
const KEPT: usize = 1;
/// Lines there are in all; what one part leaves free, long words of another take.
const ALL: usize = SETTLED + LINES as usize + KEPT + OVERDUE as usize + RUMOURS as usize;
/// Rumours.
pub(super) const RUMOURS: i64 = 2;

/// Characters of somebody's words on a line, and of a name beside them.
const WORDS: usize = 52;
const NAME: usize = 36;

/// What a bulletin is made of.
pub(super) struct Read {
    /// Concerns.
    pub(super) told: month::Month,
    /// Commitments.
    pub(super) promised: Promised,
    /// The next meeting.
    pub(super) meeting: Option<MeetingBrief>,
    /// Patrols.
    pub(super) presence: Presence,
    /// Rumours that moved, with what was answered.
    pub(super) rumours: Vec<(Rumour, String)>,
    /// The ledger at the end of yesterday.
    pub(super) ledger: Option<DayEnd>,
}

/// A line: words, their language, and what is said of them.
struct Line {
    lang: Lang,
    words: String,
    why: String,
}

/// A number to call.
struct Call {
    number: String,
    whose: String,
}

struct Meeting {
    when: String,
    place: String,
    landmark: String,
    audience: Text,
}

#[derive(Template)]
#[template(path = "bulletin/bulletin.html")]
pub(super) struct BulletinPage {
    page: Page,
    name: String,
    commune: String,
    month: String,
    made: String,
    area_url: String,
    before: String,
    after: String,
    said: String,
    done: String,
    not_yet: String,
    settled: Vec<Line>,
    unsettled: Vec<Line>,
    kept: (String, Vec<Line>),
    overdue: (String, Vec<Line>),
    rumours: Vec<Line>,
    patrols: String,
    meeting: Option<Meeting>,
    calls: Vec<Call>,
    /// Where this is read on a phone.
    address: String,
    /// Day, rows, digits.
    ledger: Option<(String, String)>,
}

/// The bulletins of a committee's quartiers.
#[derive(Template)]
#[template(path = "bulletin/list.html")]
pub(super) struct ListPage {
    page: Page,
    committee: String,
    committee_url: String,
    months: [String; 2],
    /// A quartier, and its bulletins of those months.
    lines: Vec<(String, [String; 2])>,
}

impl ListPage {
    pub(super) fn new(cx: &Cx, committee: &Committee, areas: &[&Area]) -> ListPage {
        let this = Month::of(cx.now);
        let months = [this, this.before()];
        let at = |area: &Area, month: Month| urls::bulletin(cx.lang(), area.slug.as_str(), month.to_string());
        ListPage {
            page: cx.page(),
            committee: committee.name(cx.lang()).to_owned(),
            committee_url: urls::forum(cx.lang(), committee.slug.as_str()),
            months: months.map(|month| cx.l.month_year(month.date())),
            lines: areas.iter().map(|area| (area.name.clone(), months.map(|month| at(area, month)))).collect(),
        }
    }
}

/// The beginning of a text on one line, cut between words.
fn clip(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// Lines of paper that are left.
struct Spare(usize);

impl Spare {
    /// What `used` lines leave.
    const fn after(used: usize) -> Spare {
        Spare(ALL.saturating_sub(used))
    }

    /// Takes one more line, if one is left.
    fn take(&mut self) -> bool {
        let any = self.0 > 0;
        self.0 -= usize::from(any);
        any
    }

    /// The words on a line, or on two while there is room.
    fn words(&mut self, text: &str) -> String {
        let long = text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>() > WORDS + 1;
        clip(text, if long && self.take() { 2 * WORDS } else { WORDS })
    }
}

fn settled(l: L, c: &Concern, spare: &mut Spare) -> Line {
    let by = match c.outcome {
        Some(Outcome::Confirmed) => l.bulletin_by_resident(),
        Some(Outcome::Partly) => l.bulletin_by_resident_partly(),
        _ => l.bulletin_by_unit(),
    };
    Line { lang: c.lang, words: spare.words(c.words.as_str()), why: by.as_str().to_owned() }
}

/// Why a concern is not settled: the reason it was closed with, what the unit lacks, or how late its word is.
fn unsettled(cx: &Cx, (c, cause): &(Concern, Option<Cause>), spare: &mut Spare) -> Line {
    let l = cx.l;
    let late = cx.now.since(c.due_at);
    let why = match (c.state, c.reason, cause) {
        (State::ClosedUnresolved, Some(reason), _) => words::reason(l, reason).as_str().to_owned(),
        (_, _, Some(cause)) => cause.word(l).as_str().to_owned(),
        _ if c.owed && late > 0 => l.bulletin_late(l.late(late)),
        (state, ..) => words::state(l, state, c.reopened).as_str().to_owned(),
    };
    Line { lang: c.lang, words: spare.words(c.words.as_str()), why }
}

fn promise(l: L, r: &Reference, c: &Commitment, overdue: bool, spare: &mut Spare) -> Line {
    let owner = c.owner().name(r, l.lang()).map_or_else(|| "–".into(), |name| clip(&name, NAME));
    let why = if overdue { format!("{owner}, {}", l.bulletin_due(l.date(c.due_on.date()))) } else { owner };
    Line { lang: l.lang(), words: spare.words(&c.body), why }
}

impl BulletinPage {
    pub(super) fn new(cx: &Cx, area: &Area, month: Month, read: &Read) -> BulletinPage {
        let (l, lang, r) = (cx.l, cx.lang(), &cx.r);
        let slug = area.slug.as_str();
        let at = |month: Month| urls::bulletin(lang, slug, month.to_string());
        let (told, promised) = (&read.told, &read.promised);
        let done = &told.settled[..told.settled.len().min(SETTLED)];
        let owed = done.len() + told.unsettled.len() + promised.overdue.1.len() + read.rumours.len();
        let mut spare = Spare::after(owed + promised.kept.1.len().min(KEPT));
        // One kept promise always, the next while there is room.
        let kept: usize = promised.kept.1.iter().skip(KEPT).take_while(|_| spare.take()).count() + KEPT;
        let settled: Vec<Line> = done.iter().map(|c| settled(l, c, &mut spare)).collect();
        let unsettled: Vec<Line> = told.unsettled.iter().map(|c| unsettled(cx, c, &mut spare)).collect();
        let mut promises = |all: &[Commitment], most, overdue| -> Vec<Line> {
            all.iter().take(most).map(|c| promise(l, r, c, overdue, &mut spare)).collect()
        };
        let kept = promises(&promised.kept.1, kept, false);
        let overdue = promises(&promised.overdue.1, usize::MAX, true);
        // A count of more than is listed says so.
        let listed = |n: i64, lines: &[Line], all: String, some: String| {
            if lines.is_empty() || n <= lines.len() as i64 { all } else { some }
        };
        let area_url = urls::area(lang, slug);
        BulletinPage {
            page: cx.page(),
            name: area.name.clone(),
            commune: r.commune_of(area.id).map_or_else(String::new, |c| c.name.clone()),
            month: l.month_year(month.date()),
            made: l.date(cx.now.civil().date()),
            before: at(month.before()),
            after: if month < Month::of(cx.now) { at(month.after()) } else { String::new() },
            said: l.bulletin_said_count(read.told.said.say(l)),
            done: l.bulletin_done_count(read.told.done.say(l)),
            not_yet: l.bulletin_not_yet_count(read.told.not_yet.say(l)),
            settled,
            unsettled,
            kept: {
                let n = promised.kept.0;
                (listed(n, &kept, l.bulletin_kept(n), l.bulletin_kept_some(n)), kept)
            },
            overdue: {
                let n = promised.overdue.0;
                (listed(n, &overdue, l.bulletin_overdue(n), l.bulletin_overdue_some(n)), overdue)
            },
            rumours: read.rumours.iter().map(|(rumour, answer)| heard(l, rumour, answer)).collect(),
            patrols: match read.presence.weeks {
                0 => l.bulletin_patrols_none().as_str().to_owned(),
                weeks => l.bulletin_patrols_told(read.presence.visits, weeks),
            },
            meeting: read.meeting.as_ref().map(|m| meeting(l, r, m)),
            calls: calls(l, r, area),
            address: format!("{}{area_url}", cx.host()),
            ledger: read
                .ledger
                .as_ref()
                .map(|end| (l.bulletin_ledger_at(l.date(end.day.date()), l.number(end.rows)), end.printed())),
            area_url,
        }
    }
}

/// « Le marché ferme à 17 h – Faux : il ferme à 19 h ».
fn heard(l: L, rumour: &Rumour, answer: &str) -> Line {
    let state = rumours::chip(l, rumour.state).2.as_str();
    let why = if answer.is_empty() { state.to_owned() } else { l.bulletin_rumour(clip(answer, WORDS), state) };
    Line { lang: rumour.lang, words: clip(&rumour.words, WORDS), why }
}

fn meeting(l: L, r: &Reference, m: &MeetingBrief) -> Meeting {
    let at = m.starts_at.civil();
    Meeting {
        when: format!("{}, {}", l.weekday_date(at.date()), l.time(at.time())),
        place: format!("{}, {}", m.place, r.area_name(m.area)),
        landmark: m.landmark.clone(),
        audience: forums::audience_word(l, m.audience),
    }
}

/// The numbers everybody may see: of danger, and of the unit that answers here.
fn calls(l: L, r: &Reference, area: &Area) -> Vec<Call> {
    const ANY_KIND: CategoryId = CategoryId::new(0);
    let danger = r.shown_numbers().take(4).map(|n| {
        let label = n.label(l.lang());
        // A label that says so itself is not told twice.
        let sample = n.sample && !label.contains(l.danger_sample().as_str());
        let whose = if sample { format!("{label} ({})", l.danger_sample().as_str()) } else { label.to_owned() };
        Call { number: n.number.clone(), whose }
    });
    let unit = r.routed(area.id, ANY_KIND).and_then(|id| r.unit(id));
    let unit = unit.and_then(|u| Some(Call { number: u.shown_phone()?.to_owned(), whose: u.name.clone() }));
    danger.chain(unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_take_the_lines_that_are_left_and_no_more() {
        let long = "caniveau ".repeat(30);
        let mut spare = Spare::after(ALL - 1);
        assert_eq!(spare.words("Le moulin tourne."), "Le moulin tourne.");
        let (first, second) = (spare.words(&long), spare.words(&long));
        assert!(first.chars().count() > WORDS + 1 && second.chars().count() <= WORDS + 1, "{first} {second}");
        assert!(!Spare::after(ALL).take() && !Spare::after(ALL + 3).take());
    }

    #[test]
    fn a_line_is_cut_between_words() {
        assert_eq!(clip("Le moulin\ntourne.", WORDS), "Le moulin tourne.");
        let long = clip(&"caniveau ".repeat(30), WORDS);
        assert!(long.ends_with("caniveau…") && long.chars().count() <= WORDS + 1, "{long}");
    }
}
