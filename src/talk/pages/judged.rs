//! One message before its moderator.

use askama::Template;

use crate::forums::{Chip, badge};
use crate::i18n::{L, Text};
use crate::moderation::appeals::Card;
use crate::moderation::flagging::FlagLine;
use crate::moderation::flags::Flag;
use crate::moderation::ground::{self, Ground};
use crate::moderation::redactions::found;
use crate::moderation::restraints::Held;
use crate::moderation::standing::Restraint;
use crate::moderation::words::{self, Piece};
use crate::talk::model::PostState;
use crate::talk::reads::Judged;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A message that quotes this one.
struct Quoting {
    id: String,
    who: String,
    body: String,
}

/// The page.
#[derive(Template)]
#[template(path = "talk/judged.html")]
pub(crate) struct JudgedPage {
    page: Page,
    form: Form,
    /// Its thread: where, and what that is about.
    thread: Option<(String, String)>,
    action: String,
    hold_url: String,
    split_url: String,
    badge: Chip,
    when: String,
    pieces: Vec<Piece>,
    /// The rules its words meet, and what else held it.
    rules: Vec<(&'static str, Text)>,
    seen: &'static str,
    state: (&'static str, Text),
    reason: String,
    flags: Vec<FlagLine>,
    flagged: bool,
    quoting: Vec<Quoting>,
    grounds: Vec<(&'static str, &'static str)>,
    /// Where parts of it are blacked out, and what was: when and why.
    mask_url: String,
    redactions: Vec<String>,
    /// The appeal about it that waits.
    appeal: Option<Card>,
    /// What holds its author back.
    held: Vec<String>,
    own: bool,
}

fn state(l: L, state: PostState) -> (&'static str, Text) {
    match state {
        PostState::Visible => ("public", l.moderation_post_visible()),
        PostState::Hidden => ("hide", l.moderation_post_hidden()),
        PostState::Held => ("clock", l.moderation_post_held()),
        PostState::Refused => ("refuse", l.moderation_post_refused()),
    }
}

fn held(page: &Page, held: &Held) -> String {
    let (l, until) = (page.l, held.until.map_or_else(|| "–".to_owned(), |until| page.date(&until)));
    match held.kind {
        Restraint::Block => l.moderation_held_block(until, &held.reason),
        Restraint::Slow => l.moderation_held_slow(until, held.minutes, &held.reason),
    }
}

impl JudgedPage {
    /// True where this reader answers the appeal: accepting it shows the message again, so no second form asks the same. One about
    /// a part that is black shows nothing again.
    fn answered_by_reader(&self) -> bool {
        let gone = matches!(self.seen, "hidden" | "refused");
        gone && self.appeal.as_ref().is_some_and(|appeal| appeal.action.is_some() && !appeal.masked)
    }

    pub(crate) fn new(cx: &Cx, read: &Judged, mut form: Form) -> JudgedPage {
        let (page, r) = (cx.page(), &cx.r);
        let (l, post) = (page.l, &read.post);
        form.preset("parts", found(&post.body, &read.watch));
        form.preset("days", "7");
        form.preset("minutes", "60");
        let (pieces, mut rules) = words::marked(l, &post.body, &read.watch);
        let other = words::held_for(l, &post.held_for).into_iter();
        rules.extend(other.filter(|(icon, _)| matches!(*icon, "person" | "history" | "info" | "hide")));
        let quoting = read.quoting.iter().map(|other| Quoting {
            id: other.id.to_string(),
            who: badge(&page, r, other.function, other.scope_id).1.word,
            body: other.body.clone(),
        });
        JudgedPage {
            thread: read.title.clone().map(|title| (super::post::link(&page, post), title)),
            action: urls::committee_post(page.lang, post.id),
            hold_url: urls::committee_restraint(page.lang, post.id),
            split_url: urls::committee_post_split(page.lang, post.id),
            badge: badge(&page, r, post.function, post.scope_id).1,
            when: page.datetime(&post.at),
            pieces,
            rules,
            seen: post.state.as_str(),
            state: state(l, post.state),
            reason: ground::say(l, &post.reason),
            flags: FlagLine::all(cx, &page, &read.flags, &read.hands),
            flagged: read.flags.iter().any(Flag::waits),
            quoting: quoting.collect(),
            appeal: read
                .appeal
                .as_ref()
                .map(|open| Card::new(&page, open, urls::committee_post_appeal(page.lang, post.id))),
            mask_url: urls::committee_post_redaction(page.lang, post.id),
            redactions: read
                .redactions
                .iter()
                .map(|one| l.redaction_done(page.date(&one.at), ground::say(l, &one.reason)))
                .collect(),
            grounds: Ground::options(l),
            held: read.held.iter().map(|one| held(&page, one)).collect(),
            own: cx.actor.account() == Some(post.account_id),
            form,
            page,
        }
    }
}
