//! What waits for moderators, in one row, oldest first: concerns to publish, messages that were held, flags, appeals, what residents
//! asked ([`super::asked`]). Each is an index walk from a cursor on; the rows are joined here.
//!
//! Invariant: nothing sealed waits here. Only what is meant for everybody does.

use diesel::prelude::*;

use super::appeals;
use super::asked;
use super::flags::FlagState;
use super::ground::Ground;
use super::spots;
use super::target::TargetKind;
use crate::areas::Reference;
use crate::base::{
    AccountId, Actor, AreaId, CommitteeId, ConcernNumber, MeetingId, MeetingQuestionId, PostId, Role, RumourAskId,
    Time, named,
};
use crate::db::schema::{concerns, flags, posts, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::policy::Audience;
use crate::web::{Cursor, Slice};

named! {
    /// What kind of thing waits.
    pub enum Kind {
        /// A concern that nobody has read.
        Concern = "concern",
        /// A message that was held.
        Post = "post",
        /// A message or a concern that somebody flagged.
        Flag = "flag",
        /// An author's word against a decision of somebody else.
        Appeal = "appeal",
        /// A question for a meeting that the committee has to read first.
        Question = "question",
        /// « Is it true? », asked of the rumour desk.
        Rumour = "rumour",
    }
}

/// Where a thing is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a concern's page.
    Concern(ConcernNumber),
    /// On a message's page.
    Post(PostId),
    /// On the page of an appeal about a message of another committee.
    PostAppeal(PostId),
    /// On the page of an appeal about a concern of another committee.
    ConcernAppeal(ConcernNumber),
    /// On the page of a meeting's questions.
    Question(MeetingId, MeetingQuestionId),
    /// On the rumour desk.
    Rumour(RumourAskId),
}

/// Something that waits.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) place: Place,
    pub(crate) since: Time,
    /// What it says.
    pub(crate) words: String,
    /// Which rules held it, with commas, the ground of a flag, or the decision an appeal is against.
    pub(crate) why: String,
    /// Who has it in hand, and their name.
    pub(crate) in_hand: Option<AccountId>,
    pub(crate) hand: String,
    /// The place it is about, by name.
    pub(crate) spot: String,
    pub(super) id: i64,
}

impl Item {
    /// Something that waits since an instant: what it says, and why. Its names are read for a whole page at once.
    pub(super) fn new(kind: Kind, place: Place, id: i64, since: Time, (words, why): (String, String)) -> Item {
        Item { kind, place, since, words, why, in_hand: None, hand: String::new(), spot: String::new(), id }
    }
}

/// Whose row it is: the committees a moderator serves, and the places whose concerns those read.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    pub(crate) account: Option<AccountId>,
    pub(crate) oversees: bool,
    pub(crate) committees: Vec<CommitteeId>,
    pub(crate) areas: Vec<AreaId>,
}

impl Bench {
    /// What an actor moderates. Police moderates nothing (D11).
    pub(crate) fn of(actor: &Actor, r: &Reference) -> Bench {
        let committees = if actor.is_police() { Vec::new() } else { actor.committees() };
        let oversees = actor.holds(Role::Overseer) && !actor.is_police();
        Bench { account: actor.account(), oversees, areas: r.moderated_by(&committees), committees }
    }
}

/// A concern's or post's state while it waits, as the rooms above keep it.
const WAITING: &str = "waiting";
const HELD: &str = "held";

type ConcernRow = (i64, i32, i32, Time, String);
type PostRow = (i64, Time, String, String);
type FlagRow = ((i64, Time, Ground, FlagState, Option<AccountId>), Option<(i64, String)>, Option<(i32, i32, String)>);

/// The rows that come after a cursor.
macro_rules! after {
    ($query:expr, $at:expr, $id:expr, $cursor:expr) => {
        match $cursor {
            Some(c) => $query.filter($at.gt(Time(c.key)).or($at.eq(Time(c.key)).and($id.gt(c.id)))),
            None => $query,
        }
    };
}

pub(super) use after;

fn waiting_concerns(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let query = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(WAITING)))
        .filter(concerns::area_id.eq_any(&bench.areas))
        .order((concerns::filed_at, concerns::id))
        .limit(Slice::<Item>::LIMIT)
        .select((concerns::id, concerns::year, concerns::serial, concerns::filed_at, concerns::words))
        .into_boxed();
    let rows: Vec<ConcernRow> = after!(query, concerns::filed_at, concerns::id, cursor).load(conn)?;
    let item = |(id, year, serial, since, words): ConcernRow| {
        Item::new(Kind::Concern, Place::Concern(ConcernNumber { year, serial }), id, since, (words, String::new()))
    };
    Ok(rows.into_iter().map(item).collect())
}

fn held_posts(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let query = posts::table
        .inner_join(threads::table)
        .filter(posts::state.eq(HELD).and(threads::committee_id.eq_any(&bench.committees)))
        .order((posts::at, posts::id))
        .limit(Slice::<Item>::LIMIT)
        .select((posts::id, posts::at, posts::body, posts::held_for))
        .into_boxed();
    let rows: Vec<PostRow> = after!(query, posts::at, posts::id, cursor).load(conn)?;
    let item =
        |(id, since, words, why): PostRow| Item::new(Kind::Post, Place::Post(PostId::new(id)), id, since, (words, why));
    Ok(rows.into_iter().map(item).collect())
}

/// The flags that wait, each with its message or its concern, if that is this bench's to decide.
macro_rules! flagged {
    ($bench:expr) => {{
        let of_post = flags::target_kind.eq(TargetKind::Post).and(posts::id.eq(flags::target_id));
        let of_concern = flags::target_kind.eq(TargetKind::Concern).and(concerns::id.eq(flags::target_id));
        let public = concerns::audience.eq(Audience::Public);
        let here = concerns::area_id.eq_any(&$bench.areas);
        let ours = posts::id.is_not_null().and(flags::committee_id.eq_any(&$bench.committees));
        flags::table
            .left_join(posts::table.on(of_post))
            .left_join(concerns::table.on(of_concern.and(public)))
            .filter(flags::state.eq_any(FlagState::WAITING))
            .filter(ours.or(concerns::id.is_not_null().and(here)))
    }};
}

/// The first flag of each text: all of a text's flags are decided together.
fn open_flags(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let earlier = diesel::alias!(flags as earlier);
    let before = earlier
        .filter(earlier.field(flags::state).eq_any(FlagState::WAITING))
        .filter(earlier.field(flags::target_kind).eq(flags::target_kind))
        .filter(earlier.field(flags::target_id).eq(flags::target_id))
        .filter(earlier.field(flags::id).lt(flags::id));
    let query = flagged!(bench)
        .filter(diesel::dsl::not(diesel::dsl::exists(before)))
        .order((flags::at, flags::id))
        .limit(Slice::<Item>::LIMIT)
        .select((
            (flags::id, flags::at, flags::reason, flags::state, flags::assignee_id),
            (posts::id, posts::body).nullable(),
            (concerns::year, concerns::serial, concerns::words).nullable(),
        ))
        .into_boxed();
    let rows: Vec<FlagRow> = after!(query, flags::at, flags::id, cursor).load(conn)?;
    let item = |((id, since, ground, state, by), post, concern): FlagRow| {
        let (place, words) = match (post, concern) {
            (Some((post, body)), _) => (Place::Post(PostId::new(post)), body),
            (None, Some((year, serial, words))) => (Place::Concern(ConcernNumber { year, serial }), words),
            (None, None) => return None,
        };
        let item = Item::new(Kind::Flag, place, id, since, (words, ground.as_str().to_owned()));
        Some(Item { in_hand: by.filter(|_| state == FlagState::InHand), ..item })
    };
    Ok(rows.into_iter().filter_map(item).collect())
}

/// A page of what waits, oldest first; of one kind, or of all.
pub(crate) fn page(conn: &mut Conn, bench: &Bench, kind: Option<Kind>, cursor: Option<Cursor>) -> Result<Slice<Item>> {
    let wanted = |one: Kind| kind.is_none_or(|kind| kind == one);
    let mut items = Vec::new();
    if wanted(Kind::Concern) {
        items.extend(waiting_concerns(conn, bench, cursor)?);
    }
    if wanted(Kind::Post) {
        items.extend(held_posts(conn, bench, cursor)?);
    }
    if wanted(Kind::Flag) {
        items.extend(open_flags(conn, bench, cursor)?);
    }
    if wanted(Kind::Appeal) {
        items.extend(appeals::waiting(conn, bench, cursor)?);
    }
    if wanted(Kind::Question) {
        items.extend(asked::questions(conn, bench, cursor)?);
    }
    if wanted(Kind::Rumour) {
        items.extend(asked::rumours(conn, bench, cursor)?);
    }
    items.sort_by_key(|item| (item.since, item.id));
    let mut slice = Slice::cut(items, |item| Cursor { key: item.since.0, id: item.id });
    spots::name(conn, &mut slice.items)?;
    Ok(slice)
}

/// How much waits of each kind.
pub(crate) fn counts(conn: &mut Conn, bench: &Bench) -> Result<Vec<(Kind, i64)>> {
    let concerns: i64 = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(WAITING)))
        .filter(concerns::area_id.eq_any(&bench.areas))
        .count()
        .get_result(conn)?;
    let posts: i64 = posts::table
        .inner_join(threads::table)
        .filter(posts::state.eq(HELD).and(threads::committee_id.eq_any(&bench.committees)))
        .count()
        .get_result(conn)?;
    // Texts that are flagged, not flags: each is one decision. (Ids are drawn for all tables alike.)
    let flags: i64 =
        flagged!(bench).select(diesel::dsl::count(flags::target_id).aggregate_distinct()).get_result(conn)?;
    let appeals = appeals::count(conn, bench)?;
    let (questions, rumours) = asked::counts(conn, bench)?;
    Ok(vec![
        (Kind::Concern, concerns),
        (Kind::Post, posts),
        (Kind::Flag, flags),
        (Kind::Appeal, appeals),
        (Kind::Question, questions),
        (Kind::Rumour, rumours),
    ])
}

/// How much waits for an actor, of all kinds: for the menu of every page, so it asks only for who moderates (D5: they are told).
pub(crate) fn waiting(conn: &mut Conn, actor: &Actor, r: &Reference) -> Result<i64> {
    let bench = Bench::of(actor, r);
    if bench.committees.is_empty() && !bench.oversees {
        return Ok(0);
    }
    Ok(counts(conn, &bench)?.iter().map(|(_, n)| n).sum())
}

/// Where the oldest thing that waits is decided: where a moderator goes after a decision.
pub(crate) fn next(tx: &mut Tx<'_>, bench: &Bench) -> Result<Option<Place>> {
    Ok(page(tx.conn, bench, None, None)?.items.into_iter().next().map(|item| item.place))
}

/// How long half of what was decided in the last thirty days had waited at most.
pub(crate) fn median(conn: &mut Conn, bench: &Bench, now: Time) -> Result<Option<i64>> {
    super::decisions::median(conn, &bench.committees, now)
}
