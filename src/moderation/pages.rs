//! The public log of moderation and the row of what waits, made ready for their templates.

use askama::Template;

use super::ground;
use super::model::{Act, ActKind};
use super::queue::{Item, Kind};
use super::words::{self, Line};
use crate::base::Time;
use crate::i18n::Text;
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
    /// How often each thing was done.
    totals: Vec<(&'static str, Text, String)>,
    /// The committees: address, name, whether it is asked for.
    committees: Vec<(String, String, bool)>,
    month: String,
}

fn is_appeal(action: &str) -> bool {
    matches!(ActKind::parse(action), Some(ActKind::AppealUpheld | ActKind::AppealRejected))
}

impl LogPage {
    pub(super) fn new(cx: &Cx, acts: &Slice<Act>, totals: &[(String, i64)]) -> LogPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let line = |act: &Act| {
            let (icon, what) = words::act(l, &act.action);
            LogLine {
                icon,
                what,
                iso: act.at.rfc3339(),
                when: l.date(act.at.civil().date()),
                why: if act.reason.is_empty() { "–".into() } else { ground::say(l, &act.reason) },
                who: match act.committee_id {
                    Some(c) => l.moderation_log_by(r.committee(c).map_or("–", |c| c.name(page.lang))),
                    // An appeal that no committee could answer is oversight's.
                    None if is_appeal(&act.action) => l.forums_function_overseer().as_str().to_owned(),
                    None => l.forums_function_moderator().as_str().to_owned(),
                },
                target: match act.target.split(' ').next() {
                    Some("concern") => l.moderation_log_concern(),
                    Some("post") => l.moderation_log_post(),
                    Some("photo") => l.redaction_photo(),
                    Some("thread") => l.moderation_log_thread(),
                    Some("rumour") => l.rumour_title(),
                    Some("account") => l.moderation_log_account(),
                    _ => l.moderation_log_other(),
                },
            }
        };
        let (committee, month) = (cx.query("committee").to_owned(), cx.query("month").to_owned());
        let counted = |(action, number): &(String, i64)| {
            let (icon, word) = words::act(l, action);
            (icon, word, l.number(*number))
        };
        LogPage {
            lines: acts.items.iter().map(line).collect(),
            pager: Pager::new(
                &urls::moderation(page.lang),
                &[("committee", &committee), ("month", &month)],
                cx.cursor(),
                acts.next,
            ),
            totals: totals.iter().map(counted).collect(),
            committees: r
                .committees
                .iter()
                .map(|c| (c.slug.clone(), c.name(page.lang).to_owned(), c.slug == committee))
                .collect(),
            month,
            page,
        }
    }
}

/// A choice among the kinds of what waits.
struct Tab {
    url: String,
    word: Text,
    here: bool,
    count: String,
}

/// What waits for a moderator, oldest first.
#[derive(Template)]
#[template(path = "moderation/queue.html")]
pub(super) struct QueuePage {
    page: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pager: Pager,
    /// How long the oldest has waited, and half of what was decided.
    ages: Option<(String, Option<String>)>,
}

impl QueuePage {
    pub(super) fn new(
        cx: &Cx,
        kind: Option<Kind>,
        waiting: &Slice<Item>,
        counts: &[(Kind, i64)],
        median: Option<i64>,
        oldest: Option<Time>,
    ) -> QueuePage {
        let page = cx.page();
        let (l, url) = (page.l, urls::committee_queue(page.lang));
        let all: i64 = counts.iter().map(|(_, count)| count).sum();
        let tab = |wanted: Option<Kind>, count: i64| {
            let word = wanted.map_or_else(|| l.moderation_queue_all(), |kind| words::kind(l, kind).1);
            let query = wanted.map_or("", |kind| kind.as_str());
            Tab { url: urls::with_query(&url, &[("kind", query)]), word, here: wanted == kind, count: l.number(count) }
        };
        let tabs = std::iter::once(tab(None, all)).chain(counts.iter().map(|(kind, n)| tab(Some(*kind), *n)));
        QueuePage {
            tabs: tabs.collect(),
            lines: waiting.items.iter().map(|item| Line::new(&page, item)).collect(),
            pager: Pager::new(&url, &[("kind", kind.map_or("", |k| k.as_str()))], cx.cursor(), waiting.next),
            ages: oldest.map(|at| (l.span(page.now.since(at).max(0)), median.map(|median| l.span(median)))),
            page,
        }
    }
}
