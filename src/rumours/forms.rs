//! What the forms of the rumour desk send, parsed. What a moderator or an officer writes is for everybody, so what leads to
//! somebody (a telephone number, a plate, an address of mail: the guard knows them, D9) is refused before it is written.

use super::model::{Answer, Do, State, Written};
use crate::areas::{AreaKind, Reference};
use crate::base::{AreaId, Lang};
use crate::i18n::L;
use crate::moderation::guard;
use crate::web::Form;

/// Refuses what leads to somebody in these fields, and asks for the tick that names were looked for.
fn guarded(form: &mut Form, fields: &[&'static str]) {
    for field in fields {
        if !guard::check(form.value(field), &[]).is_empty() {
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
    guarded(form, &["words", "place"]);
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
            guarded(form, &["words", "source"]);
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
