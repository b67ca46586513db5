//! What a service sees of what was referred to it (P6): the concern as its public would read it, the unit's errand, and whether
//! it takes it. Never an internal note, never what is between the unit and the reporter, never the hour of what a resident did.

use std::sync::Arc;

use askama::Template;

use super::super::media::{self, Gallery, Medium};
use super::super::model::{Concern, Event, Readers, Referral, ReferralState, State};
use super::super::parts::{Chip, ClockMark, Moment, acceptance_due, excerpt, glimpse, last_act, said};
use super::super::public::moments;
use super::super::sealing::{self, Part, Sight, Words};
use super::super::{actions, store as concerns};
use super::forms;
use super::store::{self, Handed};
use crate::base::{HOUR, ReferralId};
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::policy::{Audience, Deed, may, permit};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// Class, icon and word of where a referral stands; of one that nobody answered before the concern was closed, too.
pub(super) fn standing(l: L, state: ReferralState, concern: State) -> (&'static str, &'static str, Text) {
    match state {
        ReferralState::Pending if !concern.is_open() => ("closed", "closed", l.desk_referral_over()),
        ReferralState::Pending => ("soon", "clock", l.desk_referral_pending()),
        ReferralState::Accepted => ("ok", "ok", l.desk_referral_accepted()),
        ReferralState::Refused => ("closed", "back", l.desk_referral_refused()),
        ReferralState::Withdrawn => ("closed", "lock", l.sealed_referral_withdrawn()),
    }
}

struct Line {
    href: String,
    title: String,
    number: String,
    icon: String,
    category: String,
    place: String,
    asked: String,
    chip: Chip,
    act: String,
    state: (&'static str, &'static str, Text),
    /// How long it has left to say whether it takes it.
    clock: Option<ClockMark>,
    service: String,
}

#[derive(Template)]
#[template(path = "desk/referrals.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    several: bool,
    first: Option<String>,
    next: Option<String>,
}

/// `/{l}/desk/referrals`
pub(super) async fn list(cx: Cx) -> Answer {
    let (partners, cursor) = (cx.actor.partners(), cx.cursor());
    let several = partners.len() > 1;
    let sealed: Vec<_> = partners.iter().copied().filter(|p| cx.r.may_be_given(*p, Audience::Sealed)).collect();
    sealing::settle(&cx).await?;
    let slice = cx.read(move |conn| store::handed(conn, &partners, &sealed, cursor)).await?;
    let base = urls::desk_referrals(cx.lang());
    let page = cx.page();
    let line = |handed: &Handed| {
        // A service that gave it back no longer reads it.
        let gone = handed.state == ReferralState::Refused;
        Line {
            href: urls::desk_referral_file(cx.lang(), handed.id),
            title: if gone { handed.number().to_string() } else { glimpse(cx.l, handed.audience, &handed.words) },
            number: if gone { String::new() } else { handed.number().to_string() },
            icon: cx.r.category_icon(handed.category_id).to_owned(),
            category: cx.r.category_name(handed.category_id, cx.lang()).to_owned(),
            place: cx.r.area_name(handed.area_id).to_owned(),
            asked: page.ago(&handed.asked_at),
            chip: Chip::new(cx.l, handed.concern_state, handed.reopened),
            act: last_act(cx.l, handed.last_act_at, cx.now),
            state: standing(cx.l, handed.state, handed.concern_state),
            clock: ClockMark::new(
                cx.l,
                handed.state == ReferralState::Pending && handed.concern_state.is_open(),
                handed.asked_at.plus(cx.r.acceptance * HOUR),
                cx.now,
            ),
            service: cx.r.partner(handed.partner_id).map_or_else(String::new, |p| p.name(cx.lang()).to_owned()),
        }
    };
    let lines = slice.items.iter().map(line).collect();
    let next = slice.next.map(|cursor| urls::with_query(&base, &[("after", &cursor.to_string())]));
    let first = cx.cursor().map(|_| base);
    cx.html(&ListPage { lines, several, first, next, page })
}

#[derive(Template)]
#[template(path = "desk/referral.html")]
struct FilePage {
    page: Page,
    form: Form,
    /// Where the reader's key is opened, while the words want it; and whether somebody else must come first.
    shut: Option<String>,
    not_given: bool,
    number: String,
    title: String,
    action: String,
    chip: Chip,
    state: (&'static str, &'static str, Text),
    pending: bool,
    clock: Option<ClockMark>,
    /// True while the service may read the words.
    open: bool,
    service: String,
    errand: String,
    asked: String,
    answer: String,
    icon: String,
    category: String,
    place: String,
    landmark: String,
    text: String,
    lang: &'static str,
    moments: Vec<Moment>,
    gallery: Gallery,
}

impl FilePage {
    fn new(cx: &Cx, read: &Read, form: Form) -> FilePage {
        let Read { referral, concern, events, media, words } = read;
        let page = cx.page();
        let open = referral.state != ReferralState::Refused;
        FilePage {
            form,
            shut: words.is_shut().then(|| urls::key_then(cx.lang(), &page.here)),
            not_given: words.is_not_given(),
            number: concern.number().to_string(),
            title: if open { excerpt(&said(cx.l, &concern.words)) } else { concern.number().to_string() },
            action: urls::desk_referral_file(cx.lang(), referral.id),
            chip: Chip::of(cx.l, concern),
            state: standing(cx.l, referral.state, concern.state),
            pending: referral.state == ReferralState::Pending && concern.state.is_open(),
            clock: ClockMark::new(
                cx.l,
                referral.state == ReferralState::Pending && concern.state.is_open(),
                acceptance_due(&cx.r, referral),
                cx.now,
            ),
            open,
            service: cx.r.partner(referral.partner_id).map_or_else(String::new, |p| p.name(cx.lang()).to_owned()),
            errand: said(cx.l, &referral.note),
            asked: page.datetime(&referral.asked_at),
            answer: said(cx.l, &referral.answer),
            icon: cx.r.category_icon(concern.category_id).to_owned(),
            category: cx.r.category_name(concern.category_id, cx.lang()).to_owned(),
            place: cx.r.area_name(concern.area_id).to_owned(),
            landmark: said(cx.l, &concern.landmark),
            text: said(cx.l, &concern.words),
            lang: concern.lang.code(),
            moments: moments(cx.l, events, &cx.r, None),
            gallery: Gallery::photos(cx.l, media),
            page,
        }
    }
}

/// What a service reads of a file.
struct Read {
    referral: Referral,
    concern: Concern,
    events: Vec<Event>,
    media: Vec<Medium>,
    words: Words,
}

async fn load(cx: &Cx, id: ReferralId) -> Result<Read> {
    sealing::settle(cx).await?;
    let (actor, r, key, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.key(), cx.now);
    cx.read(move |conn| {
        let mut referral = concerns::referral(conn, id)?;
        permit(&actor, &Deed::AnswerReferral(referral.partner_id))?;
        let mut concern = concerns::get(conn, referral.concern_id)?;
        referral.readable(&r, concern.audience)?;
        let mut events = match referral.state {
            ReferralState::Refused | ReferralState::Withdrawn => Vec::new(),
            _ => concerns::events_for(conn, concern.id, Readers::Public)?,
        };
        // Photos only while the file stands with the service.
        let facts = concerns::facts_for(conn, &actor, &r, &concern)?;
        let mut media = match may(&actor, &Deed::ReadFile(&facts)) {
            true => media::of(conn, concern.id)?,
            false => Vec::new(),
        };
        let words = sealing::of_reader(conn, (concern.id, Part::File), key.as_deref(), now)?;
        words.unveil(&mut referral);
        words.unveil(&mut concern);
        words.unveil(&mut events);
        words.unveil(&mut media);
        Ok(Read { referral, concern, events, media, words })
    })
    .await
}

/// A service that reads what is protected is in the ledger before it sees it.
async fn record(cx: &Cx, file: &Read) -> Result<()> {
    sealing::record_file(cx, &file.concern, &file.words, Sight::File).await
}

/// `/{l}/desk/referrals/{id}`
pub(super) async fn show(cx: Cx) -> Answer {
    let file = load(&cx, cx.id("id")?).await?;
    record(&cx, &file).await?;
    cx.html(&FilePage::new(&cx, &file, Form::blank()))
}

/// Takes it, or gives it back.
pub(super) async fn answer(cx: Cx, mut form: Form) -> Answer {
    let id: ReferralId = cx.id("id")?;
    let file = load(&cx, id).await?;
    let Some((accepted, sentence)) = forms::referral_answer(&mut form) else {
        record(&cx, &file).await?;
        return cx.invalid(&FilePage::new(&cx, &file, form));
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::answer_referral(tx, &actor, &r, id, accepted, &sentence)).await?;
    cx.see_done(urls::desk_referral_file(cx.lang(), id), Notice::Saved)
}
