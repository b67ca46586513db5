//! Paging by key: the next page begins after the last row seen, so that page 400 costs what page 1 costs and nothing shows
//! twice when rows arrive meanwhile.

use std::fmt;

use crate::urls;

/// Rows on a page.
pub const PAGE: usize = 20;

/// Where a page begins: after the row with this sort key and id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The row's sort key: an instant or a day.
    pub key: i64,
    /// The row's id, for rows with the same key.
    pub id: i64,
}

impl Cursor {
    /// Reads what [`fmt::Display`] wrote. Something else means the first page.
    pub fn parse(text: &str) -> Option<Cursor> {
        let (key, id) = text.split_once('.')?;
        Some(Cursor { key: key.parse().ok()?, id: id.parse().ok()? })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

/// A page of rows, and where the next one begins.
#[derive(Debug, Clone)]
pub struct Slice<T> {
    /// At most [`PAGE`] rows.
    pub items: Vec<T>,
    /// The next page, when there is one.
    pub next: Option<Cursor>,
}

impl<T> Slice<T> {
    /// Cuts a page from up to `PAGE + 1` rows: the one too many says that there is more.
    pub fn cut(mut rows: Vec<T>, cursor: impl Fn(&T) -> Cursor) -> Slice<T> {
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = if more { rows.last().map(cursor) } else { None };
        Slice { items: rows, next }
    }

    /// The limit to ask the database for.
    pub const LIMIT: i64 = PAGE as i64 + 1;

    /// The same page of something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Slice<U> {
        Slice { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

/// Links to the first and the next page of a list; empty where there is none.
pub struct Pager {
    /// The first page.
    pub first: String,
    /// The next page.
    pub next: String,
}

impl Pager {
    /// `query` is what the list is filtered by.
    pub fn new(url: &str, query: &[(&str, &str)], at: Option<Cursor>, next: Option<Cursor>) -> Pager {
        let to = |cursor: Option<Cursor>| {
            let after = cursor.map(|c| c.to_string()).unwrap_or_default();
            let mut pairs = query.to_vec();
            pairs.push(("after", &after));
            urls::with_query(url, &pairs)
        };
        Pager {
            first: if at.is_some() { to(None) } else { String::new() },
            next: if next.is_some() { to(next) } else { String::new() },
        }
    }
}
