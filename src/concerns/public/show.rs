//! A concern as everybody reads it: words, quartier, state, honest clock, timeline. What is not public is not there (404).

use std::sync::Arc;

use askama::Template;

use crate::areas::Reference;
use crate::base::{ConcernNumber, Function, Time};
use crate::concerns::agenda::{self, Choice};
use crate::concerns::following::{Follow, follows_concern};
use crate::concerns::media::{self, Gallery, Medium};
use crate::concerns::merging::public::{Elsewhere, Joined, elsewhere};
use crate::concerns::model::{Concern, Event, Readers, State};
use crate::concerns::parts::{Chip, ClockMark, Moment, With, last_act};
use crate::concerns::spoken::said_of;
use crate::concerns::{store, words};
use crate::error::Error;
use crate::i18n::{L, Text};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/show.html")]
struct ShowPage {
    page: Page,
    number: String,
    icon: String,
    category: String,
    place: String,
    place_url: String,
    unit: String,
    unit_url: String,
    words: String,
    lang: String,
    filed: String,
    supports: String,
    chip: Chip,
    clock: Option<ClockMark>,
    /// With which service it is now.
    with: Option<With>,
    act: String,
    reason: Option<Text>,
    /// What the police say, and what the resident says: two columns (O2).
    result: Option<(Text, Text)>,
    open: bool,
    support_url: String,
    /// For somebody with an account.
    follow: Option<Follow>,
    moments: Vec<Moment>,
    gallery: Gallery,
    /// Where it is followed, when another one stands for both.
    joined: Option<Joined>,
    /// Where it is talked about, and how many posts there are; nowhere while another one stands for it.
    talk: Option<(String, i64)>,
    flag_url: String,
    /// Putting it on a meeting's agenda, for a committee.
    agenda: Option<Choice>,
    form: Form,
}

/// The page.
pub(super) async fn show(cx: Cx) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let account = cx.actor.account();
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    let (concern, (events, referrals), media, (followed, said, coming), there) = cx
        .read(move |conn| {
            let concern = store::find_public(conn, number)?.ok_or(Error::NotFound)?;
            let mut events = store::events_for(conn, concern.id, Readers::Public)?;
            agenda::settle(conn, concern.id, &mut events, now)?;
            let media = media::of(conn, concern.id)?;
            let followed = account.map(|account| follows_concern(conn, account, concern.id)).transpose()?;
            let there = elsewhere(conn, concern.id)?;
            let referrals = store::referrals_of(conn, concern.id)?;
            let said = said_of(conn, concern.id)?;
            let coming = agenda::coming(conn, &r, &actor, &concern, now)?;
            Ok((concern, (events, referrals), media, (followed, said, coming), there))
        })
        .await?;
    let page = view(&cx, &concern, &events, &media, followed);
    let joined = there.as_ref().map(|there: &Elsewhere| Joined::new(cx.l, &cx.r, there, None, cx.now));
    // Of what is followed in another file, that one says the result.
    let result = page.result.filter(|_| joined.is_none());
    let with = With::of(cx.l, &cx.r, &concern, &referrals, cx.now);
    let talk = joined.is_none().then(|| (urls::concern_thread(cx.lang(), concern.number()), said));
    let agenda = coming.as_ref().map(|coming| Choice::new(cx.l, number, coming));
    cx.html(&ShowPage { joined, result, with, talk, agenda, ..page })
}

fn view(cx: &Cx, concern: &Concern, events: &[Event], media: &[Medium], followed: Option<bool>) -> ShowPage {
    let (l, lang) = (cx.l, cx.lang());
    let r = Arc::clone(&cx.r);
    ShowPage {
        page: cx.page(),
        number: concern.number().to_string(),
        icon: r.category_icon(concern.category_id).to_owned(),
        category: r.category_name(concern.category_id, lang).to_owned(),
        place: r.place_name(concern.area_id),
        place_url: r.area(concern.area_id).map_or_else(|| urls::areas(lang), |a| urls::area(lang, a.slug.as_str())),
        unit: r.unit_name(concern.unit_id).to_owned(),
        unit_url: r.unit(concern.unit_id).map_or_else(|| urls::units(lang), |u| urls::unit(lang, u.slug.as_str())),
        words: concern.words.as_str().to_owned(),
        lang: concern.lang.to_string(),
        filed: l.date(concern.filed_at.civil().date()),
        supports: if concern.supports > 0 { l.concern_supports(concern.supports) } else { String::new() },
        chip: Chip::of(l, concern),
        clock: ClockMark::of(l, concern, cx.now),
        with: None,
        act: last_act(l, concern.last_act_at, cx.now),
        reason: concern.reason.map(|reason| words::reason(l, reason)),
        result: concern.standing(cx.now).map(|standing| {
            let settled = concern.state == State::Resolved;
            (if settled { l.outcome_claimed() } else { l.outcome_unclaimed() }, words::standing(l, standing))
        }),
        open: concern.state.is_open(),
        follow: followed.map(|on| Follow::concern(concern.number(), on)),
        support_url: urls::concern_support(lang, concern.number()),
        moments: moments(l, events, &r, None),
        gallery: Gallery::public(l, media),
        joined: None,
        talk: None,
        flag_url: urls::flag_concern(lang, concern.number()),
        agenda: None,
        form: Form::blank(),
    }
}

/// The public timeline, newest first. Of what a resident did the day is told, not the minute, which could point at somebody.
pub(in crate::concerns) fn moments(l: L, events: &[Event], r: &Reference, seen: Option<Time>) -> Vec<Moment> {
    let day = |event: &Event| {
        let moment = Moment::new(l, event, r, seen);
        match event.function {
            Function::Resident | Function::Relay => {
                let (when, datetime) = (l.date(event.at.civil().date()), event.at.day().to_string());
                Moment { when, datetime, ..moment }
            }
            _ => moment,
        }
    };
    events.iter().rev().map(day).collect()
}
