//! A post, as it stands in a thread, in a digest or alone.

use crate::areas::Reference;
use crate::base::PostId;
use crate::forums::{Chip, badge};
use crate::moderation::appeals::Mine;
use crate::moderation::ground;
use crate::talk::markup;
use crate::talk::model::{Post, PostState};
use crate::urls;
use crate::web::{Page, masked_html};

/// A post on a page.
pub(crate) struct PostView {
    pub(super) id: PostId,
    pub(super) class: &'static str,
    /// In which function, for whom; and by which name, where they want it shown.
    pub(super) badge: Chip,
    pub(super) mine: bool,
    pub(super) iso: String,
    pub(super) when: String,
    /// Its own address.
    pub(super) link: String,
    /// The words, made safe; nothing where they are hidden.
    pub(super) body: Option<String>,
    /// Why it is hidden.
    pub(super) hidden: String,
    /// That it waits, or was refused; only its author reads this.
    pub(super) waits: Option<String>,
    /// What was decided on it and said against that; only its author reads this.
    pub(super) appeal: Option<Mine>,
    /// Why a part of it is black.
    pub(super) masked: Option<String>,
    /// Which post it answers: where, and whose.
    pub(super) answers: Option<(String, String)>,
    /// When it was edited, and where its history is.
    pub(super) edited: Option<(String, String)>,
    /// True for the first one that the reader has not seen.
    pub(super) fresh: bool,
    /// True when the reader may answer it.
    pub(super) open: bool,
    /// True when the reader may change it.
    pub(super) editable: bool,
    /// Where a reader says that it should not stand.
    pub(super) flag: Option<String>,
}

/// A post's own address: its thread, from it on. It leads there wherever the post stands by then.
pub(super) fn link(page: &Page, post: &Post) -> String {
    let id = post.id.to_string();
    format!("{}#p-{id}", urls::with_query(urls::thread(page.lang, post.thread_id), &[("post", &id)]))
}

impl PostView {
    /// As everybody meets it, who may do nothing with it.
    pub(crate) fn new(page: &Page, r: &Reference, p: &Post, name: Option<&String>) -> PostView {
        let l = page.l;
        let (class, chip) = badge(page, r, p.function, p.scope_id);
        let mine = page.actor.account() == Some(p.account_id);
        let waits = match p.state {
            PostState::Held => Some(l.talk_waits(page.ago(&p.edited_at.unwrap_or(p.at)))),
            PostState::Refused => Some(l.talk_refused(ground::say(l, &p.reason))),
            PostState::Visible | PostState::Hidden => None,
        };
        PostView {
            id: p.id,
            class: if p.state == PostState::Visible { class } else { "post held" },
            badge: match name {
                Some(name) => chip.with(name.clone()),
                None => chip,
            },
            mine,
            iso: p.at.rfc3339(),
            when: page.datetime(&p.at),
            link: link(page, p),
            body: (p.state != PostState::Hidden).then(|| masked_html(&markup::html(&p.body), l)),
            hidden: l.talk_hidden(ground::say(l, &p.reason)),
            waits,
            appeal: None,
            masked: None,
            answers: None,
            edited: p
                .edited_at
                .filter(|_| p.state == PostState::Visible)
                .map(|at| (page.datetime(&at), urls::post_history(page.lang, p.id))),
            fresh: false,
            open: false,
            editable: false,
            flag: (!mine && p.state == PostState::Visible).then(|| urls::flag_post(page.lang, p.id)),
        }
    }
}
