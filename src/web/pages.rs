//! The page of an error: what happened, in the reader's language, and a way on.

use actix_web::HttpResponse;
use actix_web::http::header;
use askama::Template;
use data_encoding::HEXUPPER;

use super::answer::status;
use super::cx::Cx;

use super::page::Page;
use crate::error::{Error, Refusal};
use crate::i18n::{L, Text};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: Text,
    sentence: String,
    incident: Option<String>,
}

/// Draws it. Errors of ours are logged with a number that the page shows; nothing else of them leaves the house.
pub(super) fn draw_error(cx: &Cx, error: &Error) -> HttpResponse {
    if let Error::SignIn = error {
        let to = urls::login_then(cx.lang(), &cx.page().here);
        return HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish();
    }
    let status = status(error);
    let incident = status.is_server_error().then(|| {
        let incident = HEXUPPER.encode(&cx.site.entropy.bytes::<4>());
        tracing::error!(incident, %error, "a request failed");
        incident
    });
    let (title, sentence) = words(cx.l, error);
    let page = ErrorPage { page: cx.page(), title, sentence, incident };
    let mut answer = match cx.html_as(status, &page) {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(%error, "the error page itself failed");
            HttpResponse::build(status).finish()
        }
    };
    if let Error::TooMany(seconds) = error {
        answer.headers_mut().insert(header::RETRY_AFTER, (*seconds).into());
    }
    answer
}

fn words(l: L, error: &Error) -> (Text, String) {
    let plain = |title: Text, text: Text| (title, text.as_str().to_owned());
    match error {
        Error::NotFound => plain(l.error_not_found_title(), l.error_not_found()),
        Error::Forbidden | Error::SignIn => plain(l.error_forbidden_title(), l.error_forbidden()),
        Error::Refused(refusal) => plain(l.error_refused_title(), refusal_words(l, *refusal)),
        Error::BadRequest(_) => plain(l.error_bad_request_title(), l.error_bad_request()),
        Error::TooLarge => plain(l.error_too_large_title(), l.error_too_large()),
        Error::TooMany(seconds) => (l.error_too_many_title(), l.error_too_many(l.span(*seconds))),
        Error::Busy => plain(l.error_busy_title(), l.error_busy()),
        Error::Database(_) | Error::Internal(_) => plain(l.error_internal_title(), l.error_internal()),
    }
}

/// The sentence of a rule that said no.
fn refusal_words(l: L, refusal: Refusal) -> Text {
    match refusal {
        Refusal::AlreadyDone => l.refusal_already_done(),
        Refusal::ConcernClosed => l.refusal_concern_closed(),
        Refusal::ConcernOpen => l.refusal_concern_open(),
        Refusal::OutcomeTooLate => l.refusal_outcome_too_late(),
        Refusal::Sealed => l.refusal_sealed(),
        Refusal::ReferralPending => l.refusal_referral_pending(),
        Refusal::PatrolClosed => l.refusal_patrol_closed(),
        Refusal::StopOpen => l.refusal_stop_open(),
        Refusal::MeetingFull => l.refusal_meeting_full(),
        Refusal::MeetingOver => l.refusal_meeting_over(),
        Refusal::MeetingNotYet => l.refusal_meeting_not_yet(),
        Refusal::MinutesLocked => l.refusal_minutes_locked(),
        Refusal::NotInvited => l.meet_refusal_not_invited(),
        Refusal::MinutesOpen => l.meet_refusal_minutes_open(),
        Refusal::ThreadLocked => l.refusal_thread_locked(),
        Refusal::Taken => l.refusal_taken(),
        Refusal::PoliceModerates => l.refusal_police_moderates(),
        Refusal::HoldsFiles => l.refusal_holds_files(),
        Refusal::StaleForm => l.form_stale(),
    }
}
