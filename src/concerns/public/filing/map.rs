//! Choosing the quartier by touching the map: Bamako, then a commune, then back to the form. From an address the places are
//! links. From the form they are buttons that carry what was typed, in hidden fields: nothing of it is kept here, and nothing of it
//! comes into an address. A touch of the drawing then leads to its button below.

use std::sync::Arc;

use askama::Template;

use crate::areas::map::{Map, draw};
use crate::areas::{Area, AreaKind, Reference};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// What the page asks itself, and what a telephone alone knew: not carried on.
const NOT_CARRIED: [&str; 7] = ["step", "area", "chosen", "commune", "lat", "lon", "point"];

#[derive(Template)]
#[template(path = "concerns/file-map.html")]
struct MapPage<'a> {
    page: Page,
    /// The commune whose quartiers are shown; none for all of Bamako.
    commune: Option<&'a Area>,
    map: Option<Map<'a>>,
    /// What the form carries; none when the places are links.
    carried: Option<Vec<(&'a str, &'a str)>>,
    /// The quartier chosen before.
    chosen: &'a str,
    /// Back: to Bamako, or to the form.
    back: String,
}

impl<'a> MapPage<'a> {
    fn new(
        cx: &Cx,
        r: &'a Reference,
        commune: Option<&'a Area>,
        category: &str,
        form: Option<&'a Form>,
    ) -> MapPage<'a> {
        let lang = cx.lang();
        let link = |area: &Area| match (&form, area.kind) {
            (Some(_), _) => format!("#{}", area.slug),
            (None, AreaKind::Quartier) => {
                urls::with_query(urls::file_concern(lang), &[("category", category), ("area", &area.slug)])
            }
            (None, _) => urls::with_query(urls::file_map(lang), &[("category", category), ("commune", &area.slug)]),
        };
        let back = if commune.is_some() { urls::file_map(lang) } else { urls::file_concern(lang) };
        MapPage {
            page: cx.page().with_exit(),
            commune,
            map: match commune {
                Some(commune) => draw(r, r.quartiers(commune.id), link),
                None => draw(r, r.communes(), link),
            },
            carried: form.map(|form| form.carried(&NOT_CARRIED)),
            chosen: form.map_or("", chosen),
            back: urls::with_query(back, &[("category", category)]),
        }
    }
}

/// The quartier touched on the map, else the one chosen before.
pub(super) fn chosen(form: &Form) -> &str {
    let touched = form.value("area");
    if touched.is_empty() { form.value("chosen") } else { touched }
}

fn commune_at<'a>(r: &'a Reference, slug: &str) -> Option<&'a Area> {
    r.communes().find(|c| c.slug == slug)
}

/// The map from an address: nothing was typed yet.
pub(in crate::concerns::public) async fn map(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let category = r.category_at(cx.query("category")).map_or("", |c| c.slug.as_str());
    cx.html(&MapPage::new(&cx, &r, commune_at(&r, cx.query("commune")), category, None))
}

/// The map from the form: what was typed comes along.
pub(in crate::concerns::public) async fn carried(cx: Cx, form: Form) -> Answer {
    let r = Arc::clone(&cx.r);
    let category = r.category_at(form.value("category")).map_or("", |c| c.slug.as_str());
    // Whoever had chosen a quartier begins in its commune.
    let commune = match form.value("commune") {
        "" => r.quartier_at(chosen(&form)).and_then(|a| r.commune_of(a.id)),
        slug => commune_at(&r, slug),
    };
    cx.html(&MapPage::new(&cx, &r, commune, category, Some(&form)))
}
