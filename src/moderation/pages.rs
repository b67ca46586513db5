//! The public log of moderation, made ready for its template.

use askama::Template;

use super::model::{Act, ActKind};
use crate::i18n::{L, Text};
use crate::web::{Cx, Page, Pager, Slice};
use crate::{urls, web};

/// A line of the public log.
struct LogLine {
    icon: &'static str,
    what: Text,
    iso: String,
    when: String,
    why: String,
    who: String,
    target: Text,
}

/// The public log of moderation.
#[derive(Template)]
#[template(path = "moderation/log.html")]
pub(super) struct LogPage {
    page: Page,
    lines: Vec<LogLine>,
    pager: Pager,
}

fn what(l: L, action: &str) -> (&'static str, Text) {
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
        None => ("history", l.moderation_log_other()),
    }
}

impl LogPage {
    pub(super) fn new(cx: &Cx, acts: &Slice<Act>) -> LogPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let line = |act: &Act| {
            let (icon, what) = what(l, &act.action);
            LogLine {
                icon,
                what,
                iso: act.at.rfc3339(),
                when: l.date(act.at.civil().date()),
                why: if act.reason.is_empty() { "–".into() } else { act.reason.clone() },
                who: match act.committee_id {
                    Some(c) => l.moderation_log_by(r.committee(c).map_or("–", |c| c.name(page.lang))),
                    None => l.forums_function_moderator().as_str().to_owned(),
                },
                target: match act.target.split(' ').next() {
                    Some("concern") => l.moderation_log_concern(),
                    Some("post") => l.moderation_log_post(),
                    Some("thread") => l.moderation_log_thread(),
                    Some("rumour") => l.rumour_title(),
                    _ => l.moderation_log_other(),
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
