//! What the pages of handovers show. An administrator reads no word of a concern and no number of a protected one; a chief reads
//! what the unit reads.

use askama::Template;

use super::model::{Handed, Item, Kind, Leaving, Subject, commitment, concern, patrol, plan, referral};
use super::store::Record;
use crate::accounts::{role_word, scope_words};
use crate::base::{AccountId, HandoverId, MembershipId, Scope, Time};
use crate::concerns::model::Concern;
use crate::concerns::parts::glimpse;
use crate::concerns::words;
use crate::i18n::{L, Text};
use crate::policy::{Deed, may};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A thing of the list, with who can take it.
struct Line {
    field: String,
    title: String,
    detail: String,
    href: String,
    options: Vec<(String, String)>,
}

/// The things of one kind.
struct Group {
    word: Text,
    icon: &'static str,
    lines: Vec<Line>,
}

/// A way to go, and where it leads.
struct Tab {
    word: String,
    href: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "handover/handover.html")]
pub(super) struct HandoverPage {
    page: Page,
    form: Form,
    name: String,
    back: (String, Text),
    action: String,
    /// The role that is left; empty when the account goes.
    leave: String,
    tabs: Vec<Tab>,
    goes: String,
    groups: Vec<Group>,
    count: usize,
    everybody: Vec<(String, String)>,
    units: Vec<(String, String)>,
    /// True when there is something nobody can take.
    stuck: bool,
    today: String,
}

fn kind_word(l: L, kind: Kind) -> (Text, &'static str) {
    match kind {
        Kind::File => (l.handover_files(), "report"),
        Kind::Referral => (l.handover_referrals(), "refer"),
        Kind::Plan => (l.handover_plans(), "calendar"),
        Kind::Patrol => (l.handover_patrols(), "patrol"),
        Kind::Commitment => (l.handover_commitments(), "commitment"),
    }
}

/// True when the reader may read the file itself: a chief the unit's, nobody what is sealed from them.
fn reads(cx: &Cx, c: &Concern) -> bool {
    may(&cx.actor, &Deed::WorkFile(&c.facts(&cx.r, None)))
}

/// How a file is told to this reader: title, detail, and where it can be opened.
fn file_words(cx: &Cx, c: &Concern) -> (String, String, String) {
    let state = words::state(cx.l, c.state, c.reopened).as_str();
    match (reads(cx, c), c.audience.is_open()) {
        (true, _) => (
            glimpse(cx.l, c.audience, &c.words),
            format!("{}, {state}", c.number()),
            urls::desk_concern(cx.lang(), c.number()),
        ),
        (false, true) => (c.number().to_string(), state.to_owned(), String::new()),
        // That it is there is all an administrator learns.
        (false, false) => (cx.l.handover_protected().as_str().to_owned(), String::new(), String::new()),
    }
}

fn line(cx: &Cx, item: &Item) -> Line {
    let l = cx.l;
    let (title, detail, href) = match &item.subject {
        Subject::File(c) => file_words(cx, c),
        Subject::Referral(r, c) => {
            let (title, detail, href) = file_words(cx, c);
            let service = cx.r.partner(r.partner_id).map_or("–", |p| p.name(cx.lang()));
            let known = reads(cx, c) || c.audience.is_open();
            (title, if known { format!("{service}, {detail}") } else { detail }, href)
        }
        Subject::Plan(p) => (l.datetime(p.leaves_at.civil()), p.objective.clone(), urls::plan(cx.lang(), p.id)),
        Subject::Patrol(p) => (l.datetime(p.started_at.civil()), p.objective.clone(), urls::patrol(cx.lang(), p.id)),
        Subject::Commitment(c) => (c.body.clone(), l.date(c.due_on.date()), urls::commitment(cx.lang(), c.id)),
    };
    let police = matches!(item.subject, Subject::Plan(_) | Subject::Patrol(_));
    let href = if police && !cx.actor.is_police() { String::new() } else { href };
    let options = item.candidates.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    Line { field: item.subject.field(), title, detail, href, options }
}

impl HandoverPage {
    pub(super) fn new(
        cx: &Cx,
        leaving: &Leaving,
        items: &[Item],
        roles: &[(MembershipId, crate::base::Role, Scope)],
        form: Form,
        desk: bool,
    ) -> HandoverPage {
        let (l, lang) = (cx.l, cx.lang());
        let id = leaving.account;
        let action = if desk { urls::desk_handover(lang, id) } else { urls::admin_handover(lang, id) };
        let in_words = |role, scope| format!("{}, {}", role_word(l, role).as_str(), scope_words(l, &cx.r, scope));
        let place =
            |(_, role, scope): &(MembershipId, crate::base::Role, Scope)| l.handover_leave(in_words(*role, *scope));
        let tab = |role: &(MembershipId, crate::base::Role, Scope)| Tab {
            word: place(role),
            href: urls::with_query(&action, &[("leave", &role.0.to_string())]),
            here: leaving.role.is_some_and(|own| own.0 == role.0),
        };
        let disable =
            Tab { word: l.handover_disable().as_str().to_owned(), href: action.clone(), here: leaving.role.is_none() };
        let groups = Kind::ALL.iter().filter_map(|kind| {
            let lines: Vec<Line> =
                items.iter().filter(|item| item.subject.kind() == *kind).map(|item| line(cx, item)).collect();
            let (word, icon) = kind_word(l, *kind);
            (!lines.is_empty()).then_some(Group { word, icon, lines })
        });
        let mut everybody: Vec<(String, String)> =
            items.iter().flat_map(|i| &i.candidates).map(|(id, name)| (id.to_string(), name.clone())).collect();
        everybody.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        everybody.dedup();
        let own_unit = leaving.role.and_then(|(_, role, scope)| match scope {
            Scope::Unit(unit) if role.is_police() && !desk => Some(unit),
            _ => None,
        });
        let others = cx.r.units.iter().filter(|u| u.active && own_unit.is_some_and(|own| u.id != own));
        HandoverPage {
            name: leaving.name.clone(),
            back: match desk {
                true => (urls::desk_people(lang), l.handover_people()),
                false => (urls::admin_account(lang, id), l.admin_accounts()),
            },
            leave: leaving.role.map(|(id, ..)| id.to_string()).unwrap_or_default(),
            tabs: if desk { Vec::new() } else { std::iter::once(disable).chain(roles.iter().map(tab)).collect() },
            goes: leaving.role.as_ref().map_or_else(|| l.handover_disable().as_str().to_owned(), place),
            groups: groups.collect(),
            count: items.len(),
            stuck: items.iter().any(|item| item.candidates.is_empty()),
            everybody,
            units: others.map(|u| (u.slug.clone(), u.name.clone())).collect(),
            today: l.date(cx.now.civil().date()),
            action,
            form,
            page: cx.page(),
        }
    }
}

/// Somebody of the unit.
pub(super) struct Colleague {
    pub(super) name: String,
    pub(super) role: Text,
    pub(super) place: String,
    pub(super) holds: usize,
    /// Where they hand over; empty of whom the reader does not let go.
    pub(super) href: String,
}

#[derive(Template)]
#[template(path = "handover/people.html")]
pub(super) struct PeoplePage {
    pub(super) page: Page,
    pub(super) people: Vec<Colleague>,
    /// Handovers of the unit: where, whose, when.
    pub(super) done: Vec<(String, String, String)>,
}

/// A line of what was handed over.
struct Row {
    what: Text,
    icon: &'static str,
    title: String,
    to: String,
}

#[derive(Template)]
#[template(path = "handover/record.html")]
pub(super) struct RecordPage {
    page: Page,
    back: String,
    name: String,
    unit: String,
    way: Text,
    by: String,
    when: String,
    rows: Vec<Row>,
}

/// What a record needs beside itself: names of accounts, numbers of concerns that a whole unit reads.
pub(super) struct Known {
    pub(super) names: Vec<(AccountId, String)>,
    pub(super) concerns: Vec<(i64, String)>,
    pub(super) commitments: Vec<(i64, String)>,
    pub(super) times: Vec<(i64, Time)>,
}

impl RecordPage {
    pub(super) fn new(cx: &Cx, record: &Record, handed: &[Handed], known: &Known, desk: bool) -> RecordPage {
        let l = cx.l;
        let name = |id: &AccountId| {
            known.names.iter().find(|(known, _)| known == id).map_or_else(|| "–".to_owned(), |(_, name)| name.clone())
        };
        let said =
            |list: &[(i64, String)], raw: i64| list.iter().find(|(id, _)| *id == raw).map(|(_, said)| said.clone());
        let row = |item: &Handed| {
            let (what, icon) = kind_word(l, item.kind);
            let title = match item.kind {
                Kind::File | Kind::Referral => said(&known.concerns, item.raw),
                Kind::Commitment => said(&known.commitments, item.raw),
                Kind::Plan | Kind::Patrol => {
                    known.times.iter().find(|(id, _)| *id == item.raw).map(|(_, at)| l.datetime(at.civil()))
                }
            };
            let title = title.unwrap_or_else(|| l.handover_protected().as_str().to_owned());
            Row { what, icon, title, to: name(&item.to) }
        };
        RecordPage {
            back: if desk { urls::desk_people(cx.lang()) } else { urls::admin_account(cx.lang(), record.account) },
            name: name(&record.account),
            unit: record.unit.map_or_else(String::new, |unit| cx.r.unit_name(unit).to_owned()),
            way: match record.way {
                super::model::Way::Disabled => l.handover_way_disabled(),
                super::model::Way::Left => l.handover_way_left(),
                super::model::Way::Moved => l.handover_way_moved(),
            },
            by: name(&record.by),
            when: l.datetime(record.at.civil()),
            rows: handed.iter().map(row).collect(),
            page: cx.page(),
        }
    }
}

/// The ids a record points at, by kind, for reading what they are called.
pub(super) struct Pointed {
    pub(super) files: Vec<crate::base::ConcernId>,
    pub(super) referrals: Vec<crate::base::ReferralId>,
    pub(super) commitments: Vec<crate::base::CommitmentId>,
    pub(super) plans: Vec<crate::base::PlanId>,
    pub(super) patrols: Vec<crate::base::PatrolId>,
}

impl Pointed {
    pub(super) fn of(handed: &[Handed]) -> Pointed {
        let raws = |kind: Kind| handed.iter().filter(move |item| item.kind == kind).map(|item| item.raw);
        Pointed {
            files: raws(Kind::File).map(concern).collect(),
            referrals: raws(Kind::Referral).map(referral).collect(),
            commitments: raws(Kind::Commitment).map(commitment).collect(),
            plans: raws(Kind::Plan).map(plan).collect(),
            patrols: raws(Kind::Patrol).map(patrol).collect(),
        }
    }
}

/// Where a handover's record is read.
pub(super) fn record_url(cx: &Cx, id: HandoverId, desk: bool) -> String {
    if desk { urls::desk_handover_record(cx.lang(), id) } else { urls::admin_handover_record(cx.lang(), id) }
}
