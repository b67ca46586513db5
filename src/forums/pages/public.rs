//! The public pages of forums.

use askama::Template;

use super::parts::{
    Card, Chip, Pager, Point, Promise, audience, badge, committee_name, meeting_chips, minutes_chip, points, when,
};
use crate::areas::{AreaKind, Committee, CommitteeKind, Reference};
use crate::base::{DAY, Lang, PostId};
use crate::forums::model::{
    Act, ActKind, CameAs, Count, Meeting, MeetingAudience, MinutesState, Owner, OwnerKind, Phase, Place, PlaceState,
    PostState, Sex, month_of, speaks_as,
};
use crate::forums::reads::{Forum, Forums, MeetingFile, Register, Talk};
use crate::forums::store::commitments::{Filter, Wanted};
use crate::i18n::{L, Text};
use crate::web::{Cx, Form, Page, Slice};
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
    next: Vec<Card>,
    past: Vec<Card>,
    pager: Pager,
    promises: Vec<Promise>,
    promises_url: String,
    no_meeting: Option<String>,
    missing: Vec<Link>,
    overdue: i64,
    run: bool,
}

impl ForumPage {
    pub fn new(cx: &Cx, c: &Committee, read: &Forum) -> ForumPage {
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
            run: cx.actor.committees().contains(&c.id),
            page,
        }
    }
}

/// Who came, summed up.
pub struct Attendance {
    total: String,
    women: i64,
    men: i64,
    share: String,
    rows: Vec<(Text, i64, i64)>,
}

pub(super) fn came_as(l: L, function: CameAs) -> Text {
    match function {
        CameAs::Resident => l.forums_count_resident(),
        CameAs::WomenGroup => l.forums_count_women_group(),
        CameAs::YouthGroup => l.forums_count_youth_group(),
        CameAs::Leader => l.forums_count_leader(),
        CameAs::Police => l.forums_count_police(),
        CameAs::Mairie => l.forums_count_mairie(),
    }
}

fn attendance(l: L, counts: &[Count]) -> Option<Attendance> {
    let sum = |sex: Sex, function: Option<CameAs>| -> i64 {
        counts.iter().filter(|c| c.sex == sex && function.is_none_or(|f| f == c.function)).map(|c| c.number).sum()
    };
    let (women, men) = (sum(Sex::Women, None), sum(Sex::Men, None));
    let total = women + men;
    let rows = CameAs::ALL.iter().map(|f| (came_as(l, *f), sum(Sex::Women, Some(*f)), sum(Sex::Men, Some(*f))));
    (total > 0).then(|| Attendance {
        total: l.forums_attendance_total(total),
        women,
        men,
        share: l.forums_attendance_share(l.percent(women as f64 / total as f64)),
        rows: rows.filter(|(_, w, m)| w + m > 0).collect(),
    })
}

/// The minutes on a meeting's page.
pub struct MinutesView {
    chip: Chip,
    body: String,
    version: String,
    until: Option<String>,
    hash: String,
}

/// One meeting.
#[derive(Template)]
#[template(path = "forums/meeting.html")]
pub struct MeetingPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    landmark: String,
    area: String,
    audience: Text,
    announced: String,
    late: bool,
    chips: Vec<Chip>,
    committee: String,
    committee_url: String,
    seats: Option<String>,
    waiting: i64,
    upcoming: bool,
    held: bool,
    cancelled: Option<String>,
    register_url: String,
    points: Vec<Point>,
    attendance: Option<Attendance>,
    minutes: Option<MinutesView>,
    missing: Option<Chip>,
    reserved: bool,
    minutes_url: String,
    promised: Vec<Promise>,
    thread: Option<(String, i64)>,
    run_url: Option<String>,
}

impl MeetingPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> MeetingPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let l = page.l;
        let phase = m.phase(page.now);
        let minutes = file.public_minutes().map(|v| MinutesView {
            chip: minutes_chip(&page, m, Some(v.state)),
            body: v.body.clone(),
            version: l.forums_minutes_version(l.date(v.at.civil().date()), v.version),
            until: (v.state == MinutesState::Corrections)
                .then(|| l.forums_minutes_until(l.date(v.at.plus(7 * DAY).civil().date()))),
            hash: v.hash.clone(),
        });
        MeetingPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: m.place.clone(),
            landmark: m.landmark.clone(),
            area: r.area(m.area_id).map_or_else(String::new, |a| a.name.clone()),
            audience: audience(l, m.audience),
            announced: l.date(m.announced_at.civil().date()),
            late: m.late,
            chips: meeting_chips(&page, m),
            committee: committee_name(r, m.committee_id, page.lang),
            committee_url: r
                .committee(m.committee_id)
                .map_or_else(String::new, |c| urls::forum(page.lang, c.slug.as_str())),
            seats: m.capacity.map(|all| l.forums_seats_left(all, (all - file.places.0).max(0))),
            waiting: file.places.1,
            upcoming: phase == Phase::Upcoming,
            held: phase == Phase::Held,
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            register_url: urls::meeting_registration(page.lang, m.id),
            points: points(&page, r, file),
            attendance: attendance(l, &file.counts),
            missing: file.misses_minutes(page.now).then(|| minutes_chip(&page, m, None)),
            reserved: !file.belongs,
            minutes_url: urls::meeting_minutes(page.lang, m.id),
            promised: Promise::list(&page, r, &file.promised),
            thread: file.thread.as_ref().map(|(t, n)| (urls::thread(page.lang, t.id), *n)),
            run_url: file.runs.then(|| urls::committee_meeting(page.lang, m.id)),
            minutes,
            page,
        }
    }
}

/// Keeping a place.
#[derive(Template)]
#[template(path = "forums/registration.html")]
pub struct PlacePage {
    page: Page,
    form: Form,
    card: Card,
    meeting_url: String,
    blocked: Option<Text>,
    wait: bool,
    place: Option<PlaceView>,
}

/// A place that is kept.
struct PlaceView {
    heading: String,
    code: (String, String),
    why: Text,
}

impl PlacePage {
    /// With a place: the answer. Without: the form, or why there is none.
    pub fn new(cx: &Cx, file: &MeetingFile, form: Form, place: Option<&Place>) -> PlacePage {
        let page = cx.page();
        let l = page.l;
        let m = &file.meeting;
        let next = crate::forums::model::place_for(m.capacity, file.places.0, file.places.1);
        let blocked = match (m.phase(page.now), next) {
            (Phase::Upcoming, Some(_)) => None,
            (Phase::Upcoming, None) => Some(l.forums_register_full()),
            _ => Some(l.forums_register_over()),
        };
        PlacePage {
            card: Card::new(&page, &cx.r, m),
            meeting_url: urls::meeting(page.lang, m.id),
            blocked,
            wait: next == Some(PlaceState::Waiting),
            place: place.map(|p| {
                let code = p.code.split_at_checked(3).unwrap_or((&p.code, ""));
                PlaceView {
                    heading: match p.state {
                        PlaceState::Kept => l.forums_place_kept().as_str().to_owned(),
                        PlaceState::Waiting => l.forums_place_waiting(p.rank),
                    },
                    code: (code.0.to_owned(), code.1.to_owned()),
                    why: match p.state {
                        PlaceState::Kept => l.forums_place_why(),
                        PlaceState::Waiting => l.forums_place_wait_why(),
                    },
                }
            }),
            form,
            page,
        }
    }
}

/// The minutes, to be read and printed.
#[derive(Template)]
#[template(path = "forums/minutes.html")]
pub struct MinutesPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    meeting_url: String,
    reserved: bool,
    body: Option<String>,
    state: String,
    hash: String,
    attendance: Option<Attendance>,
    points: Vec<Point>,
    promised: Vec<Promise>,
}

impl MinutesPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> MinutesPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let l = page.l;
        let minutes = file.public_minutes();
        MinutesPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, page.lang),
            meeting_url: urls::meeting(page.lang, m.id),
            reserved: !file.belongs,
            body: minutes.map(|v| v.body.clone()),
            state: minutes.map_or_else(String::new, |v| {
                let at = l.date(v.at.civil().date());
                if v.state == MinutesState::Approved { l.forums_pv_approved(at) } else { l.forums_pv_corrections(at) }
            }),
            hash: minutes.map_or_else(String::new, |v| v.hash.clone()),
            attendance: attendance(l, &file.counts),
            points: points(&page, r, file),
            promised: Promise::list(&page, r, &file.promised),
            page,
        }
    }
}

/// A tab of the register.
pub struct Tab {
    url: String,
    word: Text,
    count: Option<i64>,
    late: bool,
    here: bool,
}

/// The register of commitments.
#[derive(Template)]
#[template(path = "forums/commitments.html")]
pub struct RegisterPage {
    page: Page,
    form: Form,
    tabs: Vec<Tab>,
    state: String,
    committees: Vec<(String, String)>,
    owners: Vec<(String, String)>,
    rows: Vec<Promise>,
    pager: Pager,
}

/// Every body that may promise something, as pairs of a form's word and a name.
pub(super) fn owner_options(r: &Reference, lang: Lang) -> Vec<(String, String)> {
    let units = r.units.iter().filter(|u| u.active).map(|u| (OwnerKind::Unit, u.id.raw()));
    let partners = r.partners.iter().filter(|p| p.active).map(|p| (OwnerKind::Partner, p.id.raw()));
    let committees = r.committees.iter().filter(|c| c.active).map(|c| (OwnerKind::Committee, c.id.raw()));
    units
        .chain(partners)
        .chain(committees)
        .map(|(kind, id)| Owner { kind, id })
        .map(|o| (o.word(), o.name(r, lang).unwrap_or_default()))
        .collect()
}

/// The word of a state in the register's address.
pub const fn wanted_word(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::All => "",
        Wanted::Expected => "expected",
        Wanted::Overdue => "overdue",
        Wanted::Kept => "kept",
        Wanted::Abandoned => "abandoned",
    }
}

impl RegisterPage {
    pub fn new(cx: &Cx, filter: &Filter, read: &Register) -> RegisterPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let url = urls::commitments(page.lang);
        let committee = filter.committee.and_then(|c| r.committee(c)).map(|c| c.slug.clone()).unwrap_or_default();
        let owner = filter.owner.map(|o| o.word()).unwrap_or_default();
        let tab = |wanted: Wanted, word: Text, count: Option<i64>| Tab {
            url: urls::with_query(
                &url,
                &[("state", wanted_word(wanted)), ("committee", &committee), ("owner", &owner)],
            ),
            word,
            count,
            late: wanted == Wanted::Overdue,
            here: filter.state == wanted,
        };
        let tabs = vec![
            tab(Wanted::All, l.forums_filter_all(), None),
            tab(Wanted::Expected, l.forums_filter_expected(), Some(read.tally.0)),
            tab(Wanted::Overdue, l.forums_filter_overdue(), Some(read.tally.1)),
            tab(Wanted::Kept, l.forums_filter_kept(), None),
            tab(Wanted::Abandoned, l.forums_filter_abandoned(), None),
        ];
        let query =
            [("state", wanted_word(filter.state)), ("committee", committee.as_str()), ("owner", owner.as_str())];
        RegisterPage {
            tabs,
            state: wanted_word(filter.state).to_owned(),
            committees: r
                .committees
                .iter()
                .filter(|c| c.active)
                .map(|c| (c.slug.clone(), c.name(page.lang).to_owned()))
                .collect(),
            owners: owner_options(r, page.lang),
            rows: Promise::list(&page, r, &read.page.items),
            pager: Pager::new(&url, &query, cx.cursor(), read.page.next),
            form: Form::filled([("committee", committee.clone()), ("owner", owner.clone())]),
            page,
        }
    }
}

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
