//! One commitment with each step towards its end, and what a body owes.

use std::collections::HashMap;

use askama::Template;

use super::parts::{Chip, Promise, badge, on, waits};
use crate::base::CommitmentId;
use crate::forums::model::{Commitment, Side, Sign, Step, StepKind};
use crate::forums::reads::CommitmentFile;
use crate::i18n::{L, Text};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A step on the page.
pub struct StepView {
    icon: &'static str,
    what: Text,
    iso: String,
    when: String,
    who: Chip,
    body: String,
}

/// What the reader may do for one side.
pub struct Seat {
    side: &'static str,
    /// True for the form that was sent and is shown again.
    again: bool,
    legend: Text,
    choices: Vec<(&'static str, Text, String)>,
}

/// One commitment.
#[derive(Template)]
#[template(path = "forums/commitment.html")]
pub struct CommitmentPage {
    page: Page,
    form: Form,
    row: Promise,
    made: String,
    owner_signed: bool,
    community_signed: bool,
    waits: Option<Text>,
    silent: bool,
    steps: Vec<StepView>,
    seats: Vec<Seat>,
}

fn step_words(l: L, kind: StepKind) -> (&'static str, Text) {
    match kind {
        StepKind::Made => ("commitment", l.promise_step_made()),
        StepKind::Before => ("history", l.promise_step_before()),
        StepKind::Answer => ("answer", l.promise_step_answer()),
        StepKind::Begun => ("in-progress", l.promise_step_begun()),
        StepKind::SaidKept => ("edit", l.promise_step_said_kept()),
        StepKind::SaidAbandoned => ("edit", l.promise_step_said_abandoned()),
        StepKind::Refused => ("refuse", l.promise_step_refused()),
        StepKind::Kept => ("ok", l.promise_step_kept()),
        StepKind::Abandoned => ("closed", l.promise_step_abandoned()),
        StepKind::Reopened => ("reopened", l.promise_step_reopened()),
    }
}

fn sign_words(l: L, sign: Sign) -> (Text, Text) {
    match sign {
        Sign::Answer => (l.promise_do_answer(), l.promise_do_answer_why()),
        Sign::Begin => (l.promise_do_begin(), l.promise_do_begin_why()),
        Sign::Keep => (l.promise_do_keep(), l.promise_do_keep_why()),
        Sign::Abandon => (l.promise_do_abandon(), l.promise_do_abandon_why()),
        Sign::Accept => (l.promise_do_accept(), l.promise_do_accept_why()),
        Sign::Refuse => (l.promise_do_refuse(), l.promise_do_refuse_why()),
        Sign::Reopen => (l.promise_do_reopen(), l.promise_do_reopen_why()),
    }
}

impl CommitmentPage {
    pub fn new(cx: &Cx, file: &CommitmentFile, form: Form) -> CommitmentPage {
        let (page, r, c) = (cx.page(), &cx.r, &file.commitment);
        let l = page.l;
        // What was promised at a meeting was promised that day, whenever it was noted here.
        let promised = file.meeting.as_ref().map_or(c.made_at.day(), |m| m.starts_at.day());
        let when = |s: &Step| match s.kind {
            StepKind::Made if promised != s.at.day() => {
                format!("{} ({})", on(l, promised), l.promise_noted(on(l, s.at.day())))
            }
            _ => page.datetime(&s.at),
        };
        let step = |s: &Step| {
            let (icon, what) = step_words(l, s.kind);
            StepView {
                icon,
                what,
                iso: s.at.rfc3339(),
                when: when(s),
                who: badge(&page, r, s.function, s.scope_id).1,
                body: s.body.clone(),
            }
        };
        let seat = |(side, signs): &(Side, Vec<Sign>)| Seat {
            side: side.as_str(),
            again: form.failed() && (form.is("side", side.as_str()) || file.offers.len() == 1),
            legend: match side {
                Side::Owner => l.promise_for_owner(),
                Side::Community => l.promise_for_community(),
            },
            choices: signs
                .iter()
                .map(|s| (s.as_str(), sign_words(l, *s).0, sign_words(l, *s).1.as_str().to_owned()))
                .collect(),
        };
        // What was settled before two signatures were asked has none: the history says so.
        let settled = file.steps.iter().rev().find(|s| matches!(s.kind, StepKind::Kept | StepKind::Abandoned));
        let both = c.state.is_settled() && settled.is_some();
        let signed = |side: Side| both || file.claim.is_some_and(|claim| claim.side == side);
        CommitmentPage {
            row: Promise::new(&page, r, c),
            made: on(l, promised),
            owner_signed: signed(Side::Owner),
            community_signed: signed(Side::Community),
            waits: file.claim.map(|claim| waits(l, claim)),
            silent: file.silent,
            steps: file.steps.iter().map(step).collect(),
            seats: file.offers.iter().map(seat).collect(),
            form,
            page,
        }
    }
}

/// What one's own bodies owe.
#[derive(Template)]
#[template(path = "forums/owed.html")]
pub struct OwedPage {
    page: Page,
    rows: Vec<(Promise, Option<String>)>,
}

impl OwedPage {
    pub fn new(cx: &Cx, owed: &[Commitment], answers: &HashMap<CommitmentId, Step>) -> OwedPage {
        let (page, r) = (cx.page(), &cx.r);
        let said = |c: &Commitment| {
            let step = answers.get(&c.id)?;
            Some(page.l.promise_agenda_answer(page.l.date(step.at.civil().date()), &step.body))
        };
        OwedPage { rows: owed.iter().map(|c| (Promise::new(&page, r, c), said(c))).collect(), page }
    }
}
