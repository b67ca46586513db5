//! The words for a concern: where it stands, why it was closed, who spoke, what happened. Pages of the public, of the reporter
//! and of the desk say the same thing in the same words. What never lives here: HTML, and what a reader may see.

use super::actions::ON_PAPER;
use super::causes::Cause;
use super::clock::Stage;
use super::model::{Event, EventKind, Moderation, Outcome, Reason, Standing, State};
use crate::areas::Reference;
use crate::base::{Day, Function, Id};
use crate::i18n::{L, Text};
use crate::policy::Audience;

/// Where it stands, in a word or two.
pub(crate) fn state(l: L, state: State, reopened: bool) -> Text {
    match state {
        State::Received | State::InProgress if reopened => l.state_reopened(),
        State::Received => l.state_received(),
        State::InProgress => l.state_in_progress(),
        State::Referred => l.state_referred(),
        State::Resolved => l.state_resolved(),
        State::ClosedUnresolved => l.state_closed(),
    }
}

/// Class and icon of a state's chip: colour, drawing and word always say the same.
pub(crate) const fn chip(state: State, reopened: bool) -> (&'static str, &'static str) {
    match state {
        State::Received | State::InProgress if reopened => ("reopened", "reopened"),
        State::Received => ("received", "received"),
        State::InProgress => ("in-progress", "in-progress"),
        State::Referred => ("referred", "referred"),
        State::Resolved => ("resolved", "resolved"),
        State::ClosedUnresolved => ("closed", "closed"),
    }
}

/// Why it was closed without being settled.
pub(crate) fn reason(l: L, reason: Reason) -> Text {
    match reason {
        Reason::NoMeans => l.reason_no_means(),
        Reason::OtherBody => l.reason_other_body(),
        Reason::NotFound => l.reason_not_found(),
        Reason::NoEvidence => l.reason_no_evidence(),
        Reason::Duplicate => l.reason_duplicate(),
        Reason::Withdrawn => l.reason_withdrawn(),
        Reason::NotPolice => l.reason_not_police(),
    }
}

/// What the reporter says of the result, within a sentence.
pub(crate) fn outcome(l: L, outcome: Outcome) -> Text {
    match outcome {
        Outcome::Confirmed => l.outcome_confirmed(),
        Outcome::Partly => l.outcome_partly(),
        Outcome::NotFixed => l.outcome_not_fixed(),
    }
}

/// What the resident says of a closed concern, or does not (O2).
pub(crate) fn standing(l: L, standing: Standing) -> Text {
    match standing {
        Standing::Claimed => l.concerns_silent(),
        Standing::Confirmed => l.outcome_confirmed(),
        Standing::Partly => l.outcome_partly(),
        Standing::NotFixed => l.outcome_not_fixed(),
        Standing::Silent => l.outcome_silent(),
    }
}

/// In which function somebody spoke.
pub(crate) fn function(l: L, function: Function) -> Text {
    match function {
        Function::Resident => l.function_resident(),
        Function::Relay => l.function_relay(),
        Function::Officer => l.function_officer(),
        Function::Chief => l.function_chief(),
        Function::Moderator => l.function_moderator(),
        Function::Chair => l.function_chair(),
        Function::Partner => l.function_partner(),
        Function::Overseer => l.function_overseer(),
        Function::Admin => l.function_admin(),
        Function::System => l.function_system(),
    }
}

/// Who may read it.
pub(crate) fn audience(l: L, audience: Audience) -> Text {
    match audience {
        Audience::Public => l.audience_public(),
        Audience::Private => l.audience_private(),
        Audience::Sealed => l.audience_sealed(),
        Audience::Oversight => l.audience_oversight(),
    }
}

/// Whether everybody may read it yet.
pub(crate) fn moderation(l: L, moderation: Moderation) -> Text {
    match moderation {
        Moderation::NotNeeded => l.moderation_not_needed(),
        Moderation::Waiting => l.moderation_waiting(),
        Moderation::Published => l.moderation_published(),
        Moderation::Refused => l.moderation_refused(),
        Moderation::Hidden => l.moderation_hidden(),
    }
}

/// What happened, in a sentence without a full stop: « Reçu → En cours », « Transmis à : Mairie ». The words somebody wrote are
/// the event's body and stand beside it.
pub(crate) fn event(l: L, event: &Event, r: &Reference) -> String {
    let text = |text: Text| text.as_str().to_owned();
    let day = || Day::parse(&event.became).map_or_else(|| event.became.clone(), |day| l.date(day.date()));
    match event.kind {
        EventKind::Filed => text(l.event_filed()),
        EventKind::Answer => text(l.event_answer()),
        EventKind::Ask => text(l.event_ask()),
        EventKind::Reply => text(l.event_reply()),
        EventKind::Note => text(l.event_note()),
        EventKind::State => {
            let word = |word: &str| State::parse(word).map_or("–", |s| state(l, s, false).as_str());
            l.event_changed(word(&event.became), word(&event.was))
        }
        EventKind::Assigned if event.became.is_empty() => text(l.event_unassigned()),
        EventKind::Assigned => text(l.event_assigned()),
        EventKind::Priority if event.became == "true" => text(l.event_urgent()),
        EventKind::Priority => text(l.event_not_urgent()),
        EventKind::Category => {
            let name = |id: &str| {
                let category = id.parse().ok().and_then(|id| r.category(id));
                category.map_or_else(|| "–".to_owned(), |c| c.name(l.lang()).to_owned())
            };
            l.event_category(name(&event.became), name(&event.was))
        }
        EventKind::Unit => {
            let name = |id: &str| id.parse().ok().map_or("–", |id| r.unit_name(id)).to_owned();
            l.event_unit(name(&event.became), name(&event.was))
        }
        EventKind::Referred => l.event_referred(service(l, event.became.parse().ok(), r)),
        EventKind::ReferralAccepted if event.was == ON_PAPER => {
            l.errand_accepted_paper(service(l, event.scope_id.map(Id::new), r))
        }
        EventKind::ReferralRefused if event.was == ON_PAPER => {
            l.errand_refused_paper(service(l, event.scope_id.map(Id::new), r))
        }
        EventKind::ReferralAccepted => l.event_accepted(service(l, event.scope_id.map(Id::new), r)),
        EventKind::ReferralRefused => l.event_refused(service(l, event.scope_id.map(Id::new), r)),
        EventKind::Outcome => {
            let said = Outcome::parse(&event.became).map_or("–", |said| outcome(l, said).as_str());
            if event.was.is_empty() { l.event_outcome(said) } else { l.outcome_corrected(said) }
        }
        EventKind::Patrol => l.event_patrol(day()),
        EventKind::Discussed => super::agenda::told(l, &event.became),
        EventKind::Rights => text(super::erasure::word(l, &event.became)),
        EventKind::Merged => text(super::merging::word(l, &event.became)),
        EventKind::Delayed => l.cause_event(Cause::parse(&event.became).map_or("–", |cause| cause.word(l).as_str())),
        EventKind::HandedOver => text(l.handover_event()),
        EventKind::Escalated => text(match Stage::parse(&event.became) {
            Some(Stage::District) => l.clock_event_district(),
            Some(Stage::Chief) => l.clock_event_chief(),
            _ => l.clock_event_warned(),
        }),
        EventKind::Custody => text(super::custody::step_word(l, &event.became)),
        EventKind::Transcribed => text(l.event_transcribed()),
        EventKind::Moderation => text(match Moderation::parse(&event.became) {
            Some(Moderation::Published) => l.event_published(),
            Some(Moderation::Hidden) => l.event_hidden(),
            _ => l.event_not_published(),
        }),
    }
}

fn service(l: L, id: Option<crate::base::PartnerId>, r: &Reference) -> String {
    id.and_then(|id| r.partner(id)).map_or_else(|| "–".to_owned(), |p| p.name(l.lang()).to_owned())
}

/// Who spoke: the function, and the unit, committee or service it was for. Never a person's name.
pub(crate) fn speaker(l: L, event: &Event, r: &Reference) -> String {
    let function = function(l, event.function).as_str();
    let place = event.scope_id.and_then(|scope| match event.function {
        Function::Officer | Function::Chief => r.unit(Id::new(scope)).map(|u| u.name.clone()),
        Function::Moderator | Function::Chair => r.committee(Id::new(scope)).map(|c| c.name(l.lang()).to_owned()),
        Function::Partner => r.partner(Id::new(scope)).map(|p| p.name(l.lang()).to_owned()),
        _ => None,
    });
    match place {
        // A committee or service is called by its name: « Comité, Comité de Banconi » says it twice.
        Some(place) if matches!(event.function, Function::Moderator | Function::Partner) => place,
        Some(place) => format!("{function}, {place}"),
        None => function.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Readers;
    use super::*;
    use crate::base::{Lang, Time};

    const FR: L = L::new(Lang::Fr);

    fn happened(kind: EventKind, was: &str, became: &str) -> Event {
        Event {
            at: Time(0),
            kind,
            function: Function::Officer,
            scope_id: None,
            audience: Readers::Public,
            body: crate::seal::Veiled::plain(""),
            was: was.into(),
            became: became.into(),
        }
    }

    #[test]
    fn a_change_says_from_what_to_what() {
        let r = Reference::default();
        assert_eq!(event(FR, &happened(EventKind::State, "received", "in_progress"), &r), "Reçu → En cours");
        assert_eq!(event(FR, &happened(EventKind::Patrol, "", "2026-11-03"), &r), "Patrouille le 3 novembre 2026");
        assert_eq!(event(FR, &happened(EventKind::Referred, "", "gone"), &r), "Transmis à\u{a0}: –");
    }

    #[test]
    fn reopened_is_said_only_of_what_is_open() {
        assert_eq!(state(FR, State::InProgress, true).as_str(), "Rouvert");
        assert_eq!(state(FR, State::Resolved, true).as_str(), "Réglé");
        assert_eq!(chip(State::ClosedUnresolved, true), ("closed", "closed"));
    }
}
