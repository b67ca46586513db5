//! Threads and posts: pure, without a database, a clock or words in any language.

use diesel::prelude::*;

use crate::base::{
    AccountId, Actor, AreaId, CommitteeId, ConcernId, Function, Id, MeetingId, PostId, Role, Scope, ThreadId, Time,
    named,
};
use crate::db::schema;

named! {
    /// What a thread is about, as a word.
    pub enum SubjectKind {
        /// A meeting.
        Meeting = "meeting",
        /// A quartier or a commune.
        Area = "area",
        /// A concern that everybody may read.
        Concern = "concern",
        /// A part of another thread, made one of its own; it is about what that one is about.
        Split = "split",
    }
}

/// What a thread is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A meeting.
    Meeting(MeetingId),
    /// A quartier or a commune.
    Area(AreaId),
    /// A public concern.
    Concern(ConcernId),
}

impl Subject {
    /// As the database keeps it.
    pub const fn columns(self) -> (SubjectKind, i64) {
        match self {
            Subject::Meeting(id) => (SubjectKind::Meeting, id.raw()),
            Subject::Area(id) => (SubjectKind::Area, id.raw()),
            Subject::Concern(id) => (SubjectKind::Concern, id.raw()),
        }
    }

    /// Of the two columns; nothing for a split, whose origin knows.
    pub const fn of(kind: SubjectKind, id: i64) -> Option<Subject> {
        match kind {
            SubjectKind::Meeting => Some(Subject::Meeting(Id::new(id))),
            SubjectKind::Area => Some(Subject::Area(Id::new(id))),
            SubjectKind::Concern => Some(Subject::Concern(Id::new(id))),
            SubjectKind::Split => None,
        }
    }
}

named! {
    /// Whether a post is read.
    pub enum PostState {
        /// Everybody reads it.
        Visible = "visible",
        /// Hidden by the committee; the text stays for a restore.
        Hidden = "hidden",
        /// Waits for a moderator; nobody but its author and they read it.
        Held = "held",
        /// Never shown: a moderator said no.
        Refused = "refused",
    }
}

impl PostState {
    /// True for what everybody meets in the thread, if only as a line that says it is hidden: what the thread counts.
    pub const fn is_met(self) -> bool {
        matches!(self, PostState::Visible | PostState::Hidden)
    }
}

/// A discussion.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::threads)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about.
    pub subject_kind: SubjectKind,
    /// Of that, which one.
    pub subject_id: i64,
    /// Who moderates it.
    pub committee_id: CommitteeId,
    /// True when nobody may write.
    pub locked: bool,
    /// What it is called, when it was split off.
    pub title: String,
    /// What it was split from.
    pub origin_id: Option<ThreadId>,
    /// Where its posts went, when it was joined to another one.
    pub merged_into: Option<ThreadId>,
    /// How many posts everybody meets in it.
    pub posts: i64,
    /// When the last one was written.
    pub last_at: Option<Time>,
}

impl Thread {
    /// What it is about itself; nothing for a split.
    pub const fn subject(&self) -> Option<Subject> {
        Subject::of(self.subject_kind, self.subject_id)
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
    /// Why it was hidden or refused.
    pub reason: String,
    /// When.
    pub at: Time,
    /// Which post it answers.
    pub reply_to: Option<PostId>,
    /// When its words were last changed.
    pub edited_at: Option<Time>,
    /// Which rules held it, with commas.
    pub held_for: String,
}

/// As what an actor writes: a function, and for which unit, committee, service or area.
pub type Voice = (Function, Option<i64>);

/// As what an actor writes: their first role with its place, else as a resident.
pub fn speaks_as(actor: &Actor) -> Voice {
    actor.memberships().first().map_or((Function::Resident, None), |held| voice(held.role, held.scope))
}

/// A role as a voice.
fn voice(role: Role, scope: Scope) -> Voice {
    let function = match role {
        Role::Relay => Function::Relay,
        Role::Officer => Function::Officer,
        Role::Chief => Function::Chief,
        Role::Moderator => Function::Moderator,
        Role::Chair => Function::Chair,
        Role::Partner => Function::Partner,
        Role::Overseer => Function::Overseer,
        Role::Admin => Function::Admin,
    };
    let scope = match scope {
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
    use crate::base::{Held, Lang};

    #[test]
    fn an_officer_speaks_for_the_unit_and_a_resident_for_nobody() {
        let with = |memberships| Actor::Account { id: Id::new(1), name: "Awa".into(), lang: Lang::Bm, memberships };
        assert_eq!(speaks_as(&with(vec![])), (Function::Resident, None));
        let officer = with(vec![Held { role: Role::Officer, scope: Scope::Unit(Id::new(7)) }]);
        assert_eq!(speaks_as(&officer), (Function::Officer, Some(7)));
    }
}
