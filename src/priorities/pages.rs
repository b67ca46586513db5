//! What the chief sees of priorities: those that stand, a form, and every version of one.

use askama::Template;

use super::model::{Priority, State};
use crate::base::{Lang, UnitId};
use crate::i18n::{L, Text};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// What became of it: colour, drawing, word.
pub(crate) fn standing(l: L, state: State) -> (&'static str, &'static str, Text) {
    match state {
        State::Standing => ("in-progress", "in-progress", l.priority_standing()),
        State::Done => ("resolved", "ok", l.priority_done()),
        State::Dropped => ("closed", "closed", l.priority_dropped()),
    }
}

/// A priority in a line.
struct Line {
    href: String,
    lang: Lang,
    issue: String,
    action: String,
    dates: String,
    state: (&'static str, &'static str, Text),
    when: String,
}

fn line(cx: &Cx, p: &Priority) -> Line {
    let l = cx.l;
    Line {
        href: urls::priority(cx.lang(), p.line_id),
        lang: p.lang,
        issue: p.issue.clone(),
        action: p.action.clone(),
        dates: l.priority_dates(l.date(p.begins_on.date()), l.date(p.ends_on.date())),
        state: standing(l, p.state),
        when: l.datetime(p.at.civil()),
    }
}

/// The languages as choices.
fn langs() -> Vec<(String, String, String)> {
    Lang::ALL.iter().map(|lang| (lang.to_string(), lang.own_name().to_owned(), String::new())).collect()
}

#[derive(Template)]
#[template(path = "priorities/list.html")]
pub(super) struct ListPage {
    page: Page,
    form: Form,
    unit: String,
    public: String,
    lines: Vec<Line>,
    langs: Vec<(String, String, String)>,
    units: Vec<(String, String)>,
}

impl ListPage {
    pub(super) fn new(cx: &Cx, units: &[UnitId], all: &[Priority], mut form: Form) -> ListPage {
        let known: Vec<_> = units.iter().filter_map(|id| cx.r.unit(*id)).collect();
        form.preset("lang", cx.lang().to_string());
        form.preset("begins_on", cx.now.day().to_string());
        if let Some(first) = known.first() {
            form.preset("unit", first.slug.clone());
        }
        ListPage {
            unit: known.iter().map(|u| u.name.as_str()).collect::<Vec<_>>().join(", "),
            public: known.first().map_or_else(String::new, |u| urls::unit(cx.lang(), u.slug.as_str())),
            units: known.iter().map(|u| (u.slug.clone(), u.name.clone())).collect(),
            lines: all.iter().map(|p| line(cx, p)).collect(),
            langs: langs(),
            page: cx.page(),
            form,
        }
    }
}

#[derive(Template)]
#[template(path = "priorities/one.html")]
pub(super) struct OnePage {
    page: Page,
    form: Form,
    action: String,
    title: String,
    lang: Lang,
    seen: i64,
    versions: Vec<Line>,
    langs: Vec<(String, String, String)>,
    states: Vec<(String, String, String)>,
}

impl OnePage {
    pub(super) fn new(cx: &Cx, newest: &Priority, history: &[Priority], mut form: Form) -> OnePage {
        form.preset("lang", newest.lang.to_string());
        form.preset("issue", newest.issue.clone());
        form.preset("action", newest.action.clone());
        form.preset("begins_on", newest.begins_on.to_string());
        form.preset("ends_on", newest.ends_on.to_string());
        form.preset("state", newest.state.as_str());
        let state = |state: &State| (state.to_string(), standing(cx.l, *state).2.as_str().to_owned(), String::new());
        OnePage {
            action: urls::priority(cx.lang(), newest.line_id),
            title: newest.issue.clone(),
            lang: newest.lang,
            seen: newest.version,
            versions: history.iter().rev().map(|p| line(cx, p)).collect(),
            langs: langs(),
            states: State::ALL.iter().map(state).collect(),
            page: cx.page(),
            form,
        }
    }
}
