//! The first page: danger now? then the kinds.

use askama::Template;

use crate::base::Prompt;
use crate::concerns::parts::spoken;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// A kind in the grid.
struct Kind<'a> {
    href: String,
    icon: &'a str,
    name: &'a str,
    /// Its recorded sound, and how it is called.
    sound: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "concerns/file-kind.html")]
struct KindPage<'a> {
    page: Page,
    kinds: Vec<Kind<'a>>,
    /// Both questions, read aloud.
    danger_said: Option<String>,
    kinds_said: Option<String>,
}

/// Draws it.
pub(super) fn page(cx: &Cx) -> Answer {
    let lang = cx.lang();
    let area = cx.r.quartier_at(cx.query("area")).map_or("", |a| a.slug.as_str());
    let kinds = cx.r.offered().map(|c| Kind {
        href: urls::with_query(urls::file_concern(lang), &[("category", &c.slug), ("area", area)]),
        icon: &c.icon,
        name: c.name(lang),
        sound: cx.r.sound(c.id, lang).map(|s| (urls::category_sound(s.id), cx.l.media_kind_listen(c.name(lang)))),
    });
    cx.html(&KindPage {
        page: cx.page().with_exit(),
        kinds: kinds.collect(),
        danger_said: spoken(&cx.r, Prompt::Danger, lang),
        kinds_said: spoken(&cx.r, Prompt::Kinds, lang),
    })
}
