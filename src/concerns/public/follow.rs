//! Following by code (R10–R12, R20): typing it, what happened since, answering a question, saying whether it is fixed, leaving
//! fast. No code stands in any address; the open concern stands in the session until the reader leaves.

use std::sync::Arc;

use actix_web::http::header::{HeaderName, HeaderValue};
use askama::Template;
use diesel::prelude::*;

use super::supporter;
use crate::base::{CodeSlip, ConcernId, ConcernNumber, Prompt, Time, TrackingCode};
use crate::concerns::checkback::reporter::Standing;
use crate::concerns::help::Helper;
use crate::concerns::media::{self, Gallery, Medium};
use crate::concerns::merging::public::{Elsewhere, Joined, elsewhere};
use crate::concerns::model::{Concern, Event, EventKind, Moderation, Outcome, Readers, Referral};
use crate::concerns::parts::{Chip, ClockMark, Moment, With, last_act, said, spoken, timeline};
use crate::concerns::sealing::{self, Part, Reporter};
use crate::concerns::slips::{self, SlipState};
use crate::concerns::{actions, agenda, answers, appeals, handover, store, words};
use crate::db::schema::concern_keys;
use crate::error::{Error, Result};
use crate::i18n::{L, Text};
use crate::moderation::appeals::{Against, Mine};
use crate::moderation::redactions::{self, Redaction};
use crate::moderation::{Target, ground};
use crate::policy::{Audience, Deed, Holder, permit};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// The longest message, in characters.
const MESSAGE: usize = 2000;

#[derive(Template)]
#[template(path = "concerns/follow.html")]
struct CodePage<'a> {
    page: Page,
    form: &'a Form,
    /// « Type your code », read aloud.
    said: Option<String>,
}

impl<'a> CodePage<'a> {
    fn new(cx: &Cx, form: &'a Form) -> CodePage<'a> {
        CodePage { page: cx.page().with_exit(), form, said: spoken(&cx.r, Prompt::Follow, cx.lang()) }
    }
}

/// The code's first return: « Avez-vous gardé votre code ? »
#[derive(Template)]
#[template(path = "concerns/again.html")]
struct AgainPage {
    page: Page,
    code: [String; 4],
}

#[derive(Template)]
#[template(path = "concerns/followed.html")]
struct FollowedPage<'a> {
    page: Page,
    form: &'a Form,
    /// True when the words are sealed until the code is typed again, and when until a reader of them was here.
    shut: bool,
    not_given: bool,
    /// Where the reader's own key is opened, which opens what they filed with their account.
    key: Option<String>,
    number: String,
    icon: String,
    category: String,
    place: String,
    chip: Chip,
    clock: Option<ClockMark>,
    /// With which service it is now.
    with: Option<With>,
    act: String,
    reason: Option<Text>,
    /// That who answers changed, and when, until they have written.
    handed: Option<String>,
    /// The unit's question, while it waits for an answer.
    question: Option<String>,
    /// True while the reporter may say whether it is fixed.
    asked: bool,
    /// What the reporter said, while they may correct it.
    corrects: Option<Text>,
    /// What the reporter said, or did not, of a closed concern.
    standing: Option<Text>,
    checkback: Standing,
    /// Why parts of it are black: when and why.
    masked: Vec<String>,
    /// What a moderator decided against it, and the appeal.
    appeal: Option<Mine>,
    /// True when the reporter was here before: then what is new stands apart.
    since: bool,
    fresh: Vec<Moment>,
    before: Vec<Moment>,
    landmark: String,
    words: String,
    answers: Vec<(String, String)>,
    readers: Text,
    publication: Option<Text>,
    gallery: Gallery,
    /// Where it is followed, when another one stands for both.
    joined: Option<Joined>,
    /// Who helps with such a thing.
    helpers: Vec<Helper>,
    /// Who reads the reporter's messages.
    to: To,
}

/// Whom the reporter writes to: the heading and the help of the message.
struct To {
    write: Text,
    reads: Text,
    /// Who closed it, and that the reporter says whether it is true.
    closed: Text,
}

impl To {
    fn of(l: L, audience: Audience) -> To {
        match audience {
            Audience::Public | Audience::Private => {
                To { write: l.follow_write(), reads: l.follow_message_help(), closed: l.follow_fixed_why() }
            }
            Audience::Sealed => {
                To { write: l.sealed_write_desk(), reads: l.sealed_write_desk_reads(), closed: l.sealed_closed_desk() }
            }
            Audience::Oversight => To {
                write: l.sealed_write_oversight(),
                reads: l.sealed_write_oversight_reads(),
                closed: l.sealed_closed_oversight(),
            },
        }
    }
}

/// The field for the code.
pub(super) async fn ask(cx: Cx) -> Answer {
    cx.html(&CodePage::new(&cx, &Form::blank()))
}

/// The concern a code opened.
struct Opened {
    concern: ConcernId,
    holder: Holder,
    hash: String,
    /// When it was opened last.
    seen: Option<Time>,
}

/// What a code turned out to be.
enum Found {
    /// A concern's.
    Concern(Opened),
    /// A slip's that nobody filed with.
    Slip(SlipState),
    /// Nobody's.
    Nothing,
}

/// The code: opens its concern.
///
/// On its first return (R12) the code is shown once more, for whoever did not write it down: in the answer to the very form
/// that brought it, under a line to unfold. It came from this reader a moment ago and goes back to them alone; it stands in
/// no address, session, cookie or table in between, not even sealed, so there is nothing to steal later. That the code was
/// here is noted in the same breath, so it is never shown a second time, however often or fast the form is sent.
pub(super) async fn open(cx: Cx, mut form: Form) -> Answer {
    let code = match TrackingCode::parse(form.value("code")) {
        Ok(code) => Some(code),
        Err(CodeSlip::CheckDigit) => fail(&mut form, L::follow_mistyped),
        Err(CodeSlip::Length) => fail(&mut form, L::follow_length),
    };
    let Some(code) = form.done(code) else {
        return cx.invalid(&CodePage::new(&cx, &form));
    };
    cx.guess()?;
    let problem = match find(&cx, code.clone()).await? {
        Found::Concern(Opened { concern, holder, hash, seen }) => {
            cx.guessed_right();
            let code_pair = sealing::opened_by(&cx, &code, &hash).await?;
            match holder {
                Holder::Reporter => cx.follow(concern, Some(code_pair))?,
                Holder::Supporter => cx.follow_as_supporter(concern, &hash)?,
            }
            let Some(seen) = seen else {
                return cx.html(&AgainPage { page: cx.page().with_exit(), code: code.groups() });
            };
            // When the reporter was here last is no secret, and the page needs it once: it stands in the address, the code
            // never does.
            let since = seen.seconds().to_string();
            return cx.see(urls::with_query(urls::followed(cx.lang()), &[("since", &since)]));
        }
        Found::Slip(SlipState::Void) => L::slips_void,
        Found::Slip(_) => {
            cx.guessed_right();
            L::slips_no_concern
        }
        Found::Nothing => L::follow_unknown,
    };
    form.fail("code", problem);
    cx.invalid(&CodePage::new(&cx, &form))
}

fn fail<T>(form: &mut Form, problem: fn(L) -> Text) -> Option<T> {
    form.fail("code", problem);
    None
}

/// What a code is; of a concern's, notes that it is opened now.
async fn find(cx: &Cx, code: TrackingCode) -> Result<Found> {
    let site = Arc::clone(&cx.site);
    let hash = cx.site.slow.run(move || site.keys.hash_code(&code)).await?;
    let known = hash.clone();
    let found = cx.read(move |conn| match store::find_by_key(conn, &known)? {
        Some(both) => Ok(Ok(both)),
        None => Ok(Err(slips::standing(conn, &known)?.map_or(Found::Nothing, Found::Slip))),
    });
    let (concern, holder) = match found.await? {
        Ok(both) => both,
        Err(other) => return Ok(other),
    };
    let key = hash.clone();
    // Not a deed: nothing of it belongs in the ledger.
    let seen = cx.note(move |tx| {
        let key = concern_keys::table.find(&key);
        let seen: Option<Option<Time>> = key.select(concern_keys::seen_at).first(tx.conn).optional()?;
        diesel::update(key).set(concern_keys::seen_at.eq(tx.now)).execute(tx.conn)?;
        Ok(seen.flatten())
    });
    // Not noted while nothing can be written; then it opens all the same, as if seen before.
    let seen = seen.await?.unwrap_or(Some(cx.now));
    Ok(Found::Concern(Opened { concern, holder, hash, seen }))
}

/// The open concern, newest first.
pub(super) async fn read(cx: Cx) -> Answer {
    if let Some((id, _)) = cx.supported() {
        return supporter::read(&cx, id).await;
    }
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let told = load(&cx, id).await?;
    cx.html(&view(&cx, &Form::blank(), &told))
}

/// What its reporter may read of a concern.
struct Told {
    concern: Concern,
    events: Vec<Event>,
    answers: Vec<answers::Answer>,
    media: Vec<Medium>,
    checkback: Standing,
    against: Against,
    masked: Vec<Redaction>,
    elsewhere: Option<Elsewhere>,
    referrals: Vec<Referral>,
    /// True when the words are sealed and no code has opened them in this session; and when the code was not given what does.
    shut: bool,
    not_given: bool,
}

async fn load(cx: &Cx, id: ConcernId) -> Result<Told> {
    let (now, opened) = (cx.now, Reporter::of(cx, id));
    cx.read(move |conn| {
        let (mut concern, mut events) = (store::get(conn, id)?, store::events_for(conn, id, Readers::Reporter)?);
        agenda::settle(conn, id, &mut events, now)?;
        let checkback = Standing::read(conn, id, &events, &opened, now)?;
        let (elsewhere, referrals) = (elsewhere(conn, id)?, store::referrals_of(conn, id)?);
        let (mut answers, mut media) = (answers::of(conn, id)?, media::of(conn, id)?);
        let against = appeals::against(conn, &concern)?;
        let masked = redactions::of(conn, Target::concern(id))?;
        let words = sealing::of_reporter(conn, id, Part::File, &opened)?;
        words.unveil(&mut concern);
        words.unveil(&mut events);
        words.unveil(&mut answers);
        words.unveil(&mut media);
        Ok(Told {
            shut: words.is_shut() || checkback.reads.is_shut(),
            not_given: words.is_not_given() || checkback.reads.is_not_given(),
            masked,
            referrals,
            answers,
            media,
            concern,
            events,
            checkback,
            against,
            elsewhere,
        })
    })
    .await
}

fn view<'a>(cx: &Cx, form: &'a Form, told: &Told) -> FollowedPage<'a> {
    let (l, r) = (cx.l, &cx.r);
    let (concern, events, media) = (&told.concern, &told.events, &told.media);
    let since: Option<i64> = cx.query("since").parse().ok();
    let seen = since.filter(|s| *s > 0).map(Time);
    let category = r.category(concern.category_id);
    let question = events.iter().rev().find(|e| e.kind == EventKind::Ask).filter(|_| concern.waiting);
    let (fresh, before) = timeline(l, events, r, seen).into_iter().partition(Moment::is_new);
    let to_all = concern.audience == Audience::Public;
    // Of what is followed in another file, that one is asked about.
    let askable = told.elsewhere.is_none() && concern.outcome_askable(events, cx.now);
    let page = cx.page().with_exit();
    let locked = cx.actor.account().is_some() && cx.key().is_none();
    let key = locked.then(|| urls::key_then(cx.lang(), &page.here));
    FollowedPage {
        masked: told
            .masked
            .iter()
            .map(|one| l.redaction_done(page.date(&one.at), ground::say(l, &one.reason)))
            .collect(),
        appeal: appeals::mine(&page, concern, &told.against),
        page,
        form,
        shut: told.shut,
        key,
        not_given: told.not_given,
        number: concern.number().to_string(),
        icon: r.category_icon(concern.category_id).to_owned(),
        category: category.map_or_else(String::new, |c| c.name(cx.lang()).to_owned()),
        place: r.place_name(concern.area_id),
        chip: Chip::of(l, concern),
        clock: ClockMark::of(l, concern, cx.now),
        with: With::of(l, r, concern, &told.referrals, cx.now),
        act: last_act(l, concern.last_act_at, cx.now),
        reason: concern.reason.map(|reason| words::reason(l, reason)),
        handed: handover::news(events).map(|at| l.handover_told(l.date(at.civil().date()))),
        question: question.map(|e| said(l, &e.body)),
        asked: askable && concern.outcome.is_none(),
        corrects: concern.outcome.filter(|_| askable).map(|outcome| words::outcome(l, outcome)),
        standing: concern
            .standing(cx.now)
            .filter(|_| told.elsewhere.is_none())
            .map(|standing| words::standing(l, standing)),
        checkback: told.checkback.clone(),
        since: seen.is_some(),
        fresh,
        before,
        landmark: said(l, &concern.landmark),
        words: said(l, &concern.words),
        answers: answers::told(r, &told.answers, l),
        readers: match concern.moderation {
            Moderation::Published => l.follow_readers_all(),
            _ if to_all => l.follow_readers_unit(),
            _ => words::audience(l, concern.audience),
        },
        helpers: Helper::all(l, r, concern.category_id),
        to: To::of(l, concern.audience),
        publication: to_all.then(|| words::moderation(l, concern.moderation)),
        gallery: Gallery::all(l, media),
        joined: told.elsewhere.as_ref().map(|there| Joined::new(l, r, there, seen, cx.now)),
    }
}

/// Whoever holds a supporter's code does not speak as the reporter (403).
pub(in crate::concerns) fn permit_reporter(cx: &Cx) -> Result<()> {
    let holder = if cx.supported().is_some() { Holder::Supporter } else { Holder::Reporter };
    permit(&cx.actor, &Deed::SpeakAsReporter(holder))
}

/// The reporter writes or answers.
pub(super) async fn message(cx: Cx, mut form: Form) -> Answer {
    permit_reporter(&cx)?;
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let body = form.words("body", 2, MESSAGE);
    let Some(body) = form.done(body) else { return again(&cx, &form, id).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::reply(tx, &actor, &r, id, &body)).await?;
    cx.see_done(urls::followed(cx.lang()), Notice::Sent)
}

/// The reporter says whether it is fixed.
pub(super) async fn outcome(cx: Cx, mut form: Form) -> Answer {
    permit_reporter(&cx)?;
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let outcome = form.pick("outcome", Outcome::parse);
    let words = form.words("words", 0, MESSAGE);
    if outcome == Some(Outcome::Partly) && words.as_ref().is_some_and(|words| words.chars().count() < 3) {
        form.fail("words", L::outcome_missing);
    }
    let said = outcome.zip(words);
    let Some((outcome, words)) = form.done(said) else { return again(&cx, &form, id).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::say_outcome(tx, &actor, &r, id, outcome, &words)).await?;
    cx.see_done(urls::followed(cx.lang()), Notice::Sent)
}

/// The open concern once more, with what is wrong.
pub(in crate::concerns) async fn again(cx: &Cx, form: &Form, id: ConcernId) -> Answer {
    let told = load(cx, id).await?;
    cx.invalid(&view(cx, form, &told))
}

/// Opens a concern that the reader filed with their account, without its code (a lost code is no lost concern). Whose it is, the
/// policy decides; of what is somebody else's there is nothing (404).
pub(super) async fn open_own(cx: Cx, _form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let (id, owner) = cx.read(move |conn| store::owner(conn, number)?.ok_or(Error::NotFound)).await?;
    permit(&cx.actor, &Deed::OpenOwn(owner))?;
    cx.follow(id, None)?;
    cx.see(urls::followed(cx.lang()))
}

/// Closes the concern; the phone keeps nothing of it.
pub(super) async fn close(cx: Cx, _form: Form) -> Answer {
    cx.stop_following();
    gone(&cx, cx.see(urls::home(cx.lang()))?)
}

/// « Quitter vite » (R18): nothing of ours stays, and the reader is elsewhere.
pub(super) async fn leave(cx: Cx) -> Answer {
    cx.stop_following();
    gone(&cx, cx.see(&cx.site.settings.exit_url)?)
}

/// Asks the browser to forget what it kept of us.
pub(super) fn gone(cx: &Cx, mut answer: actix_web::HttpResponse) -> Answer {
    cx.forget_said_so(&mut answer);
    cx.forget_language(&mut answer);
    let what = HeaderValue::from_static("\"cache\", \"storage\"");
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), what);
    Ok::<_, Error>(answer)
}
