//! Every version of a meeting's minutes, and two of them compared by lines (M6).

use askama::Template;

use crate::base::Lang;
use crate::forums::model::{Change, Minutes, MinutesState, compare};
use crate::forums::reads::MeetingFile;
use crate::i18n::Text;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A line of two texts compared.
pub struct LineView {
    sign: &'static str,
    class: &'static str,
    words: String,
}

/// Every version, two compared.
#[derive(Template)]
#[template(path = "forums/versions.html")]
pub struct VersionsPage {
    page: Page,
    form: Form,
    title: String,
    lang: Lang,
    meeting_url: String,
    reserved: bool,
    options: Vec<(String, String)>,
    rows: Vec<(String, Text, String)>,
    compared: Option<(String, String)>,
    lines: Vec<LineView>,
}

impl VersionsPage {
    /// `versions` are those the reader may read, newest first.
    pub fn new(cx: &Cx, file: &MeetingFile, versions: &[Minutes]) -> VersionsPage {
        let page = cx.page();
        let l = page.l;
        let find = |name: &str, otherwise: usize| {
            let asked = cx.query(name).parse::<i64>().ok();
            versions.iter().find(|v| Some(v.version) == asked).or_else(|| versions.get(otherwise))
        };
        let name = |v: &Minutes| l.forums_minutes_version(page.datetime(&v.at), v.version);
        let both = find("old", 1).zip(find("new", 0)).filter(|(old, new)| old.version != new.version);
        let lines = both.map_or_else(Vec::new, |(old, new)| compare(&old.body, &new.body));
        let view = |change: &Change<'_>| match change {
            Change::Same(words) => LineView { sign: "", class: "", words: (*words).to_owned() },
            Change::Gone(words) => LineView { sign: "−", class: "gone", words: (*words).to_owned() },
            Change::New(words) => LineView { sign: "+", class: "new", words: (*words).to_owned() },
        };
        let chosen = |v: Option<&Minutes>| v.map(|v| v.version.to_string()).unwrap_or_default();
        let state = |s: MinutesState| match s {
            MinutesState::Draft => l.forums_minutes_draft(),
            MinutesState::Corrections => l.forums_minutes_corrections(),
            MinutesState::Approved => l.forums_minutes_approved(),
        };
        VersionsPage {
            title: file.meeting.title.clone(),
            lang: file.meeting.lang,
            meeting_url: urls::meeting(page.lang, file.meeting.id),
            reserved: !file.belongs,
            options: versions.iter().map(|v| (v.version.to_string(), name(v))).collect(),
            rows: versions.iter().map(|v| (name(v), state(v.state), v.hash.clone())).collect(),
            compared: both.map(|(old, new)| (name(old), name(new))),
            lines: lines.iter().map(view).collect(),
            form: Form::filled([("old", chosen(find("old", 1))), ("new", chosen(find("new", 0)))]),
            page,
        }
    }
}
