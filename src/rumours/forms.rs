//! What the forms of the rumour desk send, parsed. What a moderator or an officer writes is for everybody, so what looks like a number
//! to reach or to find somebody by is refused before it is written.

use super::model::{Answer, Do, State, Written};
use crate::areas::{AreaKind, Reference};
use crate::base::{AreaId, Lang};
use crate::i18n::L;
use crate::web::Form;

/// True for text that holds what may lead to a person: seven digits in a row, whatever stands between them, or an address of mail.
fn leads_to_somebody(text: &str) -> bool {
    let mut run = 0;
    for c in text.chars() {
        match c {
            _ if c.is_ascii_digit() => run += 1,
            ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '(' | ')' => {}
            _ => run = 0,
        }
        if run >= 7 {
            return true;
        }
    }
    text.split_whitespace().any(|word| word.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.')))
}

/// Refuses such text in these fields, and asks for the tick that names were looked for.
fn guard(form: &mut Form, fields: &[&'static str]) {
    for field in fields {
        if leads_to_somebody(form.value(field)) {
            form.fail(*field, L::rumour_form_number);
        }
    }
    if !form.ticked("neutral") {
        form.fail("neutral", L::rumour_form_tick);
    }
}

/// A place: a quartier or a commune.
fn place(form: &mut Form, r: &Reference) -> Option<AreaId> {
    form.pick("area", |slug| r.area_at(slug).filter(|a| a.active && a.kind != AreaKind::District).map(|a| a.id))
}

/// A rumour, written down.
pub(super) fn written(form: &mut Form, r: &Reference) -> Option<Written> {
    let area = place(form, r);
    let lang = form.pick("lang", Lang::parse);
    let words = form.line("words", 10, 240);
    let place = form.line("place", 0, 120);
    guard(form, &["words", "place"]);
    let new = (|| Some(Written { area: area?, lang: lang?, words: words?, place: place? }))();
    form.done(new)
}

/// A step: what, the answer when it is one, the reason when one is owed.
pub(super) fn signing(form: &mut Form) -> Option<(Do, Option<Answer>, String)> {
    let what = form.pick("do", Do::parse)?;
    match what {
        Do::Answer => {
            let verdict = form.pick("verdict", |word| State::parse(word).filter(|s| s.is_answered()));
            let words = form.words("words", 5, 500);
            let source = form.line("source", 3, 160);
            guard(form, &["words", "source"]);
            let answer = (|| Some(Answer { verdict: verdict?, words: words?, source: source? }))();
            form.done(answer).map(|answer| (what, Some(answer), String::new()))
        }
        Do::Refuse => {
            let why = form.line("why", 3, 300);
            form.done(why).map(|why| (what, None, why))
        }
        Do::Check | Do::Accept => form.done(Some((what, None, String::new()))),
    }
}

/// « Is it true? », of anybody.
pub(super) fn asked(form: &mut Form, r: &Reference) -> Option<(AreaId, String)> {
    let area = place(form, r);
    let words = form.words("words", 8, 400);
    let both = area.zip(words);
    form.done(both)
}

#[cfg(test)]
mod tests {
    use super::leads_to_somebody;

    #[test]
    fn what_leads_to_somebody_is_refused_and_dates_are_not() {
        for wrong in ["appelez le 76 11 22 33", "76112233", "70.00.11.22", "ecrivez a awa@exemple.ml"] {
            assert!(leads_to_somebody(wrong), "{wrong}");
        }
        for right in ["fermé le 28 novembre 2026", "de 17 h à 19 h, rue 402", "à 100 m du marché @ midi", ""] {
            assert!(!leads_to_somebody(right), "{right}");
        }
    }
}
