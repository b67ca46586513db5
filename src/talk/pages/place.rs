//! What a thread is about, as a link.

use crate::areas::Reference;
use crate::base::Lang;
use crate::i18n::{L, Text};
use crate::talk::model::{Subject, Thread};
use crate::talk::reads::About;
use crate::urls;

/// The page of what a thread is about, and what that is called in general.
pub(super) fn page_of(l: L, r: &Reference, about: &About) -> (String, Text) {
    let lang = l.lang();
    match about.subject {
        Subject::Meeting(id) => (urls::meeting(lang, id), l.forums_back_meeting()),
        Subject::Area(id) => (urls::area(lang, r.area_slug(id)), l.talk_back_area()),
        Subject::Concern(_) => match about.number {
            Some(number) => (urls::concern(lang, number), l.talk_back_concern()),
            None => (urls::concerns(lang), l.talk_back_concern()),
        },
    }
}

/// Where the first post about it is written.
pub(super) fn opening(lang: Lang, r: &Reference, about: &About) -> String {
    match about.subject {
        Subject::Meeting(id) => urls::meeting_thread(lang, id),
        Subject::Area(id) => urls::area_thread(lang, r.area_slug(id)),
        Subject::Concern(_) => about.number.map_or_else(|| urls::concerns(lang), |n| urls::concern_thread(lang, n)),
    }
}

/// How a thread is called: by its own title, or by what it is about.
pub(super) fn title<'a>(thread: Option<&'a Thread>, about: &'a About) -> &'a str {
    thread.map(|t| t.title.as_str()).filter(|t| !t.is_empty()).unwrap_or(&about.title)
}

/// A part that was split off: where, how it is called, and how much is said there.
pub(crate) fn part(l: L, thread: &Thread) -> (String, String, String) {
    (urls::thread(l.lang(), thread.id), thread.title.clone(), l.talk_parts_count(thread.posts))
}
