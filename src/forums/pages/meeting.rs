//! One meeting, and its minutes to be printed.

use askama::Template;

use super::parts::{Chip, Point, Promise, audience, committee_name, meeting_chips, minutes_chip, points, when};
use crate::base::Lang;
use crate::concerns::figures::rules::{SMALLEST, Told};
use crate::forums::model::{
    CameAs, Cells, Correction, CorrectionState, Count, Feedback, MeetingAudience, MinutesState, Opinion, Phase,
    PlaceState, Sex, WomenShare, is_small, place_for, turnout,
};
use crate::forums::reads::MeetingFile;
use crate::i18n::{L, Text};
use crate::web::{Cx, Page};
use crate::{urls, web};

/// Who came, summed up: a count of residents under five could point at somebody, and is told as « <5 ».
pub struct Attendance {
    total: String,
    share: String,
    /// The women's part of the bar in percent: what is sure, and how much more it may be. None where too little is told.
    bar: Option<(i64, i64)>,
    rows: Vec<(Text, String, String)>,
}

pub(super) fn came_as(l: L, function: CameAs) -> Text {
    match function {
        CameAs::Resident => l.forums_count_resident(),
        CameAs::WomenGroup => l.forums_count_women_group(),
        CameAs::YouthGroup => l.forums_count_youth_group(),
        CameAs::Leader => l.forums_count_leader(),
        CameAs::Police => l.forums_count_police(),
        CameAs::Mairie => l.forums_count_mairie(),
    }
}

fn attendance(l: L, counts: &[Count]) -> Option<Attendance> {
    let sum = |sex: Sex, function: CameAs| -> i64 {
        counts.iter().filter(|c| c.sex == sex && c.function == function).map(|c| c.number).sum()
    };
    let cells = CameAs::ALL.iter().map(|f| {
        let official = matches!(f, CameAs::Police | CameAs::Mairie);
        (*f, Cells { women: sum(Sex::Women, *f), men: sum(Sex::Men, *f), official })
    });
    let cells: Vec<(CameAs, Cells)> = cells.filter(|(_, c)| c.women + c.men > 0).collect();
    let told = turnout(&cells.iter().map(|(_, c)| *c).collect::<Vec<_>>())?;
    let cell = |c: &Cells, n: i64| if is_small(c.official, n) { Told::Few.say(l) } else { l.number(n) };
    let percent = |n: i64| l.percent(n as f64 / 100.0);
    Some(Attendance {
        total: match (told.exact, told.least) {
            (true, all) => l.forums_attendance_total(all),
            (false, least) if least < SMALLEST => l.meet_attendance_few().as_str().to_owned(),
            (false, least) => l.meet_attendance_least(least),
        },
        share: match told.share {
            WomenShare::Exactly(part) => l.forums_attendance_share(l.percent(part)),
            WomenShare::Between(from, to) if from == to => l.forums_attendance_share(percent(from)),
            WomenShare::Between(from, to) => l.meet_attendance_between(percent(from), percent(to)),
            WomenShare::Unknown => l.meet_attendance_unknown().as_str().to_owned(),
        },
        bar: match told.share {
            WomenShare::Exactly(part) => Some(((part * 100.0) as i64, 0)),
            WomenShare::Between(from, to) => Some((from, to - from)),
            WomenShare::Unknown => None,
        },
        rows: cells.iter().map(|(f, c)| (came_as(l, *f), cell(c, c.women), cell(c, c.men))).collect(),
    })
}

/// The minutes on a meeting's page.
pub struct MinutesView {
    chip: Chip,
    body: String,
    version: String,
    until: Option<String>,
    hash: String,
}

/// One meeting.
#[derive(Template)]
#[template(path = "forums/meeting.html")]
pub struct MeetingPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    landmark: String,
    area: String,
    audience: Text,
    announced: String,
    /// Why it is late.
    late: Option<Text>,
    /// True for a meeting that was copied from paper.
    copied: bool,
    chips: Vec<Chip>,
    committee: String,
    committee_url: String,
    seats: Option<String>,
    waiting: i64,
    /// What is said beside the button.
    join: Text,
    /// What whoever registers now gets, if anything is left.
    next: Option<PlaceState>,
    /// What the reader has here.
    mine: Option<Text>,
    /// True where somebody has a code, or an account's place.
    codes: bool,
    upcoming: bool,
    held: bool,
    cancelled: Option<String>,
    register_url: String,
    points: Vec<Point>,
    attendance: Option<Attendance>,
    minutes: Option<MinutesView>,
    missing: Option<Chip>,
    reserved: bool,
    minutes_url: String,
    promised: Vec<Promise>,
    thread: (String, i64),
    run_url: Option<String>,
    questions_url: String,
    place_url: String,
    calendar_url: String,
    versions_url: String,
    moves: Vec<String>,
    corrections: Vec<CorrectionView>,
    thought: Vec<(Text, String)>,
}

/// A correction as everybody reads it: its words once they were accepted, the secretary's sentence always.
pub struct CorrectionView {
    icon: &'static str,
    what: Text,
    body: String,
    answer: String,
}

fn corrections(l: L, all: &[Correction]) -> Vec<CorrectionView> {
    let view = |c: &Correction| {
        let (icon, what) = match c.state {
            CorrectionState::Waiting => ("clock", l.meet_correction_waiting()),
            CorrectionState::Accepted => ("ok", l.meet_correction_accepted()),
            CorrectionState::Refused => ("refuse", l.meet_correction_refused()),
        };
        let body = if c.state == CorrectionState::Accepted { c.body.clone() } else { String::new() };
        CorrectionView { icon, what, body, answer: c.answer.clone() }
    };
    all.iter().map(view).collect()
}

/// What those who came thought, once enough of them spoke.
fn thought(l: L, said: &[Feedback]) -> Vec<(Text, String)> {
    if (said.len() as i64) < SMALLEST {
        return Vec::new();
    }
    let share = |of: fn(&Feedback) -> Opinion| {
        let yes = said.iter().filter(|f| of(f) == Opinion::Yes).count();
        // Tens only: with few voices a percent would name one.
        l.meet_thought_yes(l.percent((yes as f64 / said.len() as f64 * 10.0).round() / 10.0))
    };
    vec![
        (l.meet_ask_heard(), share(|f| f.heard)),
        (l.meet_ask_useful(), share(|f| f.useful)),
        (l.meet_ask_again(), share(|f| f.again)),
    ]
}

impl MeetingPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> MeetingPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let l = page.l;
        let phase = m.phase(page.now);
        let minutes = file.public_minutes().map(|v| MinutesView {
            chip: minutes_chip(&page, m, Some(v.state)),
            body: v.body.clone(),
            version: l.forums_minutes_version(l.date(v.at.civil().date()), v.version),
            until: file.correct_until.map(|until| l.meet_minutes_until(page.datetime(&until))),
            hash: v.hash.clone(),
        });
        MeetingPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: m.place.clone(),
            landmark: m.landmark.clone(),
            area: r.area(m.area_id).map_or_else(String::new, |a| a.name.clone()),
            audience: audience(l, m.audience),
            announced: l.date(m.announced_at.civil().date()),
            late: m
                .came_late()
                .then(|| if m.moved_late(&file.moves) { l.meet_moved_late() } else { l.forums_late_why() }),
            copied: m.is_copy(),
            chips: meeting_chips(&page, m),
            committee: committee_name(r, m.committee_id, page.lang),
            committee_url: r
                .committee(m.committee_id)
                .map_or_else(String::new, |c| urls::forum(page.lang, c.slug.as_str())),
            seats: m.capacity.map(|all| match phase {
                Phase::Upcoming => l.forums_seats_left(all, (all - file.places.0).max(0)),
                Phase::Held | Phase::Cancelled => l.forums_seats_all(all),
            }),
            waiting: if phase == Phase::Upcoming { file.places.1 } else { 0 },
            join: if m.audience == MeetingAudience::Open {
                l.forums_register_free()
            } else {
                l.meet_register_invited()
            },
            next: place_for(m.capacity, file.places.0, file.places.1),
            mine: file.mine.map(|state| match state {
                PlaceState::Kept => l.forums_place_kept(),
                PlaceState::Waiting => l.forums_door_waiting(),
            }),
            codes: file.places.0 + file.places.1 > 0,
            upcoming: phase == Phase::Upcoming,
            held: phase == Phase::Held,
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            register_url: urls::meeting_registration(page.lang, m.id),
            points: if file.belongs { points(&page, r, file) } else { Vec::new() },
            attendance: attendance(l, &file.counts),
            missing: file.misses_minutes(page.now).then(|| minutes_chip(&page, m, None)),
            reserved: !file.belongs,
            minutes_url: urls::meeting_minutes(page.lang, m.id),
            promised: Promise::list(&page, r, &file.promised),
            thread: (urls::meeting_thread(page.lang, m.id), file.said),
            questions_url: urls::meeting_questions(page.lang, m.id),
            place_url: urls::meeting_place(page.lang, m.id),
            calendar_url: urls::meeting_calendar(page.lang, m.id),
            versions_url: urls::meeting_versions(page.lang, m.id),
            moves: file
                .moves
                .iter()
                .map(|was| l.meet_moved(l.date(was.at.civil().date()), &was.was_place, when(l, was.was_at)))
                .collect(),
            corrections: if file.belongs { corrections(l, &file.corrections) } else { Vec::new() },
            thought: thought(l, &file.feedback),
            run_url: file.sees.then(|| urls::committee_meeting(page.lang, m.id)),
            minutes,
            page,
        }
    }
}

/// The minutes, to be read and printed.
#[derive(Template)]
#[template(path = "forums/minutes.html")]
pub struct MinutesPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    meeting_url: String,
    versions_url: String,
    reserved: bool,
    body: Option<String>,
    state: String,
    hash: String,
    /// Of locked minutes, of which day the states of commitments are.
    as_of: Option<String>,
    /// The ledger at the end of yesterday: day and rows, digits.
    ledger: Option<(String, String)>,
    attendance: Option<Attendance>,
    points: Vec<Point>,
    promised: Vec<Promise>,
}

impl MinutesPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> MinutesPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let l = page.l;
        let minutes = file.public_minutes();
        MinutesPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, page.lang),
            meeting_url: urls::meeting(page.lang, m.id),
            versions_url: urls::meeting_versions(page.lang, m.id),
            reserved: !file.belongs,
            body: minutes.map(|v| v.body.clone()),
            state: minutes.map_or_else(String::new, |v| {
                let at = l.date(v.at.civil().date());
                if v.state == MinutesState::Approved { l.forums_pv_approved(at) } else { l.forums_pv_corrections(at) }
            }),
            hash: minutes.map_or_else(String::new, |v| v.hash.clone()),
            as_of: (file.is_locked() && !(file.promised.is_empty() && file.owed.is_empty()))
                .then(|| l.meet_pv_as_of(l.date(page.now.civil().date()))),
            ledger: file
                .ledger
                .as_ref()
                .filter(|_| file.belongs)
                .map(|end| (l.bulletin_ledger_at(l.date(end.day.date()), l.number(end.rows)), end.printed())),
            attendance: attendance(l, &file.counts),
            points: if file.belongs { points(&page, r, file) } else { Vec::new() },
            promised: Promise::list(&page, r, &file.promised),
            page,
        }
    }
}
