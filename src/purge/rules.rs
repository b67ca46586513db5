//! The rules, what they find due, and what they do. A dry run asks the same questions and answers with the same counts.

use std::fmt;

use diesel::prelude::*;

use crate::accounts::store as accounts;
use crate::base::{AccountId, Actor, ConcernId, DAY, MeetingId, RedactionId, Time, named};
use crate::concerns::erasure::{self, Why};
use crate::concerns::{custody, media};
use crate::db::schema::retention_rules;
use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::moderation::redactions;
use crate::{forums, ledger, rights};

named! {
    /// A rule of how long something is kept.
    pub enum Rule {
        /// Days after closing that an identity is kept.
        Identity = "identity",
        /// Days after closing that the words of what was never public are kept.
        Words = "words",
        /// Days after the answer that the words of a request are kept.
        Request = "request",
        /// Days that the original of what was blacked out is kept.
        Original = "original",
        /// Days to answer a request: not a purge, a promise.
        Answer = "answer",
        /// Days after a voice note was written down, or its concern closed, that it is kept. Its first value is the setting
        /// SIGIDA_SOUND_DAYS, which counts no more once an administrator has set the rule.
        Sound = "sound",
        /// Days after a meeting that names are kept which were typed on its lists without an account.
        MeetingNames = "meeting-names",
        /// Days without signing in after which a resident's account is closed.
        AccountIdle = "account-idle",
    }
}

/// What goes, or went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Identities of closed concerns.
    pub identities: usize,
    /// Envelopes of openings that lapsed.
    pub openings: usize,
    /// Concerns whose words went.
    pub words: usize,
    /// Requests whose words went.
    pub requests: usize,
    /// Originals of what was blacked out.
    pub originals: usize,
    /// Meetings whose lists were emptied of typed names.
    pub lists: usize,
    /// Residents' accounts that nobody used.
    pub accounts: usize,
    /// Voice notes whose time is over.
    pub sounds: usize,
    /// Sessions and form answers whose time is over.
    pub sessions: usize,
}

impl Counts {
    const fn of_deeds(&self) -> usize {
        self.identities + self.openings + self.words + self.requests + self.originals + self.lists + self.accounts
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { identities, openings, words, requests, originals, lists, accounts, sounds, sessions } = self;
        write!(
            f,
            "identities {identities}, openings {openings}, words {words}, requests {requests}, originals {originals}, lists {lists}, accounts {accounts}, sounds {sounds}, sessions {sessions}"
        )
    }
}

/// Things taken at a time: a deed holds up the others.
const BATCH: i64 = 500;

/// What is due now.
struct Due {
    identities: Vec<ConcernId>,
    openings: usize,
    words: Vec<ConcernId>,
    requests: Vec<crate::base::RightsRequestId>,
    originals: Vec<RedactionId>,
    lists: Vec<MeetingId>,
    accounts: Vec<AccountId>,
    sessions: usize,
}

/// Every rule with its days; `None` when it is off. `first`: the setting of how long voice notes are kept.
pub(super) fn all(conn: &mut Conn, first: i64) -> Result<Vec<(Rule, Option<i64>)>> {
    let mut all = Vec::new();
    for rule in Rule::ALL {
        let days = match rule {
            Rule::Sound => Some(media::sound_days(conn, first)?),
            _ => days(conn, *rule)?,
        };
        all.push((*rule, days));
    }
    Ok(all)
}

/// The days of a rule; `None` when it is off.
fn days(conn: &mut Conn, rule: Rule) -> Result<Option<i64>> {
    let days: Option<Option<i64>> =
        retention_rules::table.find(rule.as_str()).select(retention_rules::days).first(conn).optional()?;
    Ok(days.flatten())
}

fn due(conn: &mut Conn, now: Time, limit: i64) -> Result<Due> {
    let before = |days: i64| now.plus(-days * DAY);
    Ok(Due {
        identities: match days(conn, Rule::Identity)? {
            Some(days) => custody::closed_before(conn, before(days), limit)?,
            None => Vec::new(),
        },
        openings: custody::lapsed(conn, now)?,
        words: match days(conn, Rule::Words)? {
            Some(days) => erasure::worded(conn, before(days), limit)?,
            None => Vec::new(),
        },
        requests: match days(conn, Rule::Request)? {
            Some(days) => rights::forgettable(conn, before(days))?,
            None => Vec::new(),
        },
        originals: match days(conn, Rule::Original)? {
            Some(days) => redactions::due(conn, before(days), limit)?,
            None => Vec::new(),
        },
        lists: match days(conn, Rule::MeetingNames)? {
            Some(days) => forums::named_before(conn, before(days), limit)?,
            None => Vec::new(),
        },
        accounts: match days(conn, Rule::AccountIdle)? {
            Some(days) => accounts::idle(conn, before(days), now, limit)?,
            None => Vec::new(),
        },
        sessions: crate::web::old(conn, now)?,
    })
}

impl Due {
    fn counts(&self) -> Counts {
        Counts {
            identities: self.identities.len(),
            openings: self.openings,
            words: self.words.len(),
            requests: self.requests.len(),
            originals: self.originals.len(),
            lists: self.lists.len(),
            accounts: self.accounts.len(),
            sounds: 0,
            sessions: self.sessions,
        }
    }
}

/// What would go now; `sound_days` is the setting of how long voice notes are kept while no rule says it. Changes nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn look(conn: &mut Conn, now: Time, sound_days: i64) -> Result<Counts> {
    let sounds = media::sounds_due(conn, sound_days, now)?.len();
    Ok(Counts { sounds, ..due(conn, now, i64::MAX)?.counts() })
}

/// Takes away what is due; returns what went. The bytes of voice notes leave the store with its next sweep.
///
/// # Errors
/// When the database refuses; then what went before stays gone, and the next run goes on.
pub fn run(db: &Db, sound_days: i64) -> Result<Counts> {
    let sounds = db.write_now(move |tx| media::delete_due(tx, sound_days))?;
    let mut all = Counts { sounds, sessions: db.keep_now(crate::web::forget_old)?, ..Counts::default() };
    loop {
        let went = db.write_now(step)?;
        all.identities += went.identities;
        all.openings += went.openings;
        all.words += went.words;
        all.requests += went.requests;
        all.originals += went.originals;
        all.lists += went.lists;
        all.accounts += went.accounts;
        if went.of_deeds() == 0 {
            return Ok(all);
        }
    }
}

/// One step, which is a deed when anything goes.
fn step(tx: &mut Tx<'_>) -> Result<Counts> {
    let found = due(tx.conn, tx.now, BATCH)?;
    let counts = Counts { sessions: 0, ..found.counts() };
    if counts.of_deeds() == 0 {
        tx.nothing_new();
        return Ok(counts);
    }
    for concern in &found.identities {
        custody::erase(tx, *concern)?;
    }
    custody::drop_lapsed(tx)?;
    for concern in &found.words {
        custody::erase(tx, *concern)?;
        erasure::erase(tx, &Actor::System, *concern, Why::Time)?;
    }
    rights::forget(tx, &found.requests)?;
    redactions::erase(tx, &found.originals)?;
    forums::forget_names(tx, &found.lists)?;
    for account in &found.accounts {
        // What they told stays: it opens by its code, and has rules of its own.
        rights::empty_account(tx, *account, Why::Time)?;
    }
    ledger::record(tx, &Actor::System, "purge", "rules", &counts.to_string())?;
    Ok(counts)
}

/// Sets the days of a rule.
pub(super) fn set(tx: &mut Tx<'_>, rule: Rule, days: Option<i64>) -> Result<()> {
    diesel::delete(retention_rules::table.find(rule.as_str())).execute(tx.conn)?;
    diesel::insert_into(retention_rules::table)
        .values((retention_rules::name.eq(rule), retention_rules::days.eq(days)))
        .execute(tx.conn)?;
    Ok(())
}
