//! One meeting, and its minutes to be printed.

use askama::Template;

use super::parts::{Chip, Point, Promise, audience, committee_name, meeting_chips, minutes_chip, points, when};
use crate::base::{DAY, Lang};
use crate::forums::model::{CameAs, Count, MinutesState, Phase, Sex};
use crate::forums::reads::MeetingFile;
use crate::i18n::{L, Text};
use crate::web::{Cx, Page};
use crate::{urls, web};

/// Who came, summed up.
pub struct Attendance {
    total: String,
    women: i64,
    men: i64,
    share: String,
    rows: Vec<(Text, i64, i64)>,
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
    let sum = |sex: Sex, function: Option<CameAs>| -> i64 {
        counts.iter().filter(|c| c.sex == sex && function.is_none_or(|f| f == c.function)).map(|c| c.number).sum()
    };
    let (women, men) = (sum(Sex::Women, None), sum(Sex::Men, None));
    let total = women + men;
    let rows = CameAs::ALL.iter().map(|f| (came_as(l, *f), sum(Sex::Women, Some(*f)), sum(Sex::Men, Some(*f))));
    (total > 0).then(|| Attendance {
        total: l.forums_attendance_total(total),
        women,
        men,
        share: l.forums_attendance_share(l.percent(women as f64 / total as f64)),
        rows: rows.filter(|(_, w, m)| w + m > 0).collect(),
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
    late: bool,
    chips: Vec<Chip>,
    committee: String,
    committee_url: String,
    seats: Option<String>,
    waiting: i64,
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
    thread: Option<(String, i64)>,
    run_url: Option<String>,
    questions_url: String,
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
            until: (v.state == MinutesState::Corrections)
                .then(|| l.forums_minutes_until(l.date(v.at.plus(7 * DAY).civil().date()))),
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
            late: m.late,
            chips: meeting_chips(&page, m),
            committee: committee_name(r, m.committee_id, page.lang),
            committee_url: r
                .committee(m.committee_id)
                .map_or_else(String::new, |c| urls::forum(page.lang, c.slug.as_str())),
            seats: m.capacity.map(|all| l.forums_seats_left(all, (all - file.places.0).max(0))),
            waiting: file.places.1,
            upcoming: phase == Phase::Upcoming,
            held: phase == Phase::Held,
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            register_url: urls::meeting_registration(page.lang, m.id),
            points: points(&page, r, file),
            attendance: attendance(l, &file.counts),
            missing: file.misses_minutes(page.now).then(|| minutes_chip(&page, m, None)),
            reserved: !file.belongs,
            minutes_url: urls::meeting_minutes(page.lang, m.id),
            promised: Promise::list(&page, r, &file.promised),
            thread: file.thread.as_ref().map(|(t, n)| (urls::thread(page.lang, t.id), *n)),
            questions_url: urls::meeting_questions(page.lang, m.id),
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
    reserved: bool,
    body: Option<String>,
    state: String,
    hash: String,
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
            reserved: !file.belongs,
            body: minutes.map(|v| v.body.clone()),
            state: minutes.map_or_else(String::new, |v| {
                let at = l.date(v.at.civil().date());
                if v.state == MinutesState::Approved { l.forums_pv_approved(at) } else { l.forums_pv_corrections(at) }
            }),
            hash: minutes.map_or_else(String::new, |v| v.hash.clone()),
            attendance: attendance(l, &file.counts),
            points: points(&page, r, file),
            promised: Promise::list(&page, r, &file.promised),
            page,
        }
    }
}
