//! The page of one's own keys.

use askama::Template;

use super::MOST;
use super::store::Passkey;
use crate::base::PasskeyId;
use crate::web::{Cx, Form, Page, PublicUrl};
use crate::{urls, web};

/// One's own keys.
#[derive(Template)]
#[template(path = "accounts/passkeys.html")]
pub(super) struct PasskeysPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    /// The house's own address.
    origin: String,
    /// True when the code of the second step is in force.
    code: bool,
}

struct Line {
    id: PasskeyId,
    name: String,
    /// Since when, in words.
    made: String,
    /// How long ago it was used.
    used: Option<String>,
}

impl PasskeysPage {
    pub(super) fn new(cx: &Cx, house: &PublicUrl, keys: Vec<Passkey>, code: bool, form: Form) -> PasskeysPage {
        let page = cx.page();
        let line = |key: Passkey| Line {
            id: key.id,
            name: key.name,
            made: page.date(&key.made_at),
            used: key.used_at.map(|at| page.ago(&at)),
        };
        let lines = keys.into_iter().map(line).collect();
        PasskeysPage { origin: house.origin().to_owned(), lines, code, form, page }
    }

    fn full(&self) -> bool {
        self.lines.len() >= MOST
    }
}
