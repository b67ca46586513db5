//! Threads, posts and what moderators did.

use diesel::prelude::*;

use crate::base::{AccountId, Actor, CommitteeId, Function, MeetingId, PostId, Role, Scope, ThreadId, Time, named};
use crate::db::schema;

named! {
    /// What a thread is about.
    pub enum Subject {
        /// A meeting.
        Meeting = "meeting",
    }
}

named! {
    /// Whether a post is read.
    pub enum PostState {
        /// Everybody reads it.
        Visible = "visible",
        /// Hidden by the committee; the text stays for a restore.
        Hidden = "hidden",
    }
}

named! {
    /// What a moderator did, in the public log.
    pub enum ActKind {
        /// Made public.
        Publish = "publish",
        /// Not made public.
        Refuse = "refuse",
        /// Hidden.
        Hide = "hide",
        /// Shown again.
        Restore = "restore",
        /// A thread closed.
        Lock = "lock",
        /// A thread opened again.
        Unlock = "unlock",
    }
}

/// A discussion.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::threads)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about.
    pub subject_id: i64,
    /// Who moderates it.
    pub committee_id: CommitteeId,
    /// True when nobody may write.
    pub locked: bool,
}

impl Thread {
    /// The meeting it is about.
    pub const fn meeting(&self) -> MeetingId {
        MeetingId::new(self.subject_id)
    }
}

/// A message in a thread.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::posts)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Where.
    pub thread_id: ThreadId,
    /// Who wrote it; never shown.
    pub account_id: AccountId,
    /// As what.
    pub function: Function,
    /// For which unit, committee, service or area.
    pub scope_id: Option<i64>,
    /// The words.
    pub body: String,
    /// Whether it is read.
    pub state: PostState,
    /// Why it was hidden.
    pub reason: String,
    /// When.
    pub at: Time,
}

/// One line of the public log of moderation. It holds no text of anybody.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::moderation_acts)]
pub struct Act {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: Time,
    /// By which committee.
    pub committee_id: Option<CommitteeId>,
    /// What was done.
    pub action: String,
    /// To what: a kind, and for a concern its number.
    pub target: String,
    /// Why.
    pub reason: String,
}

/// As what an actor writes: their first role with its place, else as a resident.
pub fn speaks_as(actor: &Actor) -> (Function, Option<i64>) {
    let Some(held) = actor.memberships().first() else { return (Function::Resident, None) };
    let function = match held.role {
        Role::Relay => Function::Relay,
        Role::Officer => Function::Officer,
        Role::Chief => Function::Chief,
        Role::Moderator => Function::Moderator,
        Role::Chair => Function::Chair,
        Role::Partner => Function::Partner,
        Role::Overseer => Function::Overseer,
        Role::Admin => Function::Admin,
    };
    let scope = match held.scope {
        Scope::Unit(id) => Some(id.raw()),
        Scope::Committee(id) => Some(id.raw()),
        Scope::Partner(id) => Some(id.raw()),
        Scope::Area(id) => Some(id.raw()),
        Scope::District => None,
    };
    (function, scope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Held, Id, Lang};

    #[test]
    fn an_officer_speaks_for_the_unit_and_a_resident_for_nobody() {
        let with = |memberships| Actor::Account { id: Id::new(1), name: "Awa".into(), lang: Lang::Bm, memberships };
        assert_eq!(speaks_as(&with(vec![])), (Function::Resident, None));
        let officer = with(vec![Held { role: Role::Officer, scope: Scope::Unit(Id::new(7)) }]);
        assert_eq!(speaks_as(&officer), (Function::Officer, Some(7)));
    }
}
