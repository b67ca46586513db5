//! The pages of the second step.

use askama::Template;
use qrcode::QrCode;
use qrcode::render::svg;

use super::passkeys::Door;
use super::rule;
use crate::base::Time;
use crate::error::Result;
use crate::web::{Form, Page};
use crate::{urls, web};

/// The second step while signing in.
#[derive(Template)]
#[template(path = "accounts/code.html")]
pub(super) struct CodePage {
    pub(super) page: Page,
    pub(super) form: Form,
    /// Where the reader wanted to go.
    pub(super) next: String,
    /// For whoever has a key.
    pub(super) key: Option<Door>,
}

impl CodePage {
    /// The password again, then on to the same place.
    fn back(&self) -> String {
        urls::login_then(self.page.lang, &self.next)
    }
}

/// What a telephone is to share: as a picture, as an address, as letters.
pub(super) struct Shared {
    picture: String,
    address: String,
    typed: String,
}

impl Shared {
    pub(super) fn new(shared: &[u8], login: &str) -> Result<Shared> {
        let address = rule::address(shared, login)?;
        let code = QrCode::new(&address).map_err(crate::error::Error::internal)?;
        let drawn = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
        // Of the drawing, what stands in a page: without the line that says it is XML.
        let picture = drawn.split_once("?>").map_or(drawn.as_str(), |(_, svg)| svg).to_owned();
        Ok(Shared { picture, address, typed: rule::typed(shared) })
    }
}

/// How one's second step stands.
pub(super) enum Standing {
    /// There is none.
    Off,
    /// A telephone is to be told.
    Begun(Shared),
    /// In force since then, with so many codes of paper left.
    On(Time, i64),
}

/// One's own second step.
#[derive(Template)]
#[template(path = "accounts/second.html")]
pub(super) struct SecondPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) standing: Standing,
    /// True for who cannot do without it.
    pub(super) needed: bool,
    /// True for who may do with codes of paper alone: a relay, whose telephone may have no application.
    pub(super) by_paper: bool,
    /// How many keys stand beside it.
    pub(super) keys: i64,
}

/// The codes of paper, once.
#[derive(Template)]
#[template(path = "accounts/papers.html")]
pub(super) struct PapersPage {
    pub(super) page: Page,
    pub(super) codes: Vec<String>,
    /// True where they are the whole second step: nobody made one with a telephone.
    pub(super) alone: bool,
}
