//! A thread: its posts, what was done to it, and the form to write.

use askama::Template;

use super::post::{PostView, link};
use super::{held, place};
use crate::forums::badge;
use crate::i18n::Text;
use crate::moderation::appeals::Mine;
use crate::moderation::ground;
use crate::moderation::standing::Standing;
use crate::talk::model::{Post, PostState, Trace, TraceKind, voices, word};
use crate::talk::reads::{About, Talk, is_gone};
use crate::talk::store::posts::{PostPage, cursor};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Links to the pages around this one; empty where there is none.
struct Around {
    first: String,
    previous: String,
    next: String,
    last: String,
}

impl Around {
    fn new(url: &str, posts: &PostPage) -> Around {
        let to = |pair: Option<(&str, String)>| {
            pair.map_or_else(String::new, |(name, value)| urls::with_query(url, &[(name, &value)]))
        };
        Around {
            first: if posts.previous.is_some() { url.to_owned() } else { String::new() },
            previous: to(posts.previous.map(|c| ("before", c.to_string()))),
            next: to(posts.next.map(|c| ("after", c.to_string()))),
            last: to(posts.next.map(|_| ("page", "last".to_owned()))),
        }
    }
}

/// What was done to the thread: the sentence, why, and the other thread.
struct TraceLine {
    said: String,
    why: String,
    link: String,
}

/// A thread.
#[derive(Template)]
#[template(path = "talk/thread.html")]
pub(crate) struct ThreadPage {
    page: Page,
    form: Form,
    title: String,
    /// What it was split from, for a thread with a title of its own.
    part_of: Option<String>,
    back: (String, Text),
    posts: Vec<PostView>,
    around: Around,
    traces: Vec<TraceLine>,
    /// What was split off what is said about the same: where, how it is called, and how much is said there.
    parts: Vec<(String, String, String)>,
    locked: Option<String>,
    /// Why the reader may not write, when the committee says so.
    held_back: Option<String>,
    /// How the committee holds the reader back, until when and why.
    held: Vec<String>,
    belongs: bool,
    runs: bool,
    writes: bool,
    /// As what the reader writes, when there is no choice.
    write_as: String,
    /// As what they may write, when there is.
    voices: Vec<(String, String)>,
    /// The post that is answered: its address, and whose it is.
    answering: Option<(String, String)>,
    /// Where the thread is followed, and whether it is; nothing for visitors and while nobody has written.
    follow: Option<(String, bool)>,
    post_url: String,
    here: String,
    committee_urls: [String; 3],
    login_url: String,
    note: Option<Text>,
    /// Who reads what is written here.
    help: Text,
}

impl ThreadPage {
    pub(crate) fn new(cx: &Cx, read: &Talk, answering: Option<&Post>, form: Form) -> ThreadPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let signed = cx.actor.account().is_some();
        let thread = read.thread.as_ref();
        let locked = thread.is_some_and(|t| t.locked);
        let held_back = held_back(&page, read.standing);
        let writes = signed && read.about.belongs && !locked && held_back.is_none();
        let mine: Vec<(String, String)> = voices(&cx.actor, &read.spot(r))
            .into_iter()
            .map(|voice| (word(voice), badge(&page, r, voice.0, voice.1).1.word))
            .collect();
        let opening = place::opening(page.lang, r, &read.about);
        let here = thread.map_or_else(|| opening.clone(), |t| urls::thread(page.lang, t.id));
        let committee = |to: fn(crate::base::Lang, crate::base::ThreadId) -> String| {
            thread.map_or_else(String::new, |t| to(page.lang, t.id))
        };
        let title = place::title(thread, &read.about).to_owned();
        let gone = read.left.iter().map(|(trace, to, title)| TraceLine {
            said: l.talk_trace_moved_to(page.date(&trace.at), title),
            why: trace.reason.clone(),
            link: urls::thread(page.lang, *to),
        });
        ThreadPage {
            // A split that was moved since is about its own place.
            part_of: thread.is_some_and(|t| t.subject().is_none()).then(|| l.talk_part_of(&read.about.title)),
            title,
            back: place::page_of(l, r, &read.about),
            posts: views(&page, cx, read, writes, locked),
            around: Around::new(&here, &read.posts),
            traces: gone.chain(read.traces.iter().map(|(trace, was)| trace_line(&page, trace, was.as_ref()))).collect(),
            parts: read.parts.iter().map(|part| place::part(l, part)).collect(),
            locked: locked.then(|| {
                let (at, why) = read.lock.clone().unwrap_or((page.now, "–".into()));
                l.talk_locked(l.date(at.civil().date()), why)
            }),
            held_back: held_back.filter(|_| read.about.belongs && !locked),
            held: read.held.iter().filter(|_| read.about.belongs).map(|one| held::said(&page, one)).collect(),
            belongs: read.about.belongs,
            runs: read.runs && thread.is_some(),
            writes,
            write_as: mine.first().map_or_else(String::new, |(_, word)| l.talk_as(word)),
            voices: if mine.len() > 1 { mine } else { Vec::new() },
            answering: answering.map(|p| {
                (link(&page, p), l.talk_answers(page.datetime(&p.at), badge(&page, r, p.function, p.scope_id).1.word))
            }),
            follow: thread
                .filter(|_| signed && read.about.belongs)
                .map(|t| (urls::thread_follow(page.lang, t.id), read.read_to.is_some())),
            post_url: thread.map_or(opening, |t| urls::thread_posts(page.lang, t.id)),
            committee_urls: [
                committee(urls::committee_thread),
                committee(urls::committee_thread_move),
                committee(urls::committee_thread_merge),
            ],
            here,
            login_url: urls::login_then(page.lang, &page.here),
            help: if read.about.reserved { l.talk_write_help_reserved() } else { l.talk_write_help() },
            note: (read.about.reserved && read.about.belongs).then(|| l.forums_minutes_reserved()),
            form,
            page,
        }
    }

    /// Where a post is answered, and where its words are quoted: the same page with its form filled.
    fn answer_url(&self, how: &str, id: &crate::base::PostId) -> String {
        format!("{}#write", urls::with_query(&self.here, &[(how, &id.to_string())]))
    }
}

/// The posts of the page, the first unread one marked.
fn views(page: &Page, cx: &Cx, read: &Talk, writes: bool, locked: bool) -> Vec<PostView> {
    let (l, r) = (page.l, &cx.r);
    let mut unread = read.read_to;
    let view = |p: &Post| {
        let view = PostView::new(page, r, p, read.names.get(&p.account_id).filter(|_| p.state == PostState::Visible));
        let after = |c: crate::web::Cursor| {
            let own = cursor(p);
            (own.key, own.id) > (c.key, c.id)
        };
        let fresh = unread.is_some_and(after) && !view.mine;
        if fresh {
            unread = None;
        }
        let answered = read.answered.iter().find(|a| Some(a.id) == p.reply_to);
        let against = read.against.get(&p.id);
        let fixed = against.is_some_and(|against| against.is_masked() && !against.is_upheld());
        PostView {
            answers: answered.map(|a| {
                (link(page, a), l.talk_answers(page.datetime(&a.at), badge(page, r, a.function, a.scope_id).1.word))
            }),
            appeal: against.and_then(|against| Mine::new(page, against, is_gone(p.state) || against.is_masked())),
            masked: read.masked.get(&p.id).filter(|_| p.state != PostState::Hidden).map(|why| ground::say(l, why)),
            fresh,
            open: writes && p.state == PostState::Visible,
            editable: view.mine && !locked && !fixed && matches!(p.state, PostState::Visible | PostState::Held),
            ..view
        }
    };
    read.posts.items.iter().map(view).collect()
}

/// Why somebody may not write, and until when.
fn held_back(page: &Page, standing: Standing) -> Option<String> {
    let l = page.l;
    match standing {
        Standing::Free => None,
        Standing::Slowed { next } => Some(l.talk_slowed_until(page.datetime(&next))),
        Standing::Blocked { until: Some(until) } => Some(l.talk_blocked_until(page.datetime(&until))),
        Standing::Blocked { until: None } => Some(l.talk_blocked().as_str().to_owned()),
    }
}

fn trace_line(page: &Page, trace: &Trace, was: Option<&About>) -> TraceLine {
    let l = page.l;
    let at = page.date(&trace.at);
    let said = match trace.kind {
        TraceKind::Moved => match was {
            Some(about) => l.talk_trace_moved_from(&at, &about.title),
            None => l.talk_trace_moved(&at),
        },
        TraceKind::MergedIn => l.talk_trace_merged_in(&at, trace.posts),
        TraceKind::MergedAway => l.talk_trace_merged_away(&at, trace.posts),
        TraceKind::SplitOff => l.talk_trace_split_off(&at, trace.posts),
        TraceKind::SplitFrom => l.talk_trace_split_from(&at, trace.posts),
        TraceKind::Locked => l.talk_trace_locked(&at),
        TraceKind::Unlocked => l.talk_trace_unlocked(&at),
    };
    // A thread that was joined here leads here itself.
    let other = trace.other_id.filter(|_| trace.kind != TraceKind::MergedIn);
    TraceLine {
        said,
        why: trace.reason.clone(),
        link: other.map_or_else(String::new, |id| urls::thread(page.lang, id)),
    }
}
