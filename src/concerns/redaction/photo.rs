//! Blacking out a part of a photo, without a script: a grid of boxes lies over the picture, each box ticked becomes black. The points
//! are overwritten in the photo and in its small copy; both get new names and a new address, the old bytes leave the store.

use std::sync::Arc;

use askama::Template;

use super::actions;
use crate::base::{ConcernNumber, MediumId};
use crate::concerns::media::{self, Medium};
use crate::concerns::store;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::media::{COLUMNS, Photo, Stop, rows_of};
use crate::moderation::ground::Ground;
use crate::moderation::redactions;
use crate::policy::{Deed, permit};
use crate::seal::Face;
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// A box over the picture: the form's word, and what it is called.
struct Cell {
    value: String,
    label: String,
}

#[derive(Template)]
#[template(path = "desk/photo.html")]
struct PhotoPage {
    page: Page,
    form: Form,
    number: ConcernNumber,
    full: String,
    width: i64,
    height: i64,
    cells: Vec<Cell>,
    grounds: Vec<(&'static str, &'static str)>,
}

impl PhotoPage {
    fn new(cx: &Cx, number: ConcernNumber, medium: &Medium, form: Form) -> PhotoPage {
        let page = cx.page();
        let l = page.l;
        let rows = rows_of(medium.width, medium.height);
        let cell = |(row, column): (u32, u32)| Cell {
            value: format!("{row}-{column}"),
            label: l.redaction_cell(column + 1, row + 1),
        };
        PhotoPage {
            number,
            full: urls::photo(medium.id),
            width: medium.width,
            height: medium.height,
            cells: (0..rows).flat_map(|row| (0..COLUMNS).map(move |column| (row, column))).map(cell).collect(),
            grounds: Ground::options(l),
            form,
            page,
        }
    }
}

/// The photo, for who moderates its concern.
async fn load(cx: &Cx) -> Result<(ConcernNumber, Medium)> {
    let (number, id): (ConcernNumber, MediumId) = (cx.part("number")?, cx.id("id")?);
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let concern = store::find(conn, number)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::ModerateConcern(&store::facts_for(conn, &actor, &r, &concern)?))?;
        let medium = media::of(conn, concern.id)?.into_iter().find(|medium| medium.id == id && medium.is_photo());
        Ok((number, medium.ok_or(Error::NotFound)?))
    })
    .await
}

/// The picture under its grid.
pub(super) async fn show(cx: Cx) -> Answer {
    let (number, medium) = load(&cx).await?;
    cx.html(&PhotoPage::new(&cx, number, &medium, Form::blank()))
}

/// The boxes that are ticked.
fn cells(form: &mut Form, medium: &Medium) -> Option<Vec<(u32, u32)>> {
    let rows = rows_of(medium.width, medium.height);
    let of = |word: &str| {
        let (row, column) = word.split_once('-')?;
        let (row, column) = (row.parse().ok()?, column.parse().ok()?);
        (row < rows && column < COLUMNS).then_some((row, column))
    };
    let ticked: Vec<(u32, u32)> = form.all("cell").into_iter().filter_map(of).collect();
    if ticked.is_empty() {
        form.fail("cells", L::redaction_no_cell);
        return None;
    }
    Some(ticked)
}

/// Blacks it out.
pub(super) async fn black(cx: Cx, mut form: Form) -> Answer {
    let (number, medium) = load(&cx).await?;
    let both = cells(&mut form, &medium).zip(redactions::reason(&mut form));
    let Some((cells, reason)) = form.done(both) else {
        return cx.invalid(&PhotoPage::new(&cx, number, &medium, form));
    };
    let before = media::get(&cx.site, &medium, Face::Whole).await?;
    let sent = before.clone();
    let made = cx.site.darkroom.run(move || Photo::blacken(&sent, &cells, &Stop::default()).map_err(Error::internal));
    let stored = media::keep_photo(&cx, made.await?).await?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::redact_photo(tx, &actor, &r, number, &medium, &before, &stored, &reason)).await?;
    cx.see_done(urls::committee_concern(cx.lang(), number), Notice::Changed)
}
