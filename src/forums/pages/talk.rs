//! Threads, and the public log of moderation.

use askama::Template;

use super::parts::{Chip, Pager, badge, committee_name};
use crate::base::PostId;
use crate::forums::model::{Act, ActKind, MeetingAudience, PostState, speaks_as};
use crate::forums::reads::Talk;
use crate::i18n::Text;
use crate::web::{Cx, Form, Page, Slice};
use crate::{urls, web};

/// A line of the public log.
pub struct LogLine {
    icon: &'static str,
    what: String,
    iso: String,
    when: String,
    why: String,
    who: String,
    target: Text,
}

/// The public log of moderation.
#[derive(Template)]
#[template(path = "forums/moderation.html")]
pub struct LogPage {
    page: Page,
    lines: Vec<LogLine>,
    pager: Pager,
}

impl LogPage {
    pub fn new(cx: &Cx, acts: &Slice<Act>) -> LogPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let line = |act: &Act| {
            let (icon, what) = match ActKind::parse(&act.action) {
                Some(ActKind::Publish) => ("publish", l.forums_log_publish()),
                Some(ActKind::Refuse) => ("refuse", l.forums_log_refuse()),
                Some(ActKind::Hide) => ("hide", l.forums_log_hide()),
                Some(ActKind::Restore) => ("publish", l.forums_log_restore()),
                Some(ActKind::Lock) => ("lock", l.forums_log_lock()),
                Some(ActKind::Unlock) => ("lock", l.forums_log_unlock()),
                None => ("history", l.forums_log_other()),
            };
            LogLine {
                icon,
                what: what.as_str().to_owned(),
                iso: act.at.rfc3339(),
                when: l.date(act.at.civil().date()),
                why: if act.reason.is_empty() { "–".into() } else { act.reason.clone() },
                who: match act.committee_id {
                    Some(c) => l.forums_log_by(committee_name(r, c, page.lang)),
                    None => l.forums_function_moderator().as_str().to_owned(),
                },
                target: match act.target.split(' ').next() {
                    Some("concern") => l.forums_log_concern(),
                    Some("post") => l.forums_log_post(),
                    Some("thread") => l.forums_log_thread(),
                    Some("rumour") => l.rumour_title(),
                    _ => l.forums_log_other(),
                },
            }
        };
        LogPage {
            lines: acts.items.iter().map(line).collect(),
            pager: Pager::new(&urls::moderation(page.lang), &[], cx.cursor(), acts.next),
            page,
        }
    }
}

/// A post on its page.
pub struct PostView {
    id: PostId,
    class: &'static str,
    badge: Chip,
    mine: bool,
    iso: String,
    when: String,
    body: Option<String>,
    hidden: String,
}

/// A thread.
#[derive(Template)]
#[template(path = "forums/thread.html")]
pub struct ThreadPage {
    page: Page,
    form: Form,
    title: String,
    meeting_url: String,
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

impl ThreadPage {
    pub fn new(cx: &Cx, read: &Talk, form: Form) -> ThreadPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let mine = cx.actor.account();
        let id = read.thread.id;
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
                    hidden: l.forums_thread_hidden(&p.reason),
                }
            })
            .collect();
        let url = urls::thread(page.lang, id);
        ThreadPage {
            title: read.meeting.title.clone(),
            meeting_url: urls::meeting(page.lang, read.meeting.id),
            posts,
            pager: Pager::new(&url, &[], cx.cursor(), read.posts.next),
            locked: read.thread.locked.then(|| {
                let (at, why) = read.lock.clone().unwrap_or((page.now, "–".into()));
                l.forums_thread_locked(l.date(at.civil().date()), why)
            }),
            belongs: read.belongs,
            runs: read.runs,
            write_as: (mine.is_some() && read.belongs && !read.thread.locked)
                .then(|| l.forums_thread_as(badge(&page, r, function, scope).1.word)),
            post_url: urls::thread_posts(page.lang, id),
            lock_url: urls::committee_thread(page.lang, id),
            login_url: urls::login_then(page.lang, &page.here),
            note: (read.meeting.audience != MeetingAudience::Open && read.belongs).then(|| l.forums_minutes_reserved()),
            form,
            page,
        }
    }
}
