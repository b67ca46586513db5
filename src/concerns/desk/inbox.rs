//! The inbox: a unit's files, or oversight's, by the clock. One component for both, `templates/desk/list.html`.

use askama::Template;

use super::super::clock;
use super::super::model::{Moderation, Outcome};
use super::super::parts::{Chip, ClockMark, glimpse, last_act};
use super::super::sealing;
use super::batch::Batch;
use super::filters::{self, Kept};
use super::model::{Group, Holder, Narrow, Rank, SOME, Tab, count};
use super::rows::{self, Row};
use super::store::{self, Officer};
use crate::areas::{AreaKind, Reference};
use crate::base::{Actor, ConcernId, ConcernNumber, Lang, Role, Scope, UnitId, fold};
use crate::i18n::Text;
use crate::policy::{Audience, reads_sealed};
use crate::web::{Answer, Cx, Form, Page, Slice};
use crate::{urls, web};

/// Whose inbox the reader has at the desk: their units', or oversight's.
pub(super) fn holder(cx: &Cx) -> Holder {
    let units = cx.actor.units();
    if units.is_empty() {
        return Holder::Oversight;
    }
    let sealed = units.iter().copied().filter(|unit| reads_sealed(&cx.actor, *unit, cx.r.sealed_to(*unit))).collect();
    Holder::Units { units, sealed }
}

/// Where the reader's inbox is.
pub(in crate::concerns) fn home(cx: &Cx) -> String {
    if holder(cx).is_oversight() { urls::oversight(cx.lang()) } else { urls::desk(cx.lang()) }
}

/// What the reader asked to see.
pub(super) struct Ask {
    tab: Tab,
    query: String,
    category: String,
    area: String,
    mine: bool,
    priority: bool,
}

impl Ask {
    pub(super) fn of(cx: &Cx) -> Ask {
        Ask::read(|name| cx.query(name).to_owned())
    }

    /// What an address, or a list that was kept, asks to see.
    fn read(value: impl Fn(&str) -> String) -> Ask {
        let text = |name: &str| value(name).chars().take(100).collect::<String>();
        Ask {
            tab: Tab::of(&value("tab")),
            query: text("q"),
            category: text("category"),
            area: text("area"),
            mine: !value("mine").is_empty(),
            priority: !value("priority").is_empty(),
        }
    }

    /// A list that was kept.
    pub(super) fn kept(query: &str) -> Ask {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Ask::read(|name| pairs.iter().find(|(n, _)| n == name).map_or_else(String::new, |(_, v)| v.clone()))
    }

    /// What is kept of it: the part of its address after the question mark, nothing when it is the whole inbox.
    pub(super) fn query(&self) -> String {
        self.at("", self.tab, "").trim_start_matches('?').to_owned()
    }

    pub(super) fn tab(&self) -> Tab {
        self.tab
    }

    pub(super) fn narrow(&self, cx: &Cx) -> Narrow {
        Narrow {
            number: ConcernNumber::read(&self.query),
            words: fold(&self.query).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).take(8).collect(),
            category: cx.r.categories.iter().find(|c| c.slug == self.category).map(|c| c.id),
            area: cx.r.areas.iter().find(|a| a.slug == self.area).map(|a| a.id),
            assignee: cx.actor.account().filter(|_| self.mine),
            priority: self.priority,
        }
    }

    /// True when something but the tab narrows the list.
    fn narrows(&self) -> bool {
        self.mine || self.priority || [&self.query, &self.category, &self.area].iter().any(|text| !text.is_empty())
    }

    /// The address of the same list at another tab or page.
    pub(super) fn at(&self, base: &str, tab: Tab, after: &str) -> String {
        let yes = |on: bool| if on { "yes" } else { "" };
        let pairs = [
            ("tab", if tab == Tab::All { "" } else { tab.as_str() }),
            ("q", &self.query),
            ("category", &self.category),
            ("area", &self.area),
            ("mine", yes(self.mine)),
            ("priority", yes(self.priority)),
            ("after", after),
        ];
        urls::with_query(base, &pairs)
    }
}

/// A tab with its count.
pub(super) struct TabView {
    pub(super) word: Text,
    pub(super) count: String,
    pub(super) class: &'static str,
    pub(super) href: String,
    pub(super) here: bool,
}

/// A choice of a filter.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) word: String,
    pub(super) chosen: bool,
}

/// A line of the table.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) number: String,
    /// True when it is ticked for a batch that came back.
    pub(super) ticked: bool,
    pub(super) icon: String,
    pub(super) category: String,
    pub(super) place: String,
    pub(super) chip: Chip,
    pub(super) clock: Option<ClockMark>,
    /// What stands where no clock runs: since when the reporter is asked, or when the unit last did something.
    pub(super) rest: String,
    /// When the police last did something, where a clock runs.
    pub(super) act: String,
    pub(super) who: String,
    pub(super) late: bool,
    pub(super) priority: bool,
    pub(super) bambara: bool,
    pub(super) sealed: bool,
}

/// What a reporter said of a result: on the chief's desk until the chief opens the file.
pub(super) struct Told {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) number: String,
    pub(super) icon: String,
    pub(super) category: String,
    pub(super) place: String,
    pub(super) what: Text,
    pub(super) class: &'static str,
    pub(super) mark: &'static str,
    pub(super) when: String,
}

fn told_line(cx: &Cx, row: &store::Told) -> Told {
    let (what, class, mark) = match row.outcome {
        Outcome::NotFixed => (cx.l.outcome_told_not_fixed(), "reopened", "reopened"),
        Outcome::Partly | Outcome::Confirmed => (cx.l.outcome_told_partly(), "in-progress", "in-progress"),
    };
    Told {
        href: urls::desk_concern(cx.lang(), row.number()),
        title: glimpse(cx.l, row.audience, &row.words),
        number: row.number().to_string(),
        icon: cx.r.category_icon(row.category_id).to_owned(),
        category: cx.r.category_name(row.category_id, cx.lang()).to_owned(),
        place: cx.r.area_name(row.area_id).to_owned(),
        what,
        class,
        mark,
        when: cx.l.ago(cx.now.since(row.at).max(0)),
    }
}

/// A file whose word is late: on the desk of whoever was asked to look.
pub(super) struct LateLine {
    /// Where it can be read; empty where its reader may not open it.
    pub(super) href: String,
    pub(super) title: String,
    pub(super) number: String,
    pub(super) icon: String,
    pub(super) category: String,
    pub(super) place: String,
    pub(super) unit: String,
    pub(super) since: String,
}

fn late_line(cx: &Cx, row: &store::Late) -> LateLine {
    LateLine {
        href: urls::desk_concern(cx.lang(), row.number()),
        title: glimpse(cx.l, row.audience, &row.words),
        number: row.number().to_string(),
        icon: cx.r.category_icon(row.category_id).to_owned(),
        category: cx.r.category_name(row.category_id, cx.lang()).to_owned(),
        place: cx.r.area_name(row.area_id).to_owned(),
        unit: cx.r.unit_name(row.unit_id).to_owned(),
        since: cx.l.late(cx.now.since(row.due_at).max(0)),
    }
}

/// The same for the district's desk: it asks the unit. It opens no file of another unit, and reads no words but public ones.
fn district_line(cx: &Cx, row: &store::Late) -> LateLine {
    let public = row.audience == Audience::Public && row.moderation == Moderation::Published;
    let line = late_line(cx, row);
    match public {
        true => LateLine { href: urls::concern(cx.lang(), row.number()), ..line },
        false => LateLine { href: String::new(), title: line.category.clone(), ..line },
    }
}

/// The part of the desk that its reader leads: who hears what reporters say of results.
fn led(cx: &Cx, holder: &Holder) -> Holder {
    let leads = |unit: &UnitId| cx.actor.holds_at(Role::Chief, Scope::Unit(*unit));
    let of = |units: &[UnitId]| units.iter().copied().filter(leads).collect();
    match holder {
        Holder::Oversight => Holder::Oversight,
        Holder::Units { units, sealed } => Holder::Units { units: of(units), sealed: of(sealed) },
    }
}

/// The whole list, ready to be drawn.
pub(super) struct Inbox {
    /// What reporters said of results, for who leads.
    pub(super) told: Vec<Told>,
    /// What went to the chief, for who leads.
    pub(super) escalated: Vec<LateLine>,
    /// What went to the district, at its desk.
    pub(super) district: Vec<LateLine>,
    pub(super) base: String,
    pub(super) tab: &'static str,
    pub(super) tabs: Vec<TabView>,
    pub(super) query: String,
    /// True where sealed files are among them, whose words no search knows.
    pub(super) sealed: bool,
    pub(super) categories: Vec<Choice>,
    pub(super) areas: Vec<Choice>,
    pub(super) mine: bool,
    pub(super) priority: bool,
    pub(super) narrowed: bool,
    pub(super) oversight: bool,
    pub(super) lines: Vec<Line>,
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
    /// The lists the reader keeps, with their counts.
    pub(super) kept: Vec<Kept>,
    /// This list as it would be kept; nothing when it is the whole inbox, or is kept already.
    pub(super) keepable: Option<String>,
    /// What can be done with those ticked.
    pub(super) batch: Batch,
    pub(super) form: Form,
    /// Files that are not closed.
    pub(super) open: i64,
    /// All files.
    pub(super) all: i64,
}

impl Inbox {
    /// Reads the list the address asks for.
    pub(super) async fn read(cx: &Cx, holder: Holder, base: String, form: Form) -> crate::error::Result<Inbox> {
        sealing::settle(cx).await?;
        let ask = Ask::of(cx);
        let (narrow, tab, now, cursor, whose) = (ask.narrow(cx), ask.tab, cx.now, cx.cursor(), holder.clone());
        let led = led(cx, &holder);
        let (leads, account, points) = (led.clone(), cx.actor.account(), cx.r.points);
        let desk = cx.r.district_desk().filter(|desk| cx.actor.units().contains(desk));
        let (slice, tally, names, told, lists, officers, late, warned) = cx
            .read(move |conn| {
                let slice = rows::inbox(conn, &whose, tab, &narrow, now, cursor)?;
                let tally = Tally { groups: rows::counts(conn, &whose)?, late: rows::late(conn, &whose, now)? };
                let lists = account.map(|account| filters::of(conn, account)).transpose()?.unwrap_or_default();
                let officers = store::given_by(conn, &leads)?;
                let ids: Vec<_> = slice.items.iter().filter_map(|row| row.assignee_id).collect();
                let names = store::names(conn, &ids)?;
                let far = desk.map_or(Ok(Vec::new()), |desk| store::far_late(conn, desk, points, now))?;
                let late = (store::escalated(conn, &led, points, now)?, far);
                let ids: Vec<_> = slice.items.iter().map(|row| row.id).collect();
                let warned = clock::warned(conn, &ids, now)?;
                Ok((slice, tally, names, store::told(conn, &led)?, lists, officers, late, warned))
            })
            .await?;
        let told = told.iter().map(|row| told_line(cx, row)).collect();
        let escalated = late.0.iter().map(|row| late_line(cx, row)).collect();
        let district = late.1.iter().map(|row| district_line(cx, row)).collect();
        let kept = filters::counted(cx, &holder, &lists, &ask, &base).await?;
        let query = ask.query();
        let keepable = Some(query).filter(|query| !query.is_empty() && kept.iter().all(|list| !list.here));
        let mut inbox = Inbox::new(cx, &ask, &holder, base, slice, &tally, &Marks { names, warned });
        let ticked = form.all("file");
        inbox.lines.iter_mut().for_each(|line| line.ticked = ticked.contains(&line.number.as_str()));
        let batch = Batch::new(cx, ask.at(&urls::desk_batch(cx.lang()), ask.tab, cx.query("after")), &officers);
        Ok(Inbox { told, escalated, district, kept, keepable, batch, form, ..inbox })
    }

    fn new(
        cx: &Cx,
        ask: &Ask,
        holder: &Holder,
        base: String,
        slice: Slice<Row>,
        tally: &Tally,
        marks: &Marks,
    ) -> Inbox {
        let groups = &tally.groups;
        let closed = count(groups, Tab::Resolved) + count(groups, Tab::Closed);
        let all = count(groups, Tab::All);
        Inbox {
            told: Vec::new(),
            kept: Vec::new(),
            keepable: None,
            batch: Batch::default(),
            form: Form::blank(),
            escalated: Vec::new(),
            district: Vec::new(),
            tabs: tabs(cx, ask, &base, tally),
            tab: if ask.tab == Tab::All { "" } else { ask.tab.as_str() },
            query: ask.query.clone(),
            sealed: holder.reads_sealed(),
            categories: categories(cx, ask, holder),
            areas: areas(&cx.r, ask, holder),
            mine: ask.mine,
            priority: ask.priority,
            narrowed: ask.narrows(),
            oversight: holder.is_oversight(),
            first: cx.cursor().map(|_| ask.at(&base, ask.tab, "")),
            next: slice.next.map(|cursor| ask.at(&base, ask.tab, &cursor.to_string())),
            lines: slice.items.iter().map(|row| line(cx, holder, row, marks)).collect(),
            open: all - closed,
            all,
            base,
        }
    }
}

/// How many files stand how.
struct Tally {
    groups: Vec<Group>,
    late: i64,
}

/// What the rows themselves do not say.
struct Marks {
    /// Who they are given to.
    names: Vec<Officer>,
    /// Those whose time to answer is nearly used.
    warned: Vec<ConcernId>,
}

/// A number, or « 500+ » where the counting ended.
pub(super) fn at_most(cx: &Cx, number: i64, most: i64) -> String {
    if number > most { format!("{}+", cx.l.number(most)) } else { cx.l.number(number) }
}

fn tabs(cx: &Cx, ask: &Ask, base: &str, tally: &Tally) -> Vec<TabView> {
    let view = |tab: &Tab| {
        let late = *tab == Tab::Late;
        let number = if late { tally.late } else { count(&tally.groups, *tab) };
        TabView {
            word: match tab {
                Tab::All => cx.l.desk_tab_all(),
                Tab::Owed => cx.l.desk_tab_owed(),
                Tab::Late => cx.l.desk_tab_late(),
                Tab::InProgress => cx.l.desk_tab_in_progress(),
                Tab::Referred => cx.l.desk_tab_referred(),
                Tab::Waiting => cx.l.desk_tab_waiting(),
                Tab::Resolved => cx.l.desk_tab_resolved(),
                Tab::Closed => cx.l.desk_tab_closed(),
            },
            count: if late { at_most(cx, number, SOME) } else { cx.l.number(number) },
            class: if late && number > 0 { "late" } else { "" },
            href: ask.at(base, *tab, ""),
            here: *tab == ask.tab,
        }
    };
    Tab::ALL.iter().map(view).collect()
}

fn categories(cx: &Cx, ask: &Ask, holder: &Holder) -> Vec<Choice> {
    let fits = cx.r.offered().filter(|c| match holder {
        Holder::Oversight => c.conduct,
        Holder::Units { sealed, .. } => !c.conduct && (!c.is_sealed() || !sealed.is_empty()),
    });
    fits.map(|c| Choice { value: c.slug.clone(), word: c.name(cx.lang()).to_owned(), chosen: c.slug == ask.category })
        .collect()
}

/// The quartiers the units answer for, by name; all of them for oversight.
fn areas(r: &Reference, ask: &Ask, holder: &Holder) -> Vec<Choice> {
    let answers = |area| match holder {
        Holder::Oversight => true,
        Holder::Units { units, .. } => {
            r.offered().any(|c| r.routed(area, c.id).is_some_and(|unit| units.contains(&unit)))
        }
    };
    let quartiers = r.areas.iter().filter(|a| a.active && a.kind == AreaKind::Quartier && answers(a.id));
    let mut choices: Vec<Choice> =
        quartiers.map(|a| Choice { value: a.slug.clone(), word: a.name.clone(), chosen: a.slug == ask.area }).collect();
    choices.sort_by_cached_key(|choice| fold(&choice.word));
    choices
}

fn line(cx: &Cx, holder: &Holder, row: &Row, marks: &Marks) -> Line {
    let l = cx.l;
    let clock = ClockMark::new(l, row.owed && row.state.is_open(), row.due_at, cx.now);
    let clock = match marks.warned.contains(&row.id) {
        true => clock.map(|clock| clock.warned(l)),
        false => clock,
    };
    let ago = l.ago(cx.now.since(row.last_act_at.unwrap_or(row.filed_at)).max(0));
    let assignee = row.assignee_id.and_then(|id| marks.names.iter().find(|n| n.id == id)).map(|n| n.name.clone());
    Line {
        href: urls::desk_concern(l.lang(), row.number()),
        title: glimpse(cx.l, row.audience, &row.words),
        number: row.number().to_string(),
        ticked: false,
        icon: cx.r.category_icon(row.category_id).to_owned(),
        category: cx.r.category_name(row.category_id, l.lang()).to_owned(),
        place: cx.r.area_name(row.area_id).to_owned(),
        chip: Chip::new(l, row.state, row.reopened),
        late: clock.as_ref().is_some_and(|clock| clock.class == "late"),
        rest: match Rank::of(row.state, row.owed, row.waiting) {
            Rank::Owed => String::new(),
            Rank::Waiting => l.desk_rest_waiting(ago),
            Rank::Open | Rank::Resolved | Rank::Closed => l.desk_rest_act(ago),
        },
        act: last_act(l, row.last_act_at, cx.now),
        clock,
        who: match holder {
            Holder::Units { .. } => assignee.unwrap_or_default(),
            Holder::Oversight => cx.r.unit_name(row.unit_id).to_owned(),
        },
        priority: row.priority,
        bambara: row.lang == Lang::Bm,
        sealed: row.audience == Audience::Sealed,
    }
}

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    page: Page,
    place: String,
    today: String,
    mine_href: String,
    /// Whose list it is, on paper.
    reader: String,
    inbox: Inbox,
}

/// `/{l}/desk`
pub(super) async fn show(cx: Cx) -> Answer {
    let page = draw(&cx, Form::blank()).await?;
    cx.html(&page)
}

/// The inbox again, with what was ticked and what is wrong with it.
pub(super) async fn again(cx: &Cx, form: Form) -> Answer {
    let page = draw(cx, form).await?;
    cx.invalid(&page)
}

async fn draw(cx: &Cx, form: Form) -> crate::error::Result<InboxPage> {
    let holder = holder(cx);
    let place = match &holder {
        Holder::Units { units, .. } => units.iter().map(|unit| cx.r.unit_name(*unit)).collect::<Vec<_>>().join(", "),
        Holder::Oversight => cx.l.function_overseer().as_str().to_owned(),
    };
    let base = urls::desk(cx.lang());
    let mine_href = urls::with_query(&base, &[("mine", "yes")]);
    let inbox = Inbox::read(cx, holder, base, form).await?;
    let page = cx.page();
    let today = page.date(&cx.now);
    let reader = match &cx.actor {
        Actor::Account { name, .. } => name.clone(),
        Actor::Visitor | Actor::System => String::new(),
    };
    Ok(InboxPage { page, place, today, mine_href, reader, inbox })
}
