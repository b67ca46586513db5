//! All committees, and one of them.

use askama::Template;

use super::parts::{Card, Promise, committee_name};
use crate::areas::{AreaKind, Committee, CommitteeKind, Reference};
use crate::base::UnitId;
use crate::concerns::causes::Cause;
use crate::concerns::figures::rules::Told;
use crate::forums::model::{Meeting, MeetingState, month_of};
use crate::forums::reads::{Forum, Forums};
use crate::i18n::Text;
use crate::web::{Cx, Page, Pager};
use crate::{urls, web};

/// A committee in the list of all.
pub struct CommitteeLine {
    url: String,
    name: String,
    area: String,
    next: Option<Card>,
}

/// A link with its words.
pub struct Link {
    url: String,
    word: String,
    more: String,
}

/// All committees.
#[derive(Template)]
#[template(path = "forums/forums.html")]
pub struct ForumsPage {
    page: Page,
    committees: Vec<CommitteeLine>,
    communes: Vec<Link>,
    month: String,
    missing: Vec<Link>,
    overdue: i64,
    overdue_url: String,
}

fn missing_link(page: &Page, r: &Reference, m: &Meeting) -> Link {
    Link {
        url: urls::meeting(page.lang, m.id),
        word: m.title.clone(),
        more: format!("{}, {}", committee_name(r, m.committee_id, page.lang), page.l.date(m.starts_at.civil().date())),
    }
}

impl ForumsPage {
    pub fn new(cx: &Cx, read: &Forums) -> ForumsPage {
        let (page, r) = (cx.page(), &cx.r);
        let line = |c: &Committee| CommitteeLine {
            url: urls::forum(page.lang, c.slug.as_str()),
            name: c.name(page.lang).to_owned(),
            area: r.area(c.area_id).map_or_else(String::new, |a| a.name.clone()),
            next: read.next.iter().find(|m| m.committee_id == c.id).map(|m| Card::new(&page, r, m)),
        };
        let mut committees: Vec<(i64, CommitteeLine)> = r
            .committees
            .iter()
            .filter(|c| c.active)
            .map(|c| {
                let next = read.next.iter().find(|m| m.committee_id == c.id).map_or(i64::MAX, |m| m.starts_at.0);
                (next, line(c))
            })
            .collect();
        committees.sort_by_key(|(next, _)| *next);
        let met: Vec<_> = read
            .month
            .iter()
            .filter_map(|c| r.commune_of(r.committee(*c)?.area_id).map(|commune| commune.id))
            .collect();
        let communes = r
            .areas
            .iter()
            .filter(|a| a.kind == AreaKind::Commune && a.active && !met.contains(&a.id))
            .map(|a| Link { url: urls::area(page.lang, a.slug.as_str()), word: a.name.clone(), more: String::new() })
            .collect();
        ForumsPage {
            committees: committees.into_iter().map(|(_, line)| line).collect(),
            communes,
            month: page.l.month_year(month_of(page.now).0.date()),
            missing: read.missing.iter().map(|m| missing_link(&page, r, m)).collect(),
            overdue: read.overdue,
            overdue_url: urls::with_query(urls::commitments(page.lang), &[("state", "overdue")]),
            page,
        }
    }
}

/// One committee.
#[derive(Template)]
#[template(path = "forums/forum.html")]
pub struct ForumPage {
    page: Page,
    name: String,
    kind: Text,
    area: Option<Link>,
    /// True when nothing that stands is announced.
    none_next: bool,
    next: Vec<Card>,
    past: Vec<Card>,
    pager: Pager,
    promises: Vec<Promise>,
    promises_url: String,
    no_meeting: Option<String>,
    missing: Vec<Link>,
    overdue: i64,
    calendar_url: String,
    feed_url: String,
    run: bool,
    /// What each unit lacked in a year.
    lacked: Vec<Lacked>,
}

/// What a unit lacked in a year.
struct Lacked {
    url: String,
    unit: String,
    /// What, and how often.
    told: Vec<(Text, String)>,
}

/// What units said they lacked, by unit: each cause with its cells.
pub(crate) type Causes = Vec<(UnitId, Vec<(Cause, [i64; 2])>)>;

impl ForumPage {
    pub(crate) fn new(cx: &Cx, c: &Committee, read: &Forum, lacked: &Causes) -> ForumPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let url = urls::forum(page.lang, c.slug.as_str());
        let month = l.month_year(month_of(page.now).0.date());
        ForumPage {
            name: c.name(page.lang).to_owned(),
            kind: match c.kind {
                CommitteeKind::Ccs => l.forums_kind_ccs(),
                CommitteeKind::Quartier => l.forums_kind_quartier(),
            },
            area: r.area(c.area_id).map(|a| Link {
                url: urls::area(page.lang, a.slug.as_str()),
                word: a.name.clone(),
                more: String::new(),
            }),
            none_next: !read.next.iter().any(|m| m.state == MeetingState::Announced),
            next: read.next.iter().map(|m| Card::new(&page, r, m)).collect(),
            past: read
                .past
                .items
                .iter()
                .map(|m| Card::new(&page, r, m).with_minutes(&page, m, read.states.get(&m.id).copied()))
                .collect(),
            pager: Pager::new(&url, &[], cx.cursor(), read.past.next),
            promises: Promise::list(&page, r, &read.expected),
            promises_url: urls::with_query(urls::commitments(page.lang), &[("committee", &c.slug)]),
            no_meeting: (!read.meets).then(|| l.forums_no_meeting_this_month(month)),
            missing: read.missing.iter().map(|m| missing_link(&page, r, m)).collect(),
            overdue: read.overdue,
            calendar_url: urls::committee_calendar(page.lang, c.slug.as_str()),
            feed_url: urls::committee_feed(page.lang, c.slug.as_str()),
            lacked: lacked
                .iter()
                .filter_map(|(unit, causes)| Some((r.unit(*unit)?, causes)))
                .map(|(unit, causes)| {
                    let told = causes.iter().map(|(cause, cells)| (cause.word(l), Told::sum(cells)));
                    let told = told.filter(|(_, told)| told.least() > 0).map(|(word, told)| (word, told.say(l)));
                    Lacked {
                        url: urls::unit(page.lang, unit.slug.as_str()),
                        unit: unit.name.clone(),
                        told: told.collect(),
                    }
                })
                .filter(|lacked| !lacked.told.is_empty())
                .collect(),
            run: cx.actor.committees().contains(&c.id) || cx.actor.chaired().contains(&c.id),
            page,
        }
    }
}
