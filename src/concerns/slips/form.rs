//! The field « J'ai un ticket », wherever a concern is filed.

use std::sync::Arc;

use super::{SlipSerial, Ticket, bind};
use crate::base::{CodeSlip, TrackingCode};
use crate::concerns::model::Channel;
use crate::concerns::sealing::{StoredCode, keep_code};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::i18n::{L, Text};
use crate::web::{Cx, Form};

/// What stands in the field.
pub(crate) enum Typed {
    /// Nothing: a new code is drawn.
    Nothing,
    /// The sixteen digits.
    Code(TrackingCode),
    /// The serial of a folded slip.
    Serial(SlipSerial),
}

/// Reads the field. `serials`: who files for somebody else may type the serial instead, and should.
pub(crate) fn typed(form: &mut Form, serials: bool) -> Option<Typed> {
    let text = form.value("slip").to_owned();
    if text.is_empty() {
        return Some(Typed::Nothing);
    }
    if let (true, Ok(serial)) = (serials, text.parse()) {
        return Some(Typed::Serial(serial));
    }
    match TrackingCode::parse(&text) {
        Ok(code) => return Some(Typed::Code(code)),
        Err(CodeSlip::CheckDigit) => form.fail("slip", L::follow_mistyped),
        Err(CodeSlip::Length) if serials => form.fail("slip", L::slips_length_or_serial),
        Err(CodeSlip::Length) => form.fail("slip", L::follow_length),
    }
    None
}

/// The key a concern is about to get.
#[derive(Clone)]
pub(crate) enum Key {
    /// A new code, to be shown once.
    New {
        /// The sixteen digits.
        digits: String,
        /// Their stored form.
        stored: StoredCode,
    },
    /// The code of a slip, which its holder has on paper: it is not shown again.
    Slip(Ticket),
}

/// Draws or hashes what the deed will need, before it. Somebody may be trying codes here as well as where concerns are
/// followed: a typed code counts as a guess.
pub(crate) async fn key(cx: &Cx, typed: Typed) -> Result<Key> {
    let site = Arc::clone(&cx.site);
    match typed {
        Typed::Serial(serial) => Ok(Key::Slip(Ticket::Serial(serial))),
        Typed::Code(code) => {
            cx.guess()?;
            let hash = cx.site.slow.run(move || site.keys.hash_code(&code)).await?;
            Ok(Key::Slip(Ticket::Code(hash)))
        }
        Typed::Nothing => {
            let code = TrackingCode::draw(&cx.site.entropy);
            let digits = code.digits();
            let stored = cx.site.slow.run(move || StoredCode::of(&site.keys, &code, &site.entropy)).await?;
            Ok(Key::New { digits, stored })
        }
    }
}

impl Key {
    /// Takes the key, inside the deed: the digits to be shown (none of a slip) and the hash to be kept.
    pub(crate) fn take(&self, tx: &mut Tx<'_>) -> Result<(String, String)> {
        match self {
            Key::New { digits, stored } => {
                keep_code(tx, stored)?;
                Ok((digits.clone(), stored.hash.clone()))
            }
            Key::Slip(ticket) => Ok((String::new(), bind(tx, ticket)?)),
        }
    }

    /// By which way a concern with this key came, when the web did not draw it.
    pub(crate) fn channel(&self, otherwise: Channel) -> Channel {
        match (self, otherwise) {
            (Key::Slip(_), Channel::Web) => Channel::Slip,
            _ => otherwise,
        }
    }

    /// The typed code was a slip's: it was no guess.
    pub(crate) fn was_right(&self, cx: &Cx) {
        if let Key::Slip(Ticket::Code(_)) = self {
            cx.guessed_right();
        }
    }
}

/// What is wrong with the slip, when that is why the deed was refused.
pub(crate) fn problem(error: &Error) -> Option<fn(L) -> Text> {
    match error {
        Error::Refused(Refusal::SlipUsed) => Some(L::slips_used),
        Error::Refused(Refusal::SlipVoid) => Some(L::slips_void),
        Error::Refused(Refusal::SlipUnknown) => Some(L::slips_unknown),
        _ => None,
    }
}
