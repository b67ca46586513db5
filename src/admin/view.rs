//! The two pages that all reference data share: a list and a form, drawn from a description.

use askama::Template;

use crate::web::{Cursor, Cx, Form, PAGE, Page};
use crate::{urls, web};

/// A list of things one can open.
#[derive(Template)]
#[template(path = "admin/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) new: (String, &'static str),
    pub(super) tabs: Vec<Tab>,
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Row>,
    /// The list from its beginning, and its next page.
    pub(super) pager: Option<(String, Option<String>)>,
}

/// A part of a list.
pub(super) struct Tab {
    pub(super) url: String,
    pub(super) word: String,
    pub(super) here: bool,
}

/// One thing of a list.
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) url: String,
    pub(super) icon: Option<String>,
    pub(super) name: String,
    /// Under the columns, in their order.
    pub(super) cells: Vec<String>,
    pub(super) active: bool,
}

impl Row {
    fn labelled<'a>(&'a self, columns: &'a [&'static str]) -> impl Iterator<Item = (&'static str, &'a String)> {
        columns.iter().copied().zip(&self.cells)
    }
}

/// Cuts a page from rows that are all in memory, after the row the cursor names. `url` is the list's address.
pub(super) fn page_of<T>(
    cx: &Cx,
    mut rows: Vec<T>,
    id: impl Fn(&T) -> i64,
    url: &str,
) -> (Vec<T>, Option<(String, Option<String>)>) {
    let begun = cx.cursor().and_then(|c| rows.iter().position(|r| id(r) == c.id)).map(|at| at + 1);
    rows.drain(..begun.unwrap_or(0));
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let link = |after: &str| {
        let sign = if url.contains('?') { '&' } else { '?' };
        format!("{url}{sign}after={after}")
    };
    let next = rows.last().filter(|_| more).map(|last| link(&Cursor { key: 0, id: id(last) }.to_string()));
    let pager = (begun.is_some() || next.is_some()).then(|| (url.to_owned(), next));
    (rows, pager)
}

/// A form that makes or changes one thing.
#[derive(Template)]
#[template(path = "admin/edit.html")]
pub(super) struct FormPage {
    pub(super) page: Page,
    pub(super) title: String,
    pub(super) back: (String, &'static str),
    pub(super) action: String,
    pub(super) form: Form,
    pub(super) fields: Vec<Field>,
    /// Recorded sounds, each with a form of its own below.
    pub(super) sounds: Vec<SoundSlot>,
    /// What the thing was when the page was made: a change made meanwhile by somebody else is not overwritten.
    pub(super) was: String,
}

/// A recorded sound, there or missing.
pub(super) struct SoundSlot {
    pub(super) lang: &'static str,
    pub(super) label: String,
    pub(super) url: Option<String>,
    pub(super) action: String,
}

/// One question of a form.
pub(super) enum Field {
    /// A line of text.
    Line {
        name: &'static str,
        label: &'static str,
        help: String,
        kind: &'static str,
        optional: bool,
        attrs: &'static str,
    },
    /// Several lines of text.
    Words { name: &'static str, label: &'static str, help: String },
    /// One of a list.
    Select {
        name: &'static str,
        label: &'static str,
        help: String,
        optional: bool,
        empty: &'static str,
        options: Vec<(String, String)>,
    },
    /// One of a few.
    Radios { name: &'static str, label: &'static str, options: Vec<(String, String, String)> },
    /// A box to tick, with why.
    Check { name: &'static str, label: &'static str, help: String },
    /// One of the drawings.
    Icons { name: &'static str, label: &'static str, options: Vec<(&'static str, String)> },
    /// Boxes under one question: value, word, ticked.
    Ticks { name: &'static str, label: &'static str, help: &'static str, options: Vec<(String, String, bool)> },
    /// Places, by commune.
    Places { name: &'static str, label: &'static str, help: &'static str, groups: Vec<Group> },
}

/// The places of one commune.
pub(super) struct Group {
    pub(super) commune: String,
    pub(super) ticked: usize,
    pub(super) places: Vec<Place>,
}

/// A place to tick.
pub(super) struct Place {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) ticked: bool,
    /// Who answers for it today, when that is another.
    pub(super) note: String,
}

impl Field {
    /// A line of text that must be written.
    pub(super) const fn line(name: &'static str, label: &'static str) -> Field {
        Field::Line { name, label, help: String::new(), kind: "text", optional: false, attrs: "" }
    }

    /// A line of text that may stay empty.
    pub(super) fn maybe(name: &'static str, label: &'static str, help: &'static str) -> Field {
        Field::Line { name, label, help: help.to_owned(), kind: "text", optional: true, attrs: "" }
    }

    /// A whole number.
    pub(super) fn number(name: &'static str, label: &'static str, help: &'static str) -> Field {
        Field::Line {
            name,
            label,
            help: help.to_owned(),
            kind: "text",
            optional: false,
            attrs: "inputmode=\"numeric\" class=\"short\"",
        }
    }
}
