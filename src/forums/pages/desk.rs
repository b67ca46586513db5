//! What waits for a moderator.

use askama::Template;

use super::parts::{Card, Chip, Promise};
use crate::areas::Reference;
use crate::base::CommitteeId;
use crate::forums::model::Meeting;
use crate::forums::reads::Desk;
use crate::moderation::words::Line;
use crate::web::{Cx, Page};
use crate::{urls, web};

/// A committee the reader runs.
pub struct MyCommittee {
    name: String,
    url: String,
    announce: String,
    promises: String,
    /// Where this month's bulletins of its quartiers are found.
    bulletins: String,
}

/// What waits for a moderator.
#[derive(Template)]
#[template(path = "forums/desk.html")]
pub struct DeskPage {
    page: Page,
    mine: Vec<MyCommittee>,
    /// The first of what waits for a moderator, and how much does.
    waiting: Vec<Line>,
    count: String,
    minutes: Vec<Card>,
    overdue: Vec<Promise>,
    claimed: Vec<Promise>,
    approve: Vec<Card>,
    ahead: Vec<Card>,
}

/// Lines of the row that the desk shows; the row has a page of its own.
const FIRST: usize = 5;

fn run_card(page: &Page, r: &Reference, m: &Meeting) -> Card {
    Card { url: urls::committee_meeting(page.lang, m.id), ..Card::new(page, r, m) }
}

impl DeskPage {
    pub fn new(cx: &Cx, mine: &[CommitteeId], read: &Desk) -> DeskPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        DeskPage {
            mine: mine
                .iter()
                .filter_map(|id| r.committee(*id))
                .map(|c| MyCommittee {
                    name: c.name(page.lang).to_owned(),
                    url: urls::forum(page.lang, c.slug.as_str()),
                    announce: urls::committee_meeting_new(page.lang, c.id),
                    promises: urls::committee_commitments(page.lang, c.id),
                    bulletins: urls::bulletins(page.lang, c.slug.as_str()),
                })
                .collect(),
            waiting: read.waiting.0.iter().take(FIRST).map(|item| Line::new(&page, item)).collect(),
            count: l.number(read.waiting.1),
            minutes: read
                .minutes
                .iter()
                .map(|m| Card {
                    url: urls::committee_minutes(page.lang, m.id),
                    ..Card::new(&page, r, m).with_minutes(&page, m, None)
                })
                .collect(),
            overdue: Promise::list(&page, r, &read.overdue),
            approve: read
                .approve
                .iter()
                .map(|m| Card { url: urls::committee_minutes(page.lang, m.id), ..Card::new(&page, r, m) })
                .collect(),
            claimed: Promise::list(&page, r, &read.claimed),
            ahead: read
                .ahead
                .iter()
                .map(|(m, own)| {
                    let mut card = run_card(&page, r, m);
                    card.chips.push(match own {
                        0 => Chip::text("badge warn", "agenda", l.forums_desk_no_agenda()),
                        n => Chip::new("badge ok", "agenda", l.forums_desk_agenda_ok(*n)),
                    });
                    card
                })
                .collect(),
            page,
        }
    }
}
