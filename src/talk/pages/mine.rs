//! The threads somebody follows, and the day's digest of them.

use askama::Template;

use super::post::PostView;
use super::{held, place};
use crate::base::CommitteeId;
use crate::moderation::appeals::Mine;
use crate::moderation::restraints::Held;
use crate::talk::markup;
use crate::talk::model::Post;
use crate::talk::reads::{Followed, Own};
use crate::web::{Cx, Page, masked_html};
use crate::{urls, web};

/// A followed thread in a list.
struct Line {
    url: String,
    title: String,
    place: String,
    /// « 3 nouveaux messages »; empty when all is read.
    fresh: String,
    /// The first of them.
    first: String,
    /// « 12 messages, le dernier il y a 2 h ».
    about: String,
    unfollow: String,
}

/// The threads somebody follows.
#[derive(Template)]
#[template(path = "talk/mine.html")]
pub(crate) struct MinePage {
    page: Page,
    lines: Vec<Line>,
    unread: bool,
    /// Messages of the reader's own that were taken from their readers, and what was said against that.
    against: Vec<Taken>,
    /// What holds the reader back: whose committee, and how, until when and why.
    held: Vec<(String, String)>,
}

fn line(page: &Page, cx: &Cx, f: &Followed) -> Line {
    let l = page.l;
    let last = f.thread.last_at.map_or_else(String::new, |at| page.ago(&at));
    let title = place::title(Some(&f.thread), &f.about);
    Line {
        url: urls::thread(page.lang, f.thread.id),
        title: title.to_owned(),
        place: cx.r.place_name(f.about.area),
        fresh: if f.unread > 0 { l.talk_unread(f.unread) } else { String::new() },
        first: urls::with_query(urls::thread(page.lang, f.thread.id), &[("after", &f.read_to.to_string())]),
        about: l.talk_count_last(last, f.thread.posts),
        unfollow: urls::thread_follow(page.lang, f.thread.id),
    }
}

/// A message of one's own that was decided on.
struct Taken {
    body: String,
    mine: Mine,
    url: String,
}

fn taken(page: &Page, own: &Own) -> Option<Taken> {
    Some(Taken {
        body: masked_html(&markup::html(&own.post.body), page.l),
        mine: Mine::new(page, &own.against, own.is_away())?,
        url: urls::post_appeal(page.lang, own.post.id),
    })
}

impl MinePage {
    pub(crate) fn new(cx: &Cx, all: &[Followed], against: &[Own], held: &[(CommitteeId, Held)]) -> MinePage {
        let page = cx.page();
        let committee = |id: CommitteeId| cx.r.committee(id).map_or("–", |c| c.name(page.lang)).to_owned();
        MinePage {
            held: held.iter().map(|(id, one)| (committee(*id), held::said(&page, one))).collect(),
            lines: all.iter().map(|f| line(&page, cx, f)).collect(),
            unread: all.iter().any(|f| f.unread > 0),
            against: against.iter().filter_map(|own| taken(&page, own)).collect(),
            page,
        }
    }
}

/// What was written in one thread.
struct Part {
    line: Line,
    posts: Vec<PostView>,
    more: bool,
}

/// The day's digest.
#[derive(Template)]
#[template(path = "talk/digest.html")]
pub(crate) struct DigestPage {
    page: Page,
    since: String,
    parts: Vec<Part>,
}

impl DigestPage {
    pub(crate) fn new(cx: &Cx, since: String, told: &[(Followed, Vec<Post>, bool)]) -> DigestPage {
        let page = cx.page();
        let part = |(f, posts, more): &(Followed, Vec<Post>, bool)| Part {
            line: line(&page, cx, f),
            posts: posts.iter().map(|p| PostView::new(&page, &cx.r, p, None)).collect(),
            more: *more,
        };
        DigestPage { since, parts: told.iter().map(part).collect(), page }
    }
}
