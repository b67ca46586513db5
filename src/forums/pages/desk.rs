//! What waits for a moderator.

use askama::Template;

use super::parts::{Card, Chip, Promise};
use crate::areas::Reference;
use crate::base::CommitteeId;
use crate::forums::model::Meeting;
use crate::forums::reads::{Desk, ToApprove};
use crate::moderation::words::Line;
use crate::policy::{self, Deed};
use crate::web::{Cx, Page};
use crate::{urls, web};

/// A committee the reader runs or chairs.
pub struct MyCommittee {
    name: String,
    url: String,
    /// Where a meeting is announced and promises are noted, for whoever runs it.
    own: Option<(String, String)>,
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
    /// Minutes of committees the reader chairs, which others write.
    awaited: Vec<Card>,
    approve: Vec<Card>,
    /// How many of these can be approved now.
    ready: usize,
    ahead: Vec<Card>,
}

/// Lines of the row that the desk shows; the row has a page of its own.
const FIRST: usize = 5;

fn run_card(page: &Page, r: &Reference, m: &Meeting) -> Card {
    Card { url: urls::committee_meeting(page.lang, m.id), ..Card::new(page, r, m) }
}

/// Minutes in a list, with what is to be said of them.
fn minutes_card(page: &Page, r: &Reference, m: &Meeting) -> Card {
    Card { url: urls::committee_minutes(page.lang, m.id), ..Card::new(page, r, m) }
}

/// Minutes that wait for the chair; of those that cannot be approved yet, from when on, or why.
fn approve_card(page: &Page, r: &Reference, read: &ToApprove) -> Card {
    let mut card = minutes_card(page, r, &read.meeting);
    if let Some(from) = read.from {
        card.chips.push(Chip::new("badge warn", "clock", page.l.meet_approve_from(page.datetime(&from))));
    } else if read.waits {
        card.chips.push(Chip::text("badge warn", "clock", page.l.meet_approve_waiting()));
    }
    card
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
                    own: policy::may(&cx.actor, &Deed::RunCommittee(c.id)).then(|| {
                        (urls::committee_meeting_new(page.lang, c.id), urls::committee_commitments(page.lang, c.id))
                    }),
                    bulletins: urls::bulletins(page.lang, c.slug.as_str()),
                })
                .collect(),
            waiting: read.waiting.0.iter().take(FIRST).map(|item| Line::new(&page, item)).collect(),
            count: l.number(read.waiting.1),
            minutes: read.minutes.iter().map(|m| minutes_card(&page, r, m).with_minutes(&page, m, None)).collect(),
            awaited: read.awaited.iter().map(|m| minutes_card(&page, r, m).with_minutes(&page, m, None)).collect(),
            overdue: Promise::list(&page, r, &read.overdue),
            approve: read.approve.iter().map(|read| approve_card(&page, r, read)).collect(),
            ready: read.approve.iter().filter(|read| read.from.is_none() && !read.waits).count(),
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
