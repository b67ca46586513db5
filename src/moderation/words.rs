//! The words of moderation: rules, kinds of what waits, and a line of the row; a text with its marked places.

use super::ActKind;
use super::ground::Ground;
use super::guard::{self, Rule, WatchWord};
use super::queue::{self, Bench, Item, Kind, Place};
use crate::base::{Actor, Lang};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::policy::{self, Access};
use crate::urls;
use crate::web::Page;

/// A rule of the guard: its icon and its word.
pub(crate) fn rule(l: L, rule: Rule) -> (&'static str, Text) {
    match rule {
        Rule::Phone => ("phone", l.moderation_rule_phone()),
        Rule::Plate => ("traffic", l.moderation_rule_plate()),
        Rule::Email => ("answer", l.moderation_rule_email()),
        Rule::Watch => ("warn", l.moderation_rule_watch()),
    }
}

/// Rules that held a message, as they are kept (« newcomer,phone »), as words.
pub(crate) fn held_for(l: L, kept: &str) -> Vec<(&'static str, Text)> {
    let word = |word: &str| match word {
        "newcomer" => ("person", l.moderation_rule_newcomer()),
        "masked" => ("hide", l.moderation_rule_masked()),
        "repeat" => ("history", l.moderation_rule_repeat()),
        other => Rule::parse(other).map_or(("info", l.moderation_rule_other()), |found| rule(l, found)),
    };
    kept.split(',').filter(|word| !word.is_empty()).map(word).collect()
}

/// A kind of what waits: its icon and its word.
pub(crate) fn kind(l: L, kind: Kind) -> (&'static str, Text) {
    match kind {
        Kind::Concern => ("report", l.moderation_kind_concern()),
        Kind::Post => ("answer", l.moderation_kind_post()),
        Kind::Flag => ("warn", l.moderation_kind_flag()),
        Kind::Appeal => ("reopened", l.moderation_kind_appeal()),
        Kind::Question => ("meeting", l.moderation_kind_question()),
        Kind::Rumour => ("ask", l.moderation_kind_rumour()),
    }
}

/// An act of a moderator, by its word in the log: its icon and its name.
pub(crate) fn act(l: L, action: &str) -> (&'static str, Text) {
    match ActKind::parse(action) {
        Some(ActKind::Publish) => ("publish", l.moderation_log_publish()),
        Some(ActKind::Refuse) => ("refuse", l.moderation_log_refuse()),
        Some(ActKind::Hide) => ("hide", l.moderation_log_hide()),
        Some(ActKind::Restore) => ("publish", l.moderation_log_restore()),
        Some(ActKind::Lock) => ("lock", l.moderation_log_lock()),
        Some(ActKind::Unlock) => ("lock", l.moderation_log_unlock()),
        Some(ActKind::Move) => ("next", l.moderation_log_move()),
        Some(ActKind::Merge) => ("next", l.moderation_log_merge()),
        Some(ActKind::Split) => ("next", l.moderation_log_split()),
        Some(ActKind::FlagUpheld) => ("warn", l.moderation_log_flag_upheld()),
        Some(ActKind::FlagRejected) => ("ok", l.moderation_log_flag_rejected()),
        Some(ActKind::AppealUpheld) => ("reopened", l.moderation_log_appeal_upheld()),
        Some(ActKind::AppealRejected) => ("closed", l.moderation_log_appeal_rejected()),
        Some(ActKind::Redact) => ("hide", l.moderation_log_redact()),
        Some(ActKind::PhotoWhole) => ("photo", l.moderation_log_photo_whole()),
        Some(ActKind::PhotoMasked) => ("photo", l.moderation_log_photo_masked()),
        Some(ActKind::Block) => ("refuse", l.moderation_log_block()),
        Some(ActKind::Slow) => ("clock", l.moderation_log_slow()),
        Some(ActKind::Lift) => ("ok", l.moderation_log_lift()),
        None => ("history", l.moderation_log_other()),
    }
}

/// A piece of a text, with the word of the rule it meets.
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) rule: Option<Text>,
}

/// A text in pieces, those that meet a rule marked, and the rules it meets.
pub(crate) fn marked(l: L, text: &str, watch: &[WatchWord]) -> (Vec<Piece>, Vec<(&'static str, Text)>) {
    let mut pieces = Vec::new();
    let mut at = 0;
    for found in guard::find(text, watch) {
        pieces.push(Piece { text: text[at..found.place.start].to_owned(), rule: None });
        pieces.push(Piece { text: text[found.place.clone()].to_owned(), rule: Some(rule(l, found.rule).1) });
        at = found.place.end;
    }
    pieces.push(Piece { text: text[at..].to_owned(), rule: None });
    pieces.retain(|piece| !piece.text.is_empty());
    let rules = guard::check(text, watch).into_iter().map(|found| rule(l, found)).collect();
    (pieces, rules)
}

/// A line of the row of what waits.
pub(crate) struct Line {
    pub(crate) url: String,
    pub(crate) icon: &'static str,
    pub(crate) kind: Text,
    pub(crate) words: String,
    pub(crate) since: String,
    /// Why it waits.
    pub(crate) why: Vec<(&'static str, Text)>,
    /// The place it is about.
    pub(crate) spot: String,
    /// Who has it in hand, while somebody does.
    pub(crate) in_hand: Option<String>,
}

impl Line {
    /// An item as a line.
    pub(crate) fn new(page: &Page, item: &Item) -> Line {
        let l = page.l;
        let (icon, word) = kind(l, item.kind);
        Line {
            url: place(page.lang, item.place),
            icon,
            kind: word,
            words: first_words(&item.words),
            since: l.span(page.now.since(item.since).max(0)),
            why: match (item.kind, Ground::parse(&item.why)) {
                (Kind::Flag, Some(ground)) => vec![("warn", ground.say(l))],
                (Kind::Appeal, _) => vec![act(l, &item.why)],
                _ => held_for(l, &item.why),
            },
            spot: item.spot.clone(),
            in_hand: item.in_hand.map(|by| match page.actor.account() == Some(by) {
                true => l.moderation_flag_by_you().as_str().to_owned(),
                false => l.moderation_flag_by(&item.hand),
            }),
        }
    }
}

/// Where a thing is decided.
pub(crate) fn place(lang: Lang, place: Place) -> String {
    match place {
        Place::Concern(number) => urls::committee_concern(lang, number),
        Place::Post(id) => urls::committee_post(lang, id),
        Place::PostAppeal(id) => urls::committee_post_appeal(lang, id),
        Place::ConcernAppeal(number) => urls::committee_concern_appeal(lang, number),
        Place::Question(meeting, id) => format!("{}#held-{id}", urls::meeting_questions(lang, meeting)),
        Place::Rumour(id) => format!("{}#ask-{id}", urls::rumours_desk(lang)),
    }
}

/// Where a moderator goes after a decision: to what is the oldest now; to the row when nothing waits, or when what does is decided on
/// a page that is not the moderators' own.
pub(crate) fn onward(lang: Lang, next: Option<Place>) -> String {
    let own = next.filter(|next| !matches!(next, Place::Question(..) | Place::Rumour(_)));
    own.map_or_else(|| urls::committee_queue(lang), |next| place(lang, next))
}

/// Where whoever answered an appeal goes on: in the row of what waits, or back to oversight, whoever sits in no committee.
///
/// # Errors
/// As every read.
pub(crate) fn after_appeal(tx: &mut Tx<'_>, lang: Lang, actor: &Actor, bench: &Bench) -> Result<String> {
    match policy::enter(actor, Access::Committee) {
        Ok(()) => Ok(onward(lang, queue::next(tx, bench)?)),
        Err(_) => Ok(urls::oversight(lang)),
    }
}

/// The longest line of words.
const LINE: usize = 90;

fn first_words(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LINE) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}
