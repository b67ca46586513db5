//! Sheets as they are printed: A4, eight slips, lines to cut along, a line to fold along. Each slip's outer half says what it
//! is and its serial; the inner half holds the code, so that folded and stapled it can be handed over unread.

use askama::Template;

use super::model::{PER_SHEET, SlipSerial};
use crate::base::{Entropy, Lang, TrackingCode};
use crate::concerns::sealing::StoredCode;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::keys::Keys;
use crate::web;

/// A sheet's slips: serial and the code's four groups.
pub(crate) struct Sheet(Vec<(String, [String; 4])>);

impl Sheet {
    /// The sheets that hold these codes, from this number on.
    pub(crate) fn all(first: i64, codes: &[TrackingCode]) -> Vec<Sheet> {
        let slip =
            |sheet: i64, place: i64, code: &TrackingCode| (SlipSerial { sheet, place }.to_string(), code.groups());
        let sheet = |(number, codes): (i64, &[TrackingCode])| {
            Sheet((1i64..).zip(codes).map(|(place, code)| slip(number, place, code)).collect())
        };
        (first..).zip(codes.chunks(PER_SHEET)).map(sheet).collect()
    }
}

/// The sheets' own part of a page, in both languages.
#[derive(Template)]
#[template(path = "slips/sheets.html")]
struct SheetsPart<'a> {
    sheets: &'a [Sheet],
    fr: L,
    bm: L,
}

/// A document that needs no server and no network to be printed.
#[derive(Template)]
#[template(path = "slips/document.html")]
struct Document {
    fr: L,
    css: &'static str,
    sheets: String,
}

/// The sheets' own part of a page.
pub(crate) fn draw(sheets: &[Sheet]) -> Result<String> {
    SheetsPart { sheets, fr: L::new(Lang::Fr), bm: L::new(Lang::Bm) }.render().map_err(Error::internal)
}

/// A whole document, style sheet included.
pub(crate) fn document(sheets: &[Sheet]) -> Result<String> {
    let (css, sheets) = (web::css_text(), draw(sheets)?);
    Document { fr: L::new(Lang::Fr), css, sheets }.render().map_err(Error::internal)
}

/// Draws codes and hashes them; slow on purpose, so not on a thread that answers requests.
pub(crate) fn codes(keys: &Keys, entropy: &Entropy, count: usize) -> Result<(Vec<TrackingCode>, Vec<StoredCode>)> {
    let codes: Vec<TrackingCode> = (0..count).map(|_| TrackingCode::draw(entropy)).collect();
    let stored = codes.iter().map(|code| StoredCode::of(keys, code, entropy)).collect::<Result<_>>()?;
    Ok((codes, stored))
}
