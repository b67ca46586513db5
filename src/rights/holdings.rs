//! Every table with a row of an account in it, and what becomes of that row when the account is erased. One list: the erasure goes by
//! it, the page of all that is held counts by it, and a test refuses a column that points to an account and is not in it.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::base::{AccountId, named};
use crate::db::schema::ledger;
use crate::db::{Conn, Tx};
use crate::error::Result;
use Fate::{Apart, Deleted, Emptied, Kept};

named! {
    /// Why a row stays, with an account that nobody stands behind any more.
    pub enum Why {
        /// It is what somebody did in a role: others rely on it.
        Duty = "duty",
        /// It says who was let in, to what, by whom.
        Powers = "powers",
        /// It is what a committee or an administrator decided, with the words of those who decided.
        Decided = "decided",
    }
}

/// What an erasure does to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It goes.
    Deleted,
    /// It stays without what was the person's: what is set.
    Emptied(&'static str),
    /// A function of ours empties it: the account's own rows, concerns, posts.
    Apart,
    /// It stays, and why.
    Kept(Why),
}

named! {
    /// The lines of the page, in their order.
    pub enum Group {
        /// Roles held, now or before.
        Roles = "roles",
        /// Roles that were asked for, and accesses given anew.
        Granted = "granted",
        /// What was filed with it: the page names each.
        Filed = "filed",
        /// Devices.
        Sessions = "sessions",
        /// The second step, and codes of paper.
        Second = "second",
        /// Keys that sign in.
        Passkeys = "passkeys",
        /// Pairs that open what is sealed to somebody.
        Pairs = "pairs",
        /// Places at meetings.
        Places = "places",
        /// Questions for meetings.
        Questions = "questions",
        /// Corrections of minutes.
        Corrections = "corrections",
        /// Messages.
        Posts = "posts",
        /// What those said before.
        Earlier = "earlier",
        /// What is followed, and how far it was read.
        Follows = "follows",
        /// « Moi aussi », and questions that were backed.
        Backed = "backed",
        /// Flags.
        Flags = "flags",
        /// Appeals.
        Appeals = "appeals",
        /// What a committee decided of the person.
        Standings = "standings",
        /// What was done in a role.
        Work = "work",
        /// What was agreed to: the page names each.
        Agreed = "agreed",
        /// Requests: the page has them below.
        Requests = "requests",
    }
}

/// One column.
pub(super) struct Holding {
    table: &'static str,
    /// The column, or how the rows are found where none points to the account itself; the account is `$1`.
    whose: &'static str,
    fate: Fate,
    group: Group,
}

const fn row(table: &'static str, whose: &'static str, fate: Fate, group: Group) -> Holding {
    Holding { table, whose, fate, group }
}

/// All of them. What follows from another row stands before it.
pub(super) const HOLDINGS: &[Holding] = &[
    row("memberships", "account_id", Kept(Why::Powers), Group::Roles),
    row("role_grants", "account_id", Kept(Why::Powers), Group::Granted),
    row("role_grants", "asked_by", Kept(Why::Powers), Group::Work),
    row("role_grants", "decided_by", Kept(Why::Powers), Group::Work),
    row("account_resets", "account_id", Deleted, Group::Granted),
    row("reset_links", "account_id", Deleted, Group::Granted),
    row("account_resets", "made_by", Kept(Why::Powers), Group::Work),
    row("concerns", "account_id", Apart, Group::Filed),
    row("concerns", "assignee_id", Kept(Why::Duty), Group::Work),
    row("sessions", "account_id", Deleted, Group::Sessions),
    row("second_steps", "account_id", Deleted, Group::Second),
    row("recovery_codes", "account_id", Deleted, Group::Second),
    row("passkeys", "account_id", Deleted, Group::Passkeys),
    row("keyrings", "account_id", Apart, Group::Pairs),
    row("rescue_papers", "account_id", Kept(Why::Duty), Group::Work),
    row("rescue_keys", "made_by", Kept(Why::Duty), Group::Work),
    row(
        "minutes_corrections",
        "registration_id IN (SELECT id FROM registrations WHERE account_id = $1)",
        Emptied("body = '–'"),
        Group::Corrections,
    ),
    // The place stays taken and counted; whoever has its door code comes in without a name.
    row("registrations", "account_id", Emptied("account_id = NULL, name = '–'"), Group::Places),
    // What everybody reads stays on its agenda, as nobody's.
    row(
        "meeting_questions",
        "account_id",
        Emptied(
            "account_id = NULL, body = CASE WHEN state = 'shown' THEN body ELSE '–' END, \
             state = CASE WHEN state = 'held' THEN 'refused' ELSE state END",
        ),
        Group::Questions,
    ),
    row("post_edits", "post_id IN (SELECT id FROM posts WHERE account_id = $1)", Deleted, Group::Earlier),
    row("posts", "account_id", Apart, Group::Posts),
    row("follows", "account_id", Deleted, Group::Follows),
    row("follow_visits", "account_id", Deleted, Group::Follows),
    row("thread_follows", "account_id", Deleted, Group::Follows),
    // The numbers that everybody reads stay: they stand beside the thing itself.
    row("supports", "account_id", Emptied("account_id = NULL"), Group::Backed),
    row("meeting_question_supports", "account_id", Deleted, Group::Backed),
    row("flags", "account_id", Emptied("note = ''"), Group::Flags),
    row("flags", "assignee_id", Kept(Why::Decided), Group::Work),
    row("flags", "decided_by", Kept(Why::Decided), Group::Work),
    row("flag_steps", "account_id", Kept(Why::Decided), Group::Work),
    row("appeals", "account_id", Emptied("account_id = NULL, words = ''"), Group::Appeals),
    row("appeals", "decided_by", Kept(Why::Decided), Group::Work),
    row("standings", "account_id", Kept(Why::Decided), Group::Standings),
    row("standings", "by_id", Kept(Why::Decided), Group::Work),
    row("standings", "lifted_by", Kept(Why::Decided), Group::Work),
    row("moderation_decisions", "account_id", Kept(Why::Decided), Group::Work),
    row("redactions", "account_id", Kept(Why::Decided), Group::Work),
    row("redaction_openings", "account_id", Kept(Why::Decided), Group::Work),
    row("concern_events", "account_id", Kept(Why::Duty), Group::Work),
    row("checkback_words", "account_id", Kept(Why::Duty), Group::Work),
    row("custody_steps", "account_id", Kept(Why::Duty), Group::Work),
    row("referrals", "asked_by", Kept(Why::Duty), Group::Work),
    row("minutes", "account_id", Kept(Why::Duty), Group::Work),
    row("commitments", "claim_by", Kept(Why::Duty), Group::Work),
    row("commitment_keepers", "account_id", Kept(Why::Duty), Group::Work),
    row("patrols", "leader_id", Kept(Why::Duty), Group::Work),
    row("patrol_plans", "made_by", Kept(Why::Duty), Group::Work),
    row("patrol_conflicts", "brought_by", Kept(Why::Duty), Group::Work),
    row("patrol_deliveries", "account_id", Kept(Why::Duty), Group::Work),
    row("handovers", "account_id", Kept(Why::Duty), Group::Work),
    row("handovers", "by_id", Kept(Why::Duty), Group::Work),
    row("handover_items", "to_id", Kept(Why::Duty), Group::Work),
    row("relay_weeks", "account_id", Kept(Why::Duty), Group::Work),
    row("rumours", "claim_by", Kept(Why::Duty), Group::Work),
    row("slip_sheets", "made_by", Kept(Why::Duty), Group::Work),
    row("unit_priorities", "by_id", Kept(Why::Duty), Group::Work),
    row("walls", "made_by", Kept(Why::Duty), Group::Work),
    row("desk_filters", "account_id", Deleted, Group::Work),
    row("consents", "account_id", Deleted, Group::Agreed),
    // Number, dates and answer stay: an administrator answers for them.
    row("rights_requests", "account_id", Emptied("words = '', correction = ''"), Group::Requests),
    row("rights_requests", "answered_by", Kept(Why::Decided), Group::Work),
];

impl Holding {
    fn condition(&self) -> String {
        if self.whose.contains(' ') { self.whose.to_owned() } else { format!("{} = $1", self.whose) }
    }

    /// The statement of an erasure; none where nothing is done here.
    fn statement(&self) -> Option<String> {
        match self.fate {
            Deleted => Some(format!("DELETE FROM {} WHERE {}", self.table, self.condition())),
            Emptied(set) => Some(format!("UPDATE {} SET {set} WHERE {}", self.table, self.condition())),
            Apart | Kept(_) => None,
        }
    }
}

/// Deletes and empties what the list says.
pub(super) fn let_go(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    for statement in HOLDINGS.iter().filter_map(Holding::statement) {
        diesel::sql_query(statement).bind::<BigInt, _>(account.raw()).execute(tx.conn)?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// How many rows of an account each line of the page counts.
pub(super) fn counts(conn: &mut Conn, account: AccountId) -> Result<Vec<(Group, i64)>> {
    let mut counts = Vec::with_capacity(Group::ALL.len());
    for group in Group::ALL.iter().copied() {
        let of = HOLDINGS.iter().filter(|holding| holding.group == group);
        let parts: Vec<String> =
            of.map(|one| format!("(SELECT COUNT(*) FROM {} WHERE {})", one.table, one.condition())).collect();
        let sum = diesel::sql_query(format!("SELECT {} AS number", parts.join(" + ")));
        let found: Number = sum.bind::<BigInt, _>(account.raw()).get_result(conn)?;
        counts.push((group, found.number));
    }
    Ok(counts)
}

/// How many rows of the ledger name an account: by its id, as who did something or as what it was done to. They always stay.
pub(super) fn in_ledger(conn: &mut Conn, account: AccountId) -> Result<i64> {
    let named = ledger::actor.eq(account.to_string()).or(ledger::object.eq(format!("account {account}")));
    Ok(ledger::table.filter(named).count().get_result(conn)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// « table.column » of every column that points to an account, out of the migrations.
    fn pointing() -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let (mut found, mut table) = (BTreeSet::new(), String::new());
        for entry in std::fs::read_dir(folder).expect("the migrations") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                continue;
            }
            let text = std::fs::read_to_string(path).expect("a migration");
            for line in text.lines().map(str::trim) {
                let opened = line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("ALTER TABLE "));
                if let Some(rest) = opened {
                    table = rest.split_whitespace().next().unwrap_or_default().to_owned();
                }
                if line.contains("REFERENCES accounts") {
                    let column = line.split_once("ADD COLUMN ").map_or(line, |(_, rest)| rest);
                    found.insert(format!("{table}.{}", column.split_whitespace().next().unwrap_or_default()));
                }
            }
        }
        found
    }

    /// A column that points to an account and is not in the list is data that no page shows and no erasure reaches.
    #[test]
    fn every_column_that_points_to_an_account_is_in_the_list() {
        let pointing = pointing();
        assert!(pointing.len() > 50, "the migrations were read: {}", pointing.len());
        let own = HOLDINGS.iter().filter(|holding| !holding.whose.contains(' '));
        let listed: Vec<String> = own.map(|one| format!("{}.{}", one.table, one.whose)).collect();
        let once: BTreeSet<String> = listed.iter().cloned().collect();
        assert_eq!(once.len(), listed.len(), "a column is listed twice");
        let forgotten: Vec<&String> = pointing.difference(&once).collect();
        assert!(forgotten.is_empty(), "{forgotten:?}");
        let schema = include_str!("../db/schema.rs");
        for one in HOLDINGS {
            let table = format!("\n    {} (", one.table);
            let block = schema.split("diesel::table!").find(|block| block.contains(&table)).expect("a table");
            assert!(one.whose.contains(' ') || block.contains(&format!(" {} ->", one.whose)), "{}", one.table);
        }
    }

    #[test]
    fn every_line_of_the_page_counts_something() {
        for group in Group::ALL {
            assert!(HOLDINGS.iter().any(|holding| holding.group == *group), "{group}");
        }
    }
}
