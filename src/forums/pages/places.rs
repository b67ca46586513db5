//! The places an account holds, and what became of them: a list of its own, and the sentences of the first page.

use askama::Template;

use super::parts::{Card, Chip, when};
use super::questions::became;
use crate::areas::Reference;
use crate::base::Lang;
use crate::forums::model::{Held, Meeting, Phase, PlaceNews, PlaceState, Question};
use crate::forums::reads::Mine;
use crate::i18n::L;
use crate::web::{Cx, Page};
use crate::{urls, web};

/// What became of a place, in a sentence.
pub(in crate::forums) fn told(l: L, m: &Meeting, news: PlaceNews) -> String {
    let at = when(l, m.starts_at);
    match news {
        PlaceNews::Cancelled => l.meet_news_cancelled(&m.title, at),
        PlaceNews::Moved => l.meet_news_moved(format!("{}, {}", m.place, m.landmark), &m.title, at),
        PlaceNews::Promoted => l.meet_news_promoted(&m.title, at),
    }
}

/// The places an account holds.
#[derive(Template)]
#[template(path = "forums/places.html")]
pub struct PlacesPage {
    page: Page,
    coming: Vec<HeldView>,
    past: Vec<HeldView>,
    refused: Vec<RefusedView>,
}

/// A question that the committee does not show.
struct RefusedView {
    url: String,
    title: String,
    lang: Lang,
    body: String,
    became: String,
}

/// A place in the list.
struct HeldView {
    card: Card,
    news: Vec<String>,
}

fn chip(page: &Page, m: &Meeting, held: &Held) -> Option<Chip> {
    let l = page.l;
    match (m.phase(page.now), held.state, held.attended_at) {
        (Phase::Cancelled, ..) => None,
        (Phase::Held, _, Some(_)) => Some(Chip::text("chip kept", "ok", l.meet_place_came())),
        (Phase::Held, _, None) => Some(Chip::text("chip", "closed", l.meet_place_absent())),
        (Phase::Upcoming, PlaceState::Kept, _) => Some(Chip::text("chip kept", "ok", l.forums_place_kept())),
        (Phase::Upcoming, PlaceState::Waiting, _) => Some(Chip::text("chip", "clock", l.forums_door_waiting())),
    }
}

fn view(page: &Page, r: &Reference, m: &Meeting, held: &Held, news: &[PlaceNews]) -> HeldView {
    let mut card = Card { url: urls::meeting_place(page.lang, m.id), ..Card::new(page, r, m) };
    card.chips.extend(chip(page, m, held));
    HeldView { card, news: news.iter().map(|one| told(page.l, m, *one)).collect() }
}

impl PlacesPage {
    pub fn new(cx: &Cx, read: &Mine) -> PlacesPage {
        let page = cx.page();
        let part = |over: bool| -> Vec<HeldView> {
            let all = read.places.iter().filter(|(m, ..)| (m.starts_at < page.now) == over);
            let mut views: Vec<HeldView> = Vec::new();
            for (m, held, news) in all {
                let mut view = view(&page, &cx.r, m, held, news);
                if read.near.iter().any(|near| near.id == m.id) {
                    let place = format!("{}, {}", m.place, m.landmark);
                    view.news.push(page.l.meet_remind(place, when(page.l, m.starts_at)));
                }
                views.push(view);
            }
            views
        };
        let refused = |(m, q): &(Meeting, Question)| RefusedView {
            url: urls::meeting_questions(page.lang, m.id),
            title: m.title.clone(),
            lang: m.lang,
            body: q.body.clone(),
            became: became(page.l, q),
        };
        PlacesPage { coming: part(false), past: part(true), refused: read.refused.iter().map(refused).collect(), page }
    }
}
