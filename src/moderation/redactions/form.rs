//! What a moderator types to black out parts of a text: one part a line, the guard's findings to begin with.

use super::model::blacken;
use crate::i18n::Message;
use crate::moderation::ground;
use crate::moderation::guard::{self, WatchWord};
use crate::web::Form;

/// Parts at most, at once.
const MOST: usize = 20;

/// What is to be black, and why.
#[derive(Debug, Clone)]
pub(crate) struct Masking {
    pub(crate) parts: Vec<String>,
    /// As [`ground::keep`] keeps it.
    pub(crate) reason: String,
}

/// What the guard finds in a text, one a line: what the form begins with.
pub(crate) fn found(text: &str, watch: &[WatchWord]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in guard::find(text, watch) {
        let part = text[one.place].split_whitespace().collect::<Vec<_>>().join(" ");
        if !lines.contains(&part) {
            lines.push(part);
        }
    }
    lines.join("\n")
}

/// Reason and ground of a redaction, whatever is black.
pub(crate) fn reason(form: &mut Form) -> Option<String> {
    ground::read(form, "mask_ground", "mask_reason")
}

/// Reads it; each part must stand in one of the texts.
pub(crate) fn masking(form: &mut Form, texts: &[String]) -> Option<Masking> {
    let typed = form.words("parts", 2, 2_000);
    let parts = typed.map(|typed| {
        let lines = typed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).take(MOST).collect::<Vec<String>>()
    });
    for part in parts.iter().flatten() {
        if !texts.iter().any(|text| blacken(text, std::slice::from_ref(part)).is_some()) {
            let part = part.clone();
            form.fail("parts", Message::new(move |l| l.redaction_not_found(&part)));
        }
    }
    let reason = reason(form);
    let parsed = parts.zip(reason).map(|(parts, reason)| Masking { parts, reason });
    form.done(parsed)
}
