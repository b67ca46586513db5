//! The page of an error: what happened, in the reader's language, and a way on.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::{ConnectionType, StatusCode, header};
use askama::Template;
use data_encoding::HEXUPPER;

use super::answer::{protect, status};
use super::cx::{Cx, render};
use super::kept::Again;
use super::page::Page;
use super::site::Site;
use crate::base::{Actor, Lang};
use crate::error::{Error, First, Refusal};
use crate::i18n::{L, Text};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: Text,
    sentence: String,
    incident: Option<String>,
    /// What to do first: where, and its word.
    first: Option<(String, Text)>,
    /// The page on which the form stands that was refused.
    back: Option<String>,
    again: Option<Again>,
}

/// What leads on from an error.
#[derive(Default)]
struct Ways {
    first: Option<(String, Text)>,
    back: Option<String>,
    again: Option<Again>,
}

/// Draws it, with what was typed. Errors of ours are logged with a number that the page shows; nothing else of them leaves the house.
pub(super) fn draw_error(cx: &Cx, error: &Error) -> HttpResponse {
    let again = Again::of(cx, error);
    let mut status = status(error);
    let mut first = None;
    let before = match error {
        Error::SignIn => Some((urls::login_then(cx.lang(), &cx.page().here), cx.l.nav_login())),
        Error::First(First::Password) => Some((urls::account_password(cx.lang()), cx.l.account_change_password())),
        Error::First(First::SecondStep) => Some((urls::account_second_step(cx.lang()), cx.l.second_title())),
        Error::First(First::Proof) => Some((urls::proof_then(cx.lang(), &cx.page().here), cx.l.again_title())),
        _ => None,
    };
    if let Some((to, word)) = before {
        if again.as_ref().is_none_or(|again| !again.has_words()) {
            return HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish();
        }
        // Sent on to the form of signing in, they would lose what they wrote while their session ended.
        status = StatusCode::FORBIDDEN;
        first = Some((to, word));
    }
    // What was refused is looked at again where it stands.
    let back = match error {
        Error::Refused(_) => cx.form_page(),
        _ => None,
    };
    draw(cx.page(), &cx.site, error, status, Ways { first, back, again })
}

/// Draws it for a request whose session could not be stored: nobody is known to read, and what was typed is not at hand.
pub(super) fn draw_unsaved(site: &Arc<Site>, lang: Lang, error: &Error) -> HttpResponse {
    let (l, now) = (L::new(lang), site.clock.now());
    let page = Page::new(l, Actor::Visitor, now, String::new(), None, Arc::clone(site), "".into());
    let mut answer = draw(page, site, error, status(error), Ways::default());
    protect(&mut answer, site.settings.secure);
    answer
}

fn draw(mut page: Page, site: &Site, error: &Error, status: StatusCode, ways: Ways) -> HttpResponse {
    let incident = status.is_server_error().then(|| {
        let incident = HEXUPPER.encode(&site.entropy.bytes::<4>());
        tracing::error!(incident, %error, "a request failed");
        incident
    });
    let (title, sentence) = words(page.l, error);
    // What went well before is not said beside what went wrong.
    page.notice = None;
    let Ways { first, back, again } = ways;
    let mut answer = match render(status, &ErrorPage { page, title, sentence, incident, first, back, again }) {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(%error, "the error page itself failed");
            HttpResponse::build(status).finish()
        }
    };
    if let Some(seconds) = wait(error) {
        answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    // What else is being sent would be read to its end, however long that is.
    if matches!(error, Error::TooLarge) {
        answer.head_mut().set_connection_type(ConnectionType::Close);
    }
    answer
}

/// After how many seconds another try may do better.
const fn wait(error: &Error) -> Option<u64> {
    match error {
        Error::TooMany(seconds) => Some(*seconds),
        Error::Busy => Some(60),
        Error::ReadOnly => Some(300),
        _ => None,
    }
}

/// What went wrong, in a sentence for whoever did several things at once.
pub fn sentence(l: L, error: &Error) -> String {
    words(l, error).1
}

fn words(l: L, error: &Error) -> (Text, String) {
    let plain = |title: Text, text: Text| (title, text.as_str().to_owned());
    match error {
        Error::NotFound => plain(l.error_not_found_title(), l.error_not_found()),
        Error::Forbidden => plain(l.error_forbidden_title(), l.error_forbidden()),
        Error::SignIn => plain(l.error_sign_in_title(), l.error_sign_in()),
        Error::First(First::Password) => plain(l.account_change_password(), l.account_must_change()),
        Error::First(First::SecondStep) => plain(l.second_title(), l.second_needed()),
        Error::First(First::Proof) => plain(l.again_title(), l.again_why()),
        Error::Refused(refusal) => plain(l.error_refused_title(), refusal_words(l, *refusal)),
        Error::BadRequest(_) => plain(l.error_bad_request_title(), l.error_bad_request()),
        Error::TooLarge => plain(l.error_too_large_title(), l.error_too_large()),
        Error::TooMany(seconds) => (l.error_too_many_title(), l.error_too_many(l.span(*seconds))),
        Error::Busy => plain(l.error_busy_title(), l.error_busy()),
        Error::ReadOnly => plain(l.error_read_only_title(), l.error_read_only()),
        Error::Database(_) | Error::Internal(_) => plain(l.error_internal_title(), l.error_internal()),
    }
}

/// The sentence of a rule that said no.
fn refusal_words(l: L, refusal: Refusal) -> Text {
    match refusal {
        Refusal::AlreadyDone => l.refusal_already_done(),
        Refusal::AlreadyFlagged => l.moderation_flag_twice(),
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
        Refusal::PostSlowed => l.talk_slowed(),
        Refusal::PostBlocked => l.talk_blocked(),
        Refusal::PostMasked => l.talk_masked(),
        Refusal::PostTwice => l.talk_twice(),
        Refusal::PostFlood => l.talk_flood(),
        Refusal::OtherReaders => l.talk_other_readers(),
        Refusal::Taken => l.refusal_taken(),
        Refusal::PoliceModerates => l.refusal_police_moderates(),
        Refusal::PrioritiesFull => l.refusal_priorities_full(),
        Refusal::HoldsFiles => l.refusal_holds_files(),
        Refusal::HoldsRole => l.rights_holds_role(),
        Refusal::SamePerson => l.custody_same_person(),
        Refusal::IdentityGone => l.custody_gone(),
        Refusal::PoliceRelays => l.refusal_police_relays(),
        Refusal::SlipUsed => l.slips_used(),
        Refusal::SlipVoid => l.slips_void(),
        Refusal::SlipsShown => l.slips_shown(),
        Refusal::SlipUnknown => l.slips_unknown(),
        Refusal::Counted => l.refusal_counted(),
        Refusal::Merged => l.merge_refused(),
        Refusal::PapersOpenMore => l.rescue_opens_more(),
        Refusal::RumoursWait => l.rumour_ask_many(),
        Refusal::ListsMany => l.filters_many(),
        Refusal::FollowsMany => l.following_many(),
        Refusal::NotWritten => l.refusal_not_written(),
        Refusal::NoAppeal => l.appeal_refused(),
        Refusal::OwnRole => l.grants_own_role(),
        Refusal::BothKeys => l.grants_both_keys(),
        Refusal::OwnWords => l.moderation_own_words(),
        Refusal::OwnQuestion => l.promise_own_question(),
        Refusal::Guarded => l.moderation_guarded(),
        Refusal::NobodyKeeps => l.redaction_nobody(),
        Refusal::OriginalGone => l.redaction_gone(),
        Refusal::StaleForm => l.form_stale(),
    }
}
