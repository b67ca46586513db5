//! What a form brought, kept while it is handled, so that the page of an error gives all of it back (C3): the words in plain
//! sight to be copied, the rest hidden, inside a form that may be sent again. A secret is never given back.

use std::cell::RefCell;

use super::cx::Cx;
use super::form::TOKEN;
use crate::error::{Error, Refusal};
use crate::i18n::{L, Text};

/// Names of fields whose value is never sent back: the program's passwords and codes.
const SECRETS: [&str; 7] = ["password", "current", "code", "slip", "pin", "paper_1", "paper_2"];

/// What a form brought.
#[derive(Default)]
pub(super) struct Typed {
    values: Vec<(String, String)>,
    files: bool,
    /// The token that came, when sending it again may do the deed: then it does it once, even if it was done unseen.
    token: Option<String>,
}

/// Where a request keeps it.
#[derive(Default)]
pub(super) struct Keep(RefCell<Option<Typed>>);

impl Keep {
    /// Keeps what a form of ours brought. `good`: its token may be used again; `files`: files came with it.
    pub(super) fn typed(&self, values: &[(String, String)], good: bool, files: bool) {
        let token = values.iter().find(|(n, _)| n == TOKEN).map(|(_, v)| v.clone()).filter(|_| good);
        let values = values.iter().filter(|(n, _)| n != TOKEN).cloned().collect();
        *self.0.borrow_mut() = Some(Typed { values, files, token });
    }

    fn take(&self) -> Option<Typed> {
        self.0.borrow_mut().take()
    }
}

/// A field to be read, copied and sent again.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) label: Text,
    pub(super) value: String,
    /// Rows of a text of several lines; 0 for one line.
    pub(super) rows: usize,
}

/// The form on the page of an error.
pub(super) struct Again {
    /// Where it goes; empty when sending it again can change nothing, and the words are there to be copied only.
    pub(super) action: String,
    pub(super) token: String,
    pub(super) shown: Vec<Shown>,
    pub(super) hidden: Vec<(String, String)>,
    /// Secrets to be typed again.
    pub(super) secrets: Vec<String>,
    /// True when files came with it, which are to be chosen again: they are not sent back.
    pub(super) files: bool,
}

impl Again {
    /// The form of this request, when it brought one of ours and there is something to give back or to try again.
    pub(super) fn of(cx: &Cx, error: &Error) -> Option<Again> {
        let typed = cx.kept.take()?;
        let mut again = Again {
            action: String::new(),
            token: String::new(),
            shown: Vec::new(),
            hidden: Vec::new(),
            secrets: Vec::new(),
            files: typed.files,
        };
        for (name, value) in typed.values {
            if is_secret(&name) {
                again.secrets.extend(Some(name).filter(|_| !value.is_empty()));
            // What begins so, a script or the program itself wrote: what a key signed is nothing to read.
            } else if is_written(&value) && !name.starts_with('_') {
                let rows = rows(&value);
                again.shown.push(Shown { label: label(cx.l, &name), name, value, rows });
            } else {
                again.hidden.push((name, value));
            }
        }
        let worth = match error {
            Error::NotFound | Error::Forbidden | Error::BadRequest(_) => false,
            // What is closed stays closed however often it is sent: the words are there to be copied.
            Error::Refused(
                Refusal::ThreadLocked
                | Refusal::PostBlocked
                | Refusal::PostMasked
                | Refusal::MinutesLocked
                | Refusal::MeetingOver
                | Refusal::OutcomeTooLate
                | Refusal::NoAppeal
                | Refusal::AlreadyFlagged,
            ) => false,
            // A button whose time is over stays over; words may be sent to whoever changed it first.
            Error::Refused(refusal) => *refusal == Refusal::StaleForm || !again.shown.is_empty(),
            Error::SignIn | Error::First(_) => !again.shown.is_empty(),
            Error::TooLarge
            | Error::TooMany(_)
            | Error::Busy
            | Error::ReadOnly
            | Error::Database(_)
            | Error::Internal(_) => true,
        };
        if worth {
            let stale = matches!(error, Error::Refused(Refusal::StaleForm));
            again.action = cx.address_again();
            again.token = typed.token.filter(|_| !stale).unwrap_or_else(|| cx.page().token());
        }
        (worth || !again.shown.is_empty()).then_some(again)
    }

    /// True when somebody wrote something into it.
    pub(super) fn has_words(&self) -> bool {
        !self.shown.is_empty()
    }
}

fn is_secret(name: &str) -> bool {
    SECRETS.iter().any(|secret| name == *secret || name.ends_with(&format!("_{secret}")))
}

/// True for what a person wrote; false for what a button, a list or a hidden field of ours says: lower-case words joined by
/// dashes, ids, nothing.
fn is_written(value: &str) -> bool {
    let ours = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | '/' | '?' | '=');
    !value.trim().is_empty() && !value.chars().all(ours)
}

fn rows(value: &str) -> usize {
    let lines: usize = value.lines().map(|line| 1 + line.chars().count() / 40).sum();
    if lines > 1 { lines.clamp(3, 14) } else { 0 }
}

/// What a field is called, where its name tells; the features' own words.
fn label(l: L, name: &str) -> Text {
    match name {
        "words" => l.filing_words(),
        "landmark" => l.filing_landmark(),
        "answer" => l.kept_answer(),
        "question" => l.kept_question(),
        "note" => l.kept_note(),
        "body" | "message" => l.kept_message(),
        "reason" | "why" => l.kept_reason(),
        "name" => l.kept_name(),
        _ => l.kept_typed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_is_told_from_what_a_list_says() {
        for written in ["Trois lampes", "lampe éteinte", "76 12 34 56", "Fatou", "a\nb"] {
            assert!(is_written(written), "{written}");
        }
        for ours in ["", "  ", "banconi", "police-conduct", "yes", "0002", "/fr/account?x=1"] {
            assert!(!is_written(ours), "{ours}");
        }
    }

    #[test]
    fn a_secret_is_known_by_its_name() {
        assert!(is_secret("password") && is_secret("code") && is_secret("slip_code") && is_secret("paper_2"));
        assert!(!is_secret("words") && !is_secret("encode"));
    }
}
