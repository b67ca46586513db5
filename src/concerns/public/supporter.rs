//! The code page of a supporter: what everybody may read of the concern, since they were here last, and a way out. Nothing that
//! is between the reporter and the unit; and when the concern is not public any more, nothing of it but its number.

use std::sync::Arc;

use askama::Template;

use super::follow::gone;
use super::show::moments;
use crate::base::{ConcernId, Time};
use crate::concerns::merging::public::{Joined, elsewhere};
use crate::concerns::model::Readers;
use crate::concerns::parts::{Chip, ClockMark, Moment, last_act};
use crate::concerns::{agenda, store, supports};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/supporter.html")]
struct SupporterPage {
    page: Page,
    number: String,
    shown: Option<Shown>,
    /// Where it is followed, when another one stands for both.
    joined: Option<Joined>,
}

/// What is public of it now.
struct Shown {
    url: String,
    words: String,
    lang: &'static str,
    icon: String,
    category: String,
    place: String,
    chip: Chip,
    clock: Option<ClockMark>,
    act: String,
    supports: String,
    since: bool,
    fresh: Vec<Moment>,
    before: Vec<Moment>,
}

/// The page.
pub(super) async fn read(cx: &Cx, id: ConcernId) -> Answer {
    let now = cx.now;
    let (concern, events, there) = cx
        .read(move |conn| {
            let concern = store::get(conn, id)?;
            let mut events =
                if concern.is_public() { store::events_for(conn, id, Readers::Public)? } else { Vec::new() };
            agenda::settle(conn, id, &mut events, now)?;
            Ok((concern, events, elsewhere(conn, id)?))
        })
        .await?;
    let (l, r) = (cx.l, Arc::clone(&cx.r));
    let category = r.category(concern.category_id);
    let seen = cx.query("since").parse().ok().filter(|s| *s > 0).map(Time);
    let shown = concern.is_public().then(|| {
        let (fresh, before) = moments(l, &events, &r, seen).into_iter().partition(Moment::is_new);
        Shown {
            url: urls::concern(cx.lang(), concern.number()),
            words: concern.words.as_str().to_owned(),
            lang: concern.lang.code(),
            icon: r.category_icon(concern.category_id).to_owned(),
            category: category.map_or_else(String::new, |c| c.name(cx.lang()).to_owned()),
            place: r.place_name(concern.area_id),
            chip: Chip::of(l, &concern),
            clock: ClockMark::of(l, &concern, cx.now),
            act: last_act(l, concern.last_act_at, cx.now),
            supports: l.concern_supports(concern.supports),
            since: seen.is_some(),
            fresh,
            before,
        }
    });
    let joined = there.map(|there| Joined::new(l, &r, &there, seen, cx.now));
    cx.html(&SupporterPage { page: cx.page().with_exit(), number: concern.number().to_string(), shown, joined })
}

/// Withdraws the « moi aussi »: the count falls, the code opens nothing, this phone forgets.
pub(super) async fn withdraw(cx: Cx, form: Form) -> Answer {
    let Some((_, key)) = cx.supported() else { return cx.see(urls::follow(cx.lang())) };
    cx.deed(&form, move |tx| supports::withdraw(tx, &key)).await?;
    cx.stop_following();
    gone(&cx, cx.see_done(urls::home(cx.lang()), web::Notice::Saved)?)
}
