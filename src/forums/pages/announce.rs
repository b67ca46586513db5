//! Announcing and changing a meeting; pages that ask for a reason.

use askama::Template;

use crate::areas::{Committee, Reference};
use crate::base::Lang;
use crate::forums::model::{Meeting, MeetingAudience};
use crate::i18n::Text;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

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
            form.preset("area", cx.r.area_slug(m.area_id));
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
    danger: bool,
    /// The state the reader saw, so that the deed is the one they meant.
    seen: &'static str,
}

impl ReasonPage {
    /// What is asked, the word on the button, and where it was asked from.
    pub fn new(cx: &Cx, form: Form, title: Text, send: Text, back: (String, String)) -> ReasonPage {
        let help = cx.l.forums_reason_help();
        ReasonPage { page: cx.page(), form, title, send, help, back, danger: true, seen: "" }
    }

    /// Cancelling a meeting.
    pub fn cancel(cx: &Cx, m: &Meeting, form: Form) -> ReasonPage {
        let back = (urls::committee_meeting(cx.lang(), m.id), m.title.clone());
        let page = ReasonPage::new(cx, form, cx.l.forums_cancel_title(), cx.l.forums_cancel_go(), back);
        ReasonPage { help: cx.l.forums_cancel_help(), ..page }
    }

    /// With the state the reader saw, and whether the deed takes something away.
    pub fn after_seeing(self, seen: &'static str, danger: bool) -> ReasonPage {
        ReasonPage { seen, danger, ..self }
    }
}
