//! The desk's forms: what was sent becomes a typed deed, or the field that is wrong is named. Each panel has field names of its
//! own, because all stand on one page. What never lives here: who may do it.

use super::super::actions::{Said, Verdict};
use super::super::causes::Cause;
use super::super::flagged::FlagAnswer;
use super::super::model::{Move, Reason};
use crate::areas::Reference;
use crate::base::{AccountId, CategoryId, PartnerId, UnitId, named};
use crate::web::Form;

named! {
    /// A panel of the file: a form that folds away.
    pub enum Panel {
        /// Answering the reporter.
        Answer = "answer",
        /// Asking the reporter.
        Question = "question",
        /// Writing for the unit.
        Note = "note",
        /// Saying what holds it up.
        Delay = "delay",
        /// Beginning to work.
        Start = "start",
        /// Settled.
        Resolve = "resolve",
        /// Closed for a reason.
        Close = "close",
        /// Open again.
        Reopen = "reopen",
        /// To a service.
        Refer = "refer",
        /// Another kind.
        Category = "category",
        /// To an officer.
        Assign = "assign",
        /// To another unit.
        Unit = "unit",
        /// Following it in another file.
        Merge = "merge",
        /// What a service answered on paper.
        Errand = "errand",
        /// Writing down a voice note.
        Transcript = "transcript",
    }
}

/// The longest text a unit writes, in characters.
const LONG: usize = 3_000;
/// The shortest sentence that says something.
const SENTENCE: usize = 5;

/// The panel that was sent, when it is one of these; the first of them otherwise.
fn panel(form: &Form, name: &str, panels: &[Panel]) -> Panel {
    let sent = Panel::parse(form.value(name)).filter(|panel| panels.contains(panel));
    sent.or_else(|| panels.first().copied()).unwrap_or(Panel::Answer)
}

/// Which of answer, question, note and reason of a delay was sent.
pub(super) fn message_panel(form: &Form) -> Panel {
    panel(form, "message", &[Panel::Answer, Panel::Question, Panel::Note, Panel::Delay])
}

/// An answer, a question or a note.
pub(super) fn message(form: &mut Form) -> (Panel, Option<(Said, String)>) {
    let panel = message_panel(form);
    let parsed = match panel {
        Panel::Question => form.words("question", SENTENCE, LONG).map(|body| (Said::Question, body)),
        Panel::Note => form.words("note", 1, LONG).map(|body| (Said::Note, body)),
        Panel::Delay => {
            let cause = form.pick("delay_cause", Cause::parse);
            let body = form.words("delay", SENTENCE, LONG);
            cause.map(Said::Delay).zip(body)
        }
        _ => {
            let said = form.pick("readers", |word| match word {
                "all" => Some(Said::PublicAnswer),
                "reporter" => Some(Said::PrivateAnswer),
                _ => None,
            });
            let body = form.words("answer", SENTENCE, LONG);
            said.zip(body)
        }
    };
    (panel, form.done(parsed))
}

/// Which step was sent.
pub(super) fn state_panel(form: &Form) -> Panel {
    panel(form, "step", &[Panel::Start, Panel::Resolve, Panel::Close, Panel::Reopen])
}

/// A step of the state, with its sentence.
pub(super) fn state(form: &mut Form) -> (Panel, Option<(Move, Option<Cause>, String)>) {
    let panel = state_panel(form);
    let parsed = match panel {
        Panel::Resolve => form.words("done", SENTENCE, LONG).map(|said| (Move::Resolve, None, said)),
        Panel::Close => {
            let reason = form.pick("reason", Reason::parse);
            let lacked = form.pick_maybe("cause", |word| Cause::parse(word).filter(|c| Cause::MEANS.contains(c)));
            if reason == Some(Reason::NoMeans) && lacked == Some(None) {
                form.fail("cause", crate::i18n::L::cause_missing);
            }
            let said = form.words("closing", SENTENCE, LONG);
            reason.zip(lacked).zip(said).map(|((reason, lacked), said)| (Move::Close(reason), lacked, said))
        }
        Panel::Reopen => form.words("reopening", SENTENCE, LONG).map(|said| (Move::Reopen, None, said)),
        _ => Some((Move::Start, None, String::new())),
    };
    (panel, form.done(parsed))
}

/// To which service, with what note for it.
pub(super) fn referral(form: &mut Form, r: &Reference) -> Option<(PartnerId, String)> {
    let partner = form.pick("partner", |slug| r.partner_at(slug).map(|p| p.id));
    let note = form.words("errand", SENTENCE, LONG);
    form.done(partner.zip(note))
}

/// To whom, and whether first.
pub(super) fn assignment(form: &mut Form) -> Option<(Option<AccountId>, bool)> {
    let to = form.pick_maybe("assignee", |id| id.parse().ok());
    let priority = form.ticked("priority");
    form.done(to.map(|to| (to, priority)))
}

/// Another kind, or another unit with why.
#[derive(Debug, Clone)]
pub(super) enum Rerouting {
    /// The kind.
    Category(CategoryId),
    /// The unit, and why.
    Unit(UnitId, String),
}

/// Which of the two was sent.
pub(super) fn rerouting_panel(form: &Form) -> Panel {
    panel(form, "routing", &[Panel::Category, Panel::Unit])
}

/// Another kind or another unit.
pub(super) fn routing(form: &mut Form, r: &Reference) -> Option<Rerouting> {
    let parsed = match rerouting_panel(form) {
        Panel::Unit => {
            let unit = form.pick("unit", |slug| r.unit_at(slug).filter(|u| u.active).map(|u| u.id));
            let why = form.words("why", SENTENCE, LONG);
            unit.zip(why).map(|(unit, why)| Rerouting::Unit(unit, why))
        }
        _ => form.pick("category", |slug| r.category_at(slug).map(|c| c.id)).map(Rerouting::Category),
    };
    form.done(parsed)
}

/// A service takes it, or gives it back with a sentence.
pub(super) fn referral_answer(form: &mut Form) -> Option<(bool, String)> {
    let accepted = form.pick("verdict", |word| match word {
        "accept" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let shortest = if accepted == Some(false) { SENTENCE } else { 0 };
    let sentence = form.words("sentence", shortest, LONG);
    form.done(accepted.zip(sentence))
}

/// What a moderator sends: a decision on the concern, or an answer to its flags.
#[derive(Debug, Clone)]
pub(super) enum Judgement {
    /// On the concern.
    Verdict(Verdict),
    /// On what readers flagged.
    Flags(FlagAnswer),
}

/// A moderator's decision; refusing and hiding want a reason.
pub(super) fn judgement(form: &mut Form) -> Option<Judgement> {
    let word = form.value("verdict").to_owned();
    let judgement = match word.as_str() {
        "publish" => Some(Judgement::Verdict(Verdict::Publish)),
        "restore" => Some(Judgement::Verdict(Verdict::Restore)),
        "refuse" => form.line("reason", SENTENCE, 300).map(|why| Judgement::Verdict(Verdict::Refuse(why))),
        "hide" => form.line("reason", SENTENCE, 300).map(|why| Judgement::Verdict(Verdict::Hide(why))),
        "leave" => Some(Judgement::Flags(FlagAnswer::Leave)),
        "take" => form.line("staff_note", 0, 300).map(|note| Judgement::Flags(FlagAnswer::Take(note))),
        _ => {
            form.fail("reason", crate::i18n::L::form_choose);
            None
        }
    };
    form.done(judgement)
}
