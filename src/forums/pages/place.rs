//! Keeping a place at a meeting.

use askama::Template;

use super::parts::Card;
use crate::forums::model::{MeetingAudience, Phase, Place, PlaceState};
use crate::forums::reads::MeetingFile;
use crate::i18n::Text;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Keeping a place.
#[derive(Template)]
#[template(path = "forums/registration.html")]
pub struct PlacePage {
    page: Page,
    form: Form,
    card: Card,
    meeting_url: String,
    blocked: Option<Text>,
    wait: bool,
    /// How many wait already, while the meeting lies ahead.
    waiting: i64,
    reserved: bool,
    place_url: String,
    place: Option<PlaceView>,
}

/// A place that is kept.
struct PlaceView {
    heading: String,
    code: (String, String),
    why: Text,
}

impl PlacePage {
    /// With a place: the answer. Without: the form, or why there is none.
    pub fn new(cx: &Cx, file: &MeetingFile, form: Form, place: Option<&Place>) -> PlacePage {
        let page = cx.page();
        let l = page.l;
        let m = &file.meeting;
        let next = crate::forums::model::place_for(m.capacity, file.places.0, file.places.1);
        let blocked = match (m.phase(page.now), next) {
            (Phase::Upcoming, Some(_)) => None,
            (Phase::Upcoming, None) => Some(l.forums_register_full()),
            _ => Some(l.forums_register_over()),
        };
        PlacePage {
            card: Card::new(&page, &cx.r, m),
            meeting_url: urls::meeting(page.lang, m.id),
            blocked,
            reserved: m.audience != MeetingAudience::Open && !file.sees,
            place_url: urls::meeting_place(page.lang, m.id),
            wait: next == Some(PlaceState::Waiting),
            waiting: if m.phase(page.now) == Phase::Upcoming { file.places.1 } else { 0 },
            place: place.map(|p| {
                let code = p.code.split_at_checked(3).unwrap_or((&p.code, ""));
                PlaceView {
                    heading: match p.state {
                        PlaceState::Kept => l.forums_place_kept().as_str().to_owned(),
                        PlaceState::Waiting => l.forums_place_waiting(p.rank),
                    },
                    code: (code.0.to_owned(), code.1.to_owned()),
                    why: match p.state {
                        PlaceState::Kept => l.forums_place_why(),
                        PlaceState::Waiting => l.forums_place_wait_why(),
                    },
                }
            }),
            form,
            page,
        }
    }
}
