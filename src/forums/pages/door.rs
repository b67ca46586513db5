//! The door of a meeting, and counting who came.

use askama::Template;

use super::meeting::came_as;
use crate::forums::forms::cell;
use crate::forums::model::{AgeBand, CameAs, Meeting, Phase, PlaceState, Sex};
use crate::forums::reads::{DoorList, MeetingFile};
use crate::i18n::Text;
use crate::web::{Cx, Form, Page, Pager};
use crate::{urls, web};

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
            entered: row.attended_at.map(|at| match at.day() == m.starts_at.day() {
                true => l.forums_door_in(l.time(at.civil().time())),
                false => l.forums_door_later(page.date(&at)),
            }),
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
    /// What is counted so far, once something is.
    total: Option<String>,
    groups: Vec<CountGroup>,
    list_url: String,
    /// True once the minutes are approved: the numbers change no more.
    locked: bool,
}

impl AttendancePage {
    /// `names` is the committee's own list.
    pub fn new(cx: &Cx, file: &MeetingFile, names: &str, mut form: Form) -> AttendancePage {
        form.preset("names", names);
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
        let of = |sex: Sex| -> i64 { file.counts.iter().filter(|c| c.sex == sex).map(|c| c.number).sum() };
        let (women, men) = (of(Sex::Women), of(Sex::Men));
        AttendancePage {
            total: (women + men > 0).then(|| l.meet_count_total(l.number(women + men), l.number(men), l.number(women))),
            title: file.meeting.title.clone(),
            back: urls::committee_meeting(page.lang, file.meeting.id),
            list_url: urls::committee_list(page.lang, file.meeting.id),
            locked: file.is_locked(),
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
