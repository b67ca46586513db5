//! A thread.

use askama::Template;

use crate::base::{ConcernNumber, PostId};
use crate::forums::{Chip, badge};
use crate::i18n::Text;
use crate::moderation;
use crate::talk::model::{PostState, Subject, speaks_as};
use crate::talk::reads::{About, Talk};
use crate::web::{Cx, Form, Page, Pager};
use crate::{urls, web};

/// A post on its page.
struct PostView {
    id: PostId,
    class: &'static str,
    badge: Chip,
    mine: bool,
    iso: String,
    when: String,
    body: Option<String>,
    hidden: String,
    /// Where a reader says that it should not stand.
    flag: Option<String>,
}

/// A thread.
#[derive(Template)]
#[template(path = "talk/thread.html")]
pub(crate) struct ThreadPage {
    page: Page,
    form: Form,
    title: String,
    back: (String, Text),
    posts: Vec<PostView>,
    pager: Pager,
    locked: Option<String>,
    belongs: bool,
    runs: bool,
    write_as: Option<String>,
    post_url: String,
    lock_url: String,
    login_url: String,
    note: Option<Text>,
}

/// The page of what a thread is about, and where that page leads to the thread.
fn place(cx: &Cx, about: &About) -> (String, Text, String) {
    let (l, lang) = (cx.l, cx.lang());
    match about.subject {
        Subject::Meeting(id) => (urls::meeting(lang, id), l.forums_back_meeting(), urls::meeting_thread(lang, id)),
        Subject::Area(id) => {
            let slug = cx.r.area_slug(id);
            (urls::area(lang, slug), l.talk_back_area(), urls::area_thread(lang, slug))
        }
        Subject::Concern(_) => {
            let number = about.number.unwrap_or(ConcernNumber { year: 0, serial: 0 });
            (urls::concern(lang, number), l.talk_back_concern(), urls::concern_thread(lang, number))
        }
    }
}

impl ThreadPage {
    pub(crate) fn new(cx: &Cx, read: &Talk, form: Form) -> ThreadPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let mine = cx.actor.account();
        let (function, scope) = speaks_as(&cx.actor);
        let posts = read
            .posts
            .items
            .iter()
            .map(|p| {
                let (class, badge) = badge(&page, r, p.function, p.scope_id);
                let hidden = p.state == PostState::Hidden;
                PostView {
                    id: p.id,
                    class: if hidden { "post held" } else { class },
                    badge,
                    mine: mine == Some(p.account_id),
                    iso: p.at.rfc3339(),
                    when: page.datetime(&p.at),
                    body: (!hidden).then(|| p.body.clone()),
                    hidden: l.talk_hidden(moderation::ground::say(l, &p.reason)),
                    flag: (!hidden && mine != Some(p.account_id)).then(|| urls::flag_post(page.lang, p.id)),
                }
            })
            .collect();
        let (back, word, opening) = place(cx, &read.about);
        let id = read.thread.as_ref().map(|t| t.id);
        let locked = read.thread.as_ref().is_some_and(|t| t.locked);
        let url = id.map_or_else(|| opening.clone(), |id| urls::thread(page.lang, id));
        ThreadPage {
            title: read.about.title.clone(),
            back: (back, word),
            posts,
            pager: Pager::new(&url, &[], cx.cursor(), read.posts.next),
            locked: locked.then(|| {
                let (at, why) = read.lock.clone().unwrap_or((page.now, "–".into()));
                l.talk_locked(l.date(at.civil().date()), why)
            }),
            belongs: read.about.belongs,
            runs: read.runs && id.is_some(),
            write_as: (mine.is_some() && read.about.belongs && !locked)
                .then(|| l.talk_as(badge(&page, r, function, scope).1.word)),
            post_url: id.map_or(opening, |id| urls::thread_posts(page.lang, id)),
            lock_url: id.map_or_else(String::new, |id| urls::committee_thread(page.lang, id)),
            login_url: urls::login_then(page.lang, &page.here),
            note: (read.about.reserved && read.about.belongs).then(|| l.forums_minutes_reserved()),
            form,
            page,
        }
    }
}
