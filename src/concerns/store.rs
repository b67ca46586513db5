//! Concerns in the database: the rows every deed and page shares. Queries of one page only live beside that page.

use diesel::prelude::*;

use super::model::{Concern, Event, EventKind, Moderation, Readers, Referral, ReferralState, State};
use super::sealing::{self, Part};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber, Function, PartnerId, ReferralId, Time};
use crate::db::schema::{concern_events, concern_keys, concerns, counters, referrals};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::policy::{Audience, ConcernFacts, Holder};
use crate::seal::Veiled;

/// A concern by its published number.
pub(crate) fn find(conn: &mut Conn, number: ConcernNumber) -> Result<Option<Concern>> {
    Ok(concerns::table
        .filter(concerns::year.eq(number.year).and(concerns::serial.eq(number.serial)))
        .select(Concern::as_select())
        .first(conn)
        .optional()?)
}

/// A concern by id; it must exist.
pub(crate) fn get(conn: &mut Conn, id: ConcernId) -> Result<Concern> {
    concerns::table.find(id).select(Concern::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// A concern that everybody may read.
pub(crate) fn find_public(conn: &mut Conn, number: ConcernNumber) -> Result<Option<Concern>> {
    Ok(find(conn, number)?.filter(Concern::is_public))
}

/// The concern a code opens, and what it makes of its holder, by the code's stored form.
pub(crate) fn find_by_key(conn: &mut Conn, code_hash: &str) -> Result<Option<(ConcernId, Holder)>> {
    let key = concern_keys::table.find(code_hash);
    Ok(key.select((concern_keys::concern_id, concern_keys::holder)).first(conn).optional()?)
}

/// A concern and the account that filed it, where one did.
pub(crate) fn owner(conn: &mut Conn, number: ConcernNumber) -> Result<Option<(ConcernId, Option<AccountId>)>> {
    Ok(concerns::table
        .filter(concerns::year.eq(number.year).and(concerns::serial.eq(number.serial)))
        .select((concerns::id, concerns::account_id))
        .first(conn)
        .optional()?)
}

/// The account that filed a concern, where one did.
pub(crate) fn account_of(conn: &mut Conn, id: ConcernId) -> Result<Option<AccountId>> {
    concerns::table.find(id).select(concerns::account_id).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Everything that happened to a concern, oldest first.
pub(crate) fn events(conn: &mut Conn, id: ConcernId) -> Result<Vec<Event>> {
    Ok(concern_events::table
        .filter(concern_events::concern_id.eq(id))
        .order((concern_events::at, concern_events::id))
        .select(Event::as_select())
        .load(conn)?)
}

/// The events of a concern that these readers may see, oldest first: the public sees less than the reporter, who sees less
/// than the unit.
pub(crate) fn events_for(conn: &mut Conn, id: ConcernId, readers: Readers) -> Result<Vec<Event>> {
    let mut events = events(conn, id)?;
    events.retain(|e| e.audience <= readers);
    Ok(events)
}

/// What the policy decides by, of a concern before somebody. With which service it stands is looked up only where that
/// could change what they may do: what is hidden from them costs as many statements as a number that was never given.
pub(crate) fn facts_for(conn: &mut Conn, actor: &Actor, r: &Reference, concern: &Concern) -> Result<ConcernFacts> {
    let matters = actor.partners().into_iter().any(|partner| r.may_be_given(partner, concern.audience));
    let partner = if matters { referred_to(conn, concern)? } else { None };
    Ok(concern.facts(r, partner))
}

/// The service a concern stands with: asked and not refused, while the concern is referred.
fn referred_to(conn: &mut Conn, concern: &Concern) -> Result<Option<PartnerId>> {
    if concern.state == State::Referred { stands_with(conn, concern.id) } else { Ok(None) }
}

/// The same of a concern that is referred.
pub(super) fn stands_with(conn: &mut Conn, id: ConcernId) -> Result<Option<PartnerId>> {
    Ok(referrals::table
        .filter(referrals::concern_id.eq(id))
        .filter(referrals::state.eq_any([ReferralState::Pending, ReferralState::Accepted]))
        .order((referrals::asked_at.desc(), referrals::id.desc()))
        .select(referrals::partner_id)
        .first(conn)
        .optional()?)
}

/// Every referral of a concern, oldest first.
pub(crate) fn referrals_of(conn: &mut Conn, id: ConcernId) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::concern_id.eq(id))
        .order((referrals::asked_at, referrals::id))
        .select(Referral::as_select())
        .load(conn)?)
}

/// A referral; it must exist.
pub(crate) fn referral(conn: &mut Conn, id: ReferralId) -> Result<Referral> {
    referrals::table.find(id).select(Referral::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// The next serial of a year.
pub(crate) fn next_serial(tx: &mut Tx<'_>, year: i32) -> Result<i32> {
    next_of(tx, &format!("concern {year}")).and_then(|serial| i32::try_from(serial).map_err(Error::internal))
}

/// The next number of a counter: 1, 2, 3 … without a gap.
pub(crate) fn next_of(tx: &mut Tx<'_>, name: &str) -> Result<i64> {
    let raised = diesel::update(counters::table.find(name))
        .set(counters::value.eq(counters::value + 1))
        .returning(counters::value)
        .get_result::<i64>(tx.conn)
        .optional()?;
    match raised {
        Some(value) => Ok(value),
        None => {
            diesel::insert_into(counters::table)
                .values((counters::name.eq(name), counters::value.eq(1)))
                .execute(tx.conn)?;
            Ok(1)
        }
    }
}

/// What an event says, without where and when.
#[derive(Debug, Clone)]
pub(crate) struct NewEvent {
    pub(crate) kind: EventKind,
    pub(crate) function: Function,
    pub(crate) scope_id: Option<i64>,
    pub(crate) audience: Readers,
    pub(crate) body: String,
    pub(crate) was: String,
    pub(crate) became: String,
}

impl NewEvent {
    /// An event of a kind, by a function, for some readers.
    pub(crate) fn new(kind: EventKind, function: Function, audience: Readers) -> NewEvent {
        let none = String::new();
        NewEvent { kind, function, scope_id: None, audience, body: none.clone(), was: none.clone(), became: none }
    }

    /// For which unit, committee or service.
    pub(crate) fn of(mut self, scope: i64) -> NewEvent {
        self.scope_id = Some(scope);
        self
    }

    /// With words.
    pub(crate) fn saying(mut self, body: &str) -> NewEvent {
        body.clone_into(&mut self.body);
        self
    }

    /// From what to what.
    pub(crate) fn changing(mut self, was: impl ToString, became: impl ToString) -> NewEvent {
        self.was = was.to_string();
        self.became = became.to_string();
        self
    }
}

/// Adds to a concern's timeline.
pub(crate) fn insert_event(tx: &mut Tx<'_>, actor: &Actor, concern: ConcernId, event: &NewEvent) -> Result<()> {
    insert_event_as(tx, actor.account(), concern, event)
}

pub(super) fn insert_event_as(
    tx: &mut Tx<'_>,
    account: Option<AccountId>,
    concern: ConcernId,
    event: &NewEvent,
) -> Result<()> {
    let body = sealing::close(tx, concern, Part::File, &event.body)?;
    diesel::insert_into(concern_events::table)
        .values((
            concern_events::id.eq(tx.id::<crate::base::Event>()),
            concern_events::concern_id.eq(concern),
            concern_events::at.eq(tx.now),
            concern_events::kind.eq(event.kind),
            concern_events::function.eq(event.function),
            // A resident's event never names an account: the timeline must not tie words to a person.
            concern_events::account_id.eq(account.filter(|_| event.function != Function::Resident)),
            concern_events::scope_id.eq(event.scope_id),
            concern_events::audience.eq(event.audience),
            concern_events::body.eq(&body),
            concern_events::was.eq(&event.was),
            concern_events::became.eq(&event.became),
        ))
        .execute(tx.conn)?;
    // The searches know nothing of what is sealed.
    if event.body.is_empty() || body.is_closed() { Ok(()) } else { super::texts::add(tx, concern, &event.body) }
}

/// A concern's whole row, as filed.
pub(super) struct Filing<'a> {
    pub(super) id: ConcernId,
    pub(super) number: ConcernNumber,
    pub(super) new: &'a super::model::NewConcern,
    pub(super) commune: crate::base::AreaId,
    pub(super) unit: crate::base::UnitId,
    pub(super) account: Option<AccountId>,
    pub(super) audience: Audience,
    pub(super) moderation: Moderation,
    pub(super) due_at: Time,
    /// What seals its words; nothing where they lie open.
    pub(super) fresh: Option<&'a sealing::Fresh>,
}

pub(super) fn insert(tx: &mut Tx<'_>, filing: &Filing<'_>) -> Result<()> {
    let new = filing.new;
    let close = |tx: &Tx<'_>, text: &str| match filing.fresh {
        Some(fresh) => fresh.close(tx, text),
        None => Ok(Veiled::plain(text)),
    };
    let (landmark, words) = (close(tx, &new.landmark)?, close(tx, &new.words)?);
    diesel::insert_into(concerns::table)
        .values((
            (
                concerns::id.eq(filing.id),
                concerns::year.eq(filing.number.year),
                concerns::serial.eq(filing.number.serial),
                concerns::category_id.eq(new.category),
                concerns::area_id.eq(new.area),
                concerns::commune_id.eq(filing.commune),
                concerns::unit_id.eq(filing.unit),
                concerns::account_id.eq(filing.account),
                concerns::channel.eq(new.channel),
                concerns::lang.eq(new.lang),
                concerns::landmark.eq(landmark),
                concerns::folded.eq(super::model::search_text(filing.number, words.as_str())),
                concerns::words.eq(words),
            ),
            (
                concerns::audience.eq(filing.audience),
                concerns::moderation.eq(filing.moderation),
                concerns::moderation_reason.eq(""),
                concerns::state.eq(State::Received),
                concerns::reopened.eq(false),
                concerns::priority.eq(false),
                concerns::waiting.eq(false),
                concerns::owed.eq(true),
                concerns::filed_at.eq(tx.now),
                concerns::due_at.eq(filing.due_at),
                concerns::supports.eq(0),
            ),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn insert_key(tx: &mut Tx<'_>, code_hash: &str, concern: ConcernId, holder: Holder) -> Result<()> {
    diesel::insert_into(concern_keys::table)
        .values((
            concern_keys::code_hash.eq(code_hash),
            concern_keys::concern_id.eq(concern),
            concern_keys::holder.eq(holder),
            concern_keys::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A concern in a line: what other features show of it.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Brief {
    /// Its id.
    pub(crate) id: ConcernId,
    year: i32,
    serial: i32,
    /// What kind.
    pub(crate) category_id: crate::base::CategoryId,
    /// What it says.
    pub(crate) words: String,
}

impl Brief {
    /// Its number.
    pub(crate) const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }
}

/// Open concerns a unit may cite in a patrol, of one quartier or all, newest first.
pub(crate) fn open_of_unit(
    conn: &mut Conn,
    unit: crate::base::UnitId,
    area: Option<crate::base::AreaId>,
) -> Result<Vec<Brief>> {
    let mut query = concerns::table
        .filter(concerns::unit_id.eq(unit).and(concerns::audience.eq_any(Audience::OPEN)))
        .filter(concerns::state.eq_any(State::OPEN))
        .into_boxed();
    if let Some(area) = area {
        query = query.filter(concerns::area_id.eq(area));
    }
    Ok(query
        .order((concerns::filed_at.desc(), concerns::id.desc()))
        .limit(100)
        .select((concerns::id, concerns::year, concerns::serial, concerns::category_id, concerns::words))
        .load(conn)?)
}

/// Numbers of the open concerns a unit may cite, with their quartiers, the newest first: what a phone takes along.
pub(crate) fn open_numbers(
    conn: &mut Conn,
    unit: crate::base::UnitId,
) -> Result<Vec<(crate::base::AreaId, ConcernNumber)>> {
    let rows: Vec<(crate::base::AreaId, i32, i32)> = concerns::table
        .filter(concerns::unit_id.eq(unit).and(concerns::audience.eq_any(Audience::OPEN)))
        .filter(concerns::state.eq_any(State::OPEN))
        .order((concerns::filed_at.desc(), concerns::id.desc()))
        .limit(300)
        .select((concerns::area_id, concerns::year, concerns::serial))
        .load(conn)?;
    Ok(rows.into_iter().map(|(area, year, serial)| (area, ConcernNumber { year, serial })).collect())
}

/// How many open concerns a unit has in each quartier; what oversight or a desk alone reads is not among them.
pub(crate) fn open_by_area(conn: &mut Conn, unit: crate::base::UnitId) -> Result<Vec<(crate::base::AreaId, i64)>> {
    Ok(concerns::table
        .filter(concerns::unit_id.eq(unit).and(concerns::audience.eq_any(Audience::OPEN)))
        .filter(concerns::state.eq_any(State::OPEN))
        .group_by(concerns::area_id)
        .select((concerns::area_id, diesel::dsl::count_star()))
        .load(conn)?)
}

/// These concerns, those of them that everybody may read: for agendas and bulletins.
pub(crate) fn public_briefs(conn: &mut Conn, ids: &[ConcernId]) -> Result<Vec<Brief>> {
    Ok(concerns::table
        .filter(concerns::id.eq_any(ids))
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .select((concerns::id, concerns::year, concerns::serial, concerns::category_id, concerns::words))
        .load(conn)?)
}
