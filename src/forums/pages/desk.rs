//! The committee's pages: its desk, announcing and running a meeting, its promises, its papers.

use askama::Template;

use super::parts::{
    Card, Chip, Pager, Point, Promise, commitment_state, committee_name, first_words, minutes_chip, on, points, when,
};
use super::public::{came_as, owner_options};
use crate::areas::{Committee, Reference};
use crate::base::{CommitteeId, Lang};
use crate::forums::forms::cell;
use crate::forums::model::{
    AgeBand, CameAs, Commitment, CommitmentState, Meeting, MeetingAudience, Minutes, MinutesState, Phase, PlaceState,
    PostState, Sex,
};
use crate::forums::reads::{Desk, DoorList, MeetingFile};
use crate::i18n::Text;
use crate::web::{Cx, Form, Page, Slice};
use crate::{urls, web};

/// A concern that waits.
pub struct WaitingLine {
    url: String,
    icon: String,
    category: String,
    place: String,
    words: String,
    since: String,
}

/// A committee the reader runs.
pub struct MyCommittee {
    name: String,
    url: String,
    announce: String,
    promises: String,
}

/// What waits for a moderator.
#[derive(Template)]
#[template(path = "forums/desk.html")]
pub struct DeskPage {
    page: Page,
    mine: Vec<MyCommittee>,
    concerns: Vec<WaitingLine>,
    minutes: Vec<Card>,
    overdue: Vec<Promise>,
    ahead: Vec<Card>,
}

fn run_card(page: &Page, r: &Reference, m: &Meeting) -> Card {
    Card { url: urls::committee_meeting(page.lang, m.id), ..Card::new(page, r, m) }
}

impl DeskPage {
    pub fn new(cx: &Cx, mine: &[CommitteeId], read: &Desk) -> DeskPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        DeskPage {
            mine: mine
                .iter()
                .filter_map(|id| r.committee(*id))
                .map(|c| MyCommittee {
                    name: c.name(page.lang).to_owned(),
                    url: urls::forum(page.lang, c.slug.as_str()),
                    announce: urls::committee_meeting_new(page.lang, c.id),
                    promises: urls::committee_commitments(page.lang, c.id),
                })
                .collect(),
            concerns: read
                .concerns
                .iter()
                .map(|w| WaitingLine {
                    url: urls::committee_concern(page.lang, w.number()),
                    icon: r.category(w.category_id).map_or("other", |c| &c.icon).to_owned(),
                    category: r.category(w.category_id).map_or("–", |c| c.name(page.lang)).to_owned(),
                    place: r.area(w.area_id).map_or("–", |a| &a.name).to_owned(),
                    words: first_words(&w.words),
                    since: l.forums_desk_wait(l.span(page.now.since(w.filed_at).max(0))),
                })
                .collect(),
            minutes: read
                .minutes
                .iter()
                .map(|m| Card {
                    url: urls::committee_minutes(page.lang, m.id),
                    ..Card::new(&page, r, m).with_minutes(&page, m, None)
                })
                .collect(),
            overdue: read
                .overdue
                .iter()
                .map(|c| Promise { url: urls::committee_commitment(page.lang, c.id), ..Promise::new(&page, r, c) })
                .collect(),
            ahead: read
                .ahead
                .iter()
                .map(|(m, own)| {
                    let mut card = run_card(&page, r, m);
                    card.chips.push(match own {
                        0 => Chip::text("badge warn", "agenda", l.forums_desk_no_agenda()),
                        n => Chip::new("badge ok", "agenda", l.forums_desk_agenda_ok(*n)),
                    });
                    card
                })
                .collect(),
            page,
        }
    }
}

/// The areas a committee speaks for, as pairs of address and name.
pub fn area_options(r: &Reference, committee: &Committee) -> Vec<(String, String)> {
    r.area(committee.area_id)
        .into_iter()
        .chain(r.quartiers(committee.area_id))
        .map(|a| (a.slug.clone(), a.name.clone()))
        .collect()
}

/// Announcing or changing a meeting.
#[derive(Template)]
#[template(path = "forums/meeting_form.html")]
pub struct MeetingForm {
    page: Page,
    form: Form,
    title: Text,
    send: Text,
    new: bool,
    committee: String,
    back: String,
    langs: Vec<(&'static str, &'static str)>,
    areas: Vec<(String, String)>,
    audiences: Vec<(&'static str, Text, String)>,
}

impl MeetingForm {
    /// `back` is where the reader came from; without a meeting it announces one.
    pub fn new(cx: &Cx, committee: &Committee, meeting: Option<&Meeting>, mut form: Form) -> MeetingForm {
        let page = cx.page();
        let l = page.l;
        if let Some(m) = meeting {
            form.preset("title", m.title.clone());
            form.preset("lang", m.lang.code());
            form.preset("starts_at", m.starts_at.local());
            form.preset("area", cx.r.area(m.area_id).map(|a| a.slug.clone()).unwrap_or_default());
            form.preset("place", m.place.clone());
            form.preset("landmark", m.landmark.clone());
            form.preset("audience", m.audience.as_str());
            form.preset("capacity", m.capacity.map(|c| c.to_string()).unwrap_or_default());
        } else {
            form.preset("audience", MeetingAudience::Open.as_str());
        }
        let why = |audience: MeetingAudience| match audience {
            MeetingAudience::Open => l.forums_audience_open_why(),
            MeetingAudience::Women => l.forums_audience_women_why(),
            MeetingAudience::Youth => l.forums_audience_youth_why(),
            MeetingAudience::Members => l.forums_audience_members_why(),
        };
        MeetingForm {
            title: if meeting.is_some() { l.forums_edit_title() } else { l.forums_new_title() },
            send: if meeting.is_some() { l.forums_form_save() } else { l.forums_form_announce() },
            new: meeting.is_none(),
            committee: committee.name(page.lang).to_owned(),
            back: meeting.map_or_else(|| urls::committee(page.lang), |m| urls::committee_meeting(page.lang, m.id)),
            langs: Lang::ALL.iter().map(|lang| (lang.code(), lang.own_name())).collect(),
            areas: area_options(&cx.r, committee),
            audiences: MeetingAudience::ALL
                .iter()
                .map(|a| (a.as_str(), super::parts::audience(l, *a), why(*a).as_str().to_owned()))
                .collect(),
            form,
            page,
        }
    }
}

/// A page that asks for a reason, and does one thing.
#[derive(Template)]
#[template(path = "forums/reason.html")]
pub struct ReasonPage {
    page: Page,
    form: Form,
    title: Text,
    send: Text,
    help: Text,
    back: (String, String),
    quote: Option<String>,
    danger: bool,
    /// The state the reader saw, so that the deed is the one they meant.
    seen: &'static str,
}

impl ReasonPage {
    fn new(cx: &Cx, form: Form, title: Text, send: Text, back: (String, String)) -> ReasonPage {
        let help = cx.l.forums_reason_help();
        ReasonPage { page: cx.page(), form, title, send, help, back, quote: None, danger: true, seen: "" }
    }

    /// Cancelling a meeting.
    pub fn cancel(cx: &Cx, m: &Meeting, form: Form) -> ReasonPage {
        let back = (urls::committee_meeting(cx.lang(), m.id), m.title.clone());
        let page = ReasonPage::new(cx, form, cx.l.forums_cancel_title(), cx.l.forums_cancel_go(), back);
        ReasonPage { help: cx.l.forums_cancel_help(), ..page }
    }

    /// Hiding a post or showing it again.
    pub fn post(cx: &Cx, thread: crate::base::ThreadId, body: &str, hidden: bool, form: Form) -> ReasonPage {
        let (l, back) = (cx.l, (urls::thread(cx.lang(), thread), cx.l.forums_thread().as_str().to_owned()));
        let (title, send) = match hidden {
            true => (l.forums_thread_restore(), l.forums_thread_restore()),
            false => (l.forums_thread_hide_go(), l.forums_thread_hide()),
        };
        let seen = if hidden { PostState::Hidden } else { PostState::Visible }.as_str();
        let page = ReasonPage::new(cx, form, title, send, back);
        ReasonPage { quote: Some(body.to_owned()), danger: !hidden, seen, ..page }
    }

    /// Closing a thread or opening it again.
    pub fn thread(cx: &Cx, thread: crate::base::ThreadId, locked: bool, form: Form) -> ReasonPage {
        let l = cx.l;
        let back = (urls::thread(cx.lang(), thread), l.forums_thread().as_str().to_owned());
        let word = if locked { l.forums_thread_unlock() } else { l.forums_thread_lock() };
        let seen = if locked { "locked" } else { "open" };
        ReasonPage { danger: !locked, seen, ..ReasonPage::new(cx, form, word, word, back) }
    }
}

/// Running a meeting.
#[derive(Template)]
#[template(path = "forums/run.html")]
pub struct RunPage {
    page: Page,
    form: Form,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    chips: Vec<Chip>,
    upcoming: bool,
    begun: bool,
    cancelled: Option<String>,
    public_url: String,
    sheet_url: String,
    edit_url: String,
    cancel_url: String,
    door_url: String,
    door: String,
    attendance_url: String,
    minutes_url: String,
    minutes: Chip,
    promise_url: String,
    thread_url: Option<String>,
    agenda_url: String,
    points: Vec<Point>,
    promised: Vec<Promise>,
}

impl RunPage {
    pub fn new(cx: &Cx, file: &MeetingFile, mut form: Form) -> RunPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let (l, lang, id) = (page.l, page.lang, m.id);
        form.preset("minutes", "15");
        let phase = m.phase(page.now);
        let state = file.minutes.as_ref().map(|v| v.state);
        let minutes = match state {
            Some(MinutesState::Draft) => Chip::text("chip in-progress", "minutes", l.forums_minutes_draft()),
            state => minutes_chip(&page, m, state),
        };
        let promise_url = urls::committee_commitments(lang, m.committee_id);
        RunPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, lang),
            chips: super::parts::meeting_chips(&page, m),
            upcoming: phase == Phase::Upcoming,
            begun: phase == Phase::Held,
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            public_url: urls::meeting(lang, id),
            sheet_url: urls::committee_sheets(lang, id),
            edit_url: urls::committee_meeting_edit(lang, id),
            cancel_url: urls::committee_cancellation(lang, id),
            door_url: urls::committee_door(lang, id),
            door: l.forums_run_door_state(file.places.0 + file.places.1, file.entered),
            attendance_url: urls::committee_attendance(lang, id),
            minutes_url: urls::committee_minutes(lang, id),
            minutes,
            promise_url: urls::with_query(promise_url, &[("meeting", &id.to_string())]),
            thread_url: file.thread.as_ref().map(|(t, _)| urls::thread(lang, t.id)),
            agenda_url: urls::committee_agenda(lang, id),
            points: points(&page, r, file),
            promised: file
                .promised
                .iter()
                .map(|c| Promise { url: urls::committee_commitment(lang, c.id), ..Promise::new(&page, r, c) })
                .collect(),
            form,
            page,
        }
    }
}

/// Somebody in the door list.
pub struct DoorLine {
    url: String,
    number: usize,
    name: String,
    code: String,
    waiting: bool,
    entered: Option<String>,
}

/// The door.
#[derive(Template)]
#[template(path = "forums/door.html")]
pub struct DoorPage {
    page: Page,
    form: Form,
    title: String,
    back: String,
    url: String,
    state: String,
    lines: Vec<DoorLine>,
    pager: Pager,
    open: bool,
}

impl DoorPage {
    pub fn new(cx: &Cx, m: &Meeting, read: &DoorList, form: Form) -> DoorPage {
        let page = cx.page();
        let l = page.l;
        let url = urls::committee_door(page.lang, m.id);
        let line = |(at, row): (usize, &crate::forums::model::Registration)| DoorLine {
            url: urls::committee_registration(page.lang, m.id, row.id),
            number: at + 1,
            name: if row.name.is_empty() { l.forums_door_no_name().as_str().to_owned() } else { row.name.clone() },
            code: row.door_code.clone(),
            waiting: row.state == PlaceState::Waiting,
            entered: row.attended_at.map(|at| l.forums_door_in(l.time(at.civil().time()))),
        };
        DoorPage {
            title: m.title.clone(),
            back: urls::committee_meeting(page.lang, m.id),
            state: l.forums_run_door_state(read.places.0 + read.places.1, read.entered),
            lines: read.rows.items.iter().enumerate().map(line).collect(),
            pager: Pager::new(&url, &[], cx.cursor(), read.rows.next),
            open: m.phase(page.now.plus(crate::base::HOUR)) == Phase::Held,
            url,
            form,
            page,
        }
    }
}

/// A part of the attendance grid.
pub struct CountGroup {
    word: Text,
    rows: Vec<(Text, String, String)>,
}

/// Counting who came.
#[derive(Template)]
#[template(path = "forums/attendance.html")]
pub struct AttendancePage {
    page: Page,
    form: Form,
    title: String,
    back: String,
    groups: Vec<CountGroup>,
}

impl AttendancePage {
    pub fn new(cx: &Cx, file: &MeetingFile, mut form: Form) -> AttendancePage {
        let page = cx.page();
        let l = page.l;
        for c in &file.counts {
            form.preset(&cell(c.function, c.sex, c.age), c.number.to_string());
        }
        let age = |age: AgeBand| match age {
            AgeBand::Minor => l.forums_count_under18(),
            AgeBand::Young => l.forums_count_18_34(),
            AgeBand::Grown => l.forums_count_35_59(),
            AgeBand::Old => l.forums_count_60_up(),
        };
        let rows = |f: CameAs| AgeBand::ALL.iter().map(move |a| (*a, cell(f, Sex::Women, *a), cell(f, Sex::Men, *a)));
        AttendancePage {
            title: file.meeting.title.clone(),
            back: urls::committee_meeting(page.lang, file.meeting.id),
            groups: CameAs::ALL
                .iter()
                .map(|f| CountGroup {
                    word: came_as(l, *f),
                    rows: rows(*f).map(|(a, women, men)| (age(a), women, men)).collect(),
                })
                .collect(),
            form,
            page,
        }
    }
}

/// Writing minutes.
#[derive(Template)]
#[template(path = "forums/minutes_form.html")]
pub struct MinutesForm {
    page: Page,
    form: Form,
    title: String,
    back: String,
    states: Vec<(&'static str, Text, String)>,
    locked: Option<String>,
    versions: Vec<(String, Text)>,
}

impl MinutesForm {
    pub fn new(cx: &Cx, file: &MeetingFile, versions: &[Minutes], mut form: Form) -> MinutesForm {
        let page = cx.page();
        let l = page.l;
        let newest = file.minutes.as_ref();
        let state = newest.map(|v| v.state);
        form.preset("seen", newest.map_or(0, |v| v.version).to_string());
        form.preset("body", newest.map(|v| v.body.clone()).unwrap_or_default());
        form.preset("state", state.unwrap_or(MinutesState::Draft).as_str());
        let words = |s: MinutesState| match s {
            MinutesState::Draft => (l.forums_minutes_draft(), l.forums_pv_draft_why()),
            MinutesState::Corrections => (l.forums_minutes_corrections(), l.forums_pv_corrections_why()),
            MinutesState::Approved => (l.forums_minutes_approved(), l.forums_pv_approved_why()),
        };
        MinutesForm {
            title: file.meeting.title.clone(),
            back: urls::committee_meeting(page.lang, file.meeting.id),
            states: MinutesState::ALL
                .iter()
                .filter(|s| crate::forums::model::minutes_may(state, **s).is_ok())
                .map(|s| (s.as_str(), words(*s).0, words(*s).1.as_str().to_owned()))
                .collect(),
            locked: newest.filter(|v| v.state == MinutesState::Approved).map(|v| v.hash.clone()),
            versions: versions
                .iter()
                .map(|v| (l.forums_minutes_version(page.datetime(&v.at), v.version), words(v.state).0))
                .collect(),
            form,
            page,
        }
    }
}

/// A committee's promises.
#[derive(Template)]
#[template(path = "forums/promises.html")]
pub struct PromisesPage {
    page: Page,
    form: Form,
    title: String,
    back: String,
    url: String,
    owners: Vec<(String, String)>,
    meetings: Vec<(String, String)>,
    rows: Vec<Promise>,
    pager: Pager,
    /// True when the reader came to note one.
    open: bool,
}

impl PromisesPage {
    pub fn new(
        cx: &Cx,
        committee: &Committee,
        held: &[Meeting],
        read: &Slice<Commitment>,
        mut form: Form,
    ) -> PromisesPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let wanted = cx.query("meeting").to_owned();
        let open = !wanted.is_empty() || form.failed();
        form.preset("meeting", wanted);
        let url = urls::committee_commitments(page.lang, committee.id);
        let line =
            |c: &Commitment| Promise { url: urls::committee_commitment(page.lang, c.id), ..Promise::new(&page, r, c) };
        PromisesPage {
            title: l.forums_promise_title(committee.name(page.lang)),
            back: urls::committee(page.lang),
            owners: owner_options(r, page.lang),
            meetings: held
                .iter()
                .map(|m| (m.id.to_string(), format!("{}, {}", l.date(m.starts_at.civil().date()), m.title)))
                .collect(),
            rows: read.items.iter().map(line).collect(),
            pager: Pager::new(&url, &[], cx.cursor(), read.next),
            open,
            url,
            form,
            page,
        }
    }
}

/// One promise, to be judged.
#[derive(Template)]
#[template(path = "forums/promise.html")]
pub struct CommitmentPage {
    page: Page,
    form: Form,
    row: Promise,
    back: String,
    made: String,
    states: Vec<(&'static str, Text, String)>,
}

impl CommitmentPage {
    pub fn new(cx: &Cx, c: &Commitment, mut form: Form) -> CommitmentPage {
        let page = cx.page();
        let l = page.l;
        form.preset("seen", c.state.as_str());
        CommitmentPage {
            row: Promise::new(&page, &cx.r, c),
            back: urls::committee_commitments(page.lang, c.committee_id),
            made: on(l, c.made_at.day()),
            states: CommitmentState::ALL
                .iter()
                .filter(|s| **s != c.state)
                .map(|s| (s.as_str(), commitment_state(l, *s), String::new()))
                .collect(),
            form,
            page,
        }
    }
}

/// The papers of a meeting: agenda, sign-in sheet, blank minutes.
#[derive(Template)]
#[template(path = "forums/sheets.html")]
pub struct SheetPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    back: String,
    points: Vec<Point>,
    sign_rows: std::ops::RangeInclusive<i64>,
}

impl SheetPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> SheetPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        SheetPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(page.l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, page.lang),
            back: urls::committee_meeting(page.lang, m.id),
            points: points(&page, r, file),
            sign_rows: 1..=m.capacity.unwrap_or(40).clamp(20, 100),
            page,
        }
    }
}
