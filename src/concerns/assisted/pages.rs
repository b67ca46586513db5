//! The form for somebody else.

use askama::Template;

use super::actions;
use super::form::By;
use crate::areas::Reference;
use crate::base::{Actor, Lang};
use crate::concerns::parts::Places;
use crate::error::Result;
use crate::i18n::Text;
use crate::policy::{Audience, Deed, may};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/assisted.html")]
pub(super) struct AssistedPage<'a> {
    page: Page,
    form: Form,
    action: String,
    title: Text,
    lead: Text,
    kinds: Vec<(&'a str, &'a str)>,
    places: Vec<Places<'a>>,
    /// True when there are several places to choose from.
    choose: bool,
    langs: Vec<(&'static str, &'static str, String)>,
    /// The kind whose readers are shown before it is sent, and what is said of them.
    warned: String,
    warning: Option<Text>,
    /// What a relay filed, by week.
    weeks: Option<Vec<(String, i64)>>,
}

/// Draws it; `warned`: the protected kind whose readers the page shows.
pub(super) async fn draw(cx: &Cx, form: Form, by: By, warned: Option<String>) -> Result<AssistedPage<'_>> {
    let l = cx.l;
    let weeks = match (by, cx.actor.account()) {
        (By::Relay, Some(relay)) => {
            let rows = cx.read(move |conn| actions::weeks(conn, relay)).await?;
            Some(rows.into_iter().map(|(week, filed)| (l.date(week.date()), filed)).collect())
        }
        _ => None,
    };
    let warning = warned.as_deref().and_then(|slug| cx.r.category_at(slug)).map(|category| match category {
        c if c.conduct || c.audience == Audience::Oversight => l.assisted_warn_conduct(),
        _ if by == By::Relay => l.assisted_warn_sealed_relay(),
        _ => l.assisted_warn_sealed(),
    });
    let places = places(&cx.r, &cx.actor, by);
    let kinds = cx.r.offered().map(|c| (c.slug.as_str(), c.name(cx.lang())));
    Ok(AssistedPage {
        page: cx.page(),
        action: match by {
            By::Relay => urls::relay(cx.lang()),
            By::Desk => urls::desk_new(cx.lang()),
        },
        title: if by == By::Relay { l.assisted_relay_title() } else { l.assisted_desk_title() },
        lead: if by == By::Relay { l.assisted_relay_lead() } else { l.assisted_desk_lead() },
        kinds: kinds.collect(),
        choose: places.iter().map(|p| p.quartiers.len()).sum::<usize>() != 1,
        places,
        langs: Lang::ALL.iter().map(|lang| (lang.code(), lang.own_name(), String::new())).collect(),
        warned: warned.unwrap_or_else(|| form.value("warned").to_owned()),
        warning,
        weeks,
        form,
    })
}

/// A relay's own quartiers; all of them at a desk.
fn places<'a>(r: &'a Reference, actor: &Actor, by: By) -> Vec<Places<'a>> {
    let mine = |slug: &str| {
        let area = r.quartier_at(slug).map(|a| a.id);
        let commune = area.and_then(|area| r.commune_of(area)).map(|a| a.id);
        let place = area.zip(commune);
        place.is_some_and(|(area, commune)| may(actor, &Deed::FileAsRelay { area, commune }))
    };
    let mut places = Places::all(r);
    if by == By::Relay {
        places.iter_mut().for_each(|p| p.quartiers.retain(|(slug, _)| mine(slug)));
        places.retain(|p| !p.quartiers.is_empty());
    }
    places
}
