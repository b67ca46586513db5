//! The record of processing, as the APDP (Mali's data-protection authority, loi 2013-015) asks a controller for one: which personal
//! data there is, why, whose, who reads it, how long it is kept. It is told from what the program really does: each of its tables
//! stands under a processing or under [`Of::Nobody`] (a test reads the schema and refuses a table that does not), periods are the
//! rules of this instance, readers are asked of the policy. What the program cannot know (who the controller is, on which ground, where the machine
//! stands) is left blank for them to fill in.

use super::rules::Rule;
use crate::base::named;
use crate::policy::matrix::{Line, Reach, Who, reach};

named! {
    /// A processing, or none.
    pub enum Of {
        /// What residents tell, and what becomes of it.
        Concerns = "concerns",
        /// Who they are, when they say it.
        Identities = "identities",
        /// Who is in danger, and what is said of police: kinds that few read.
        Sealed = "sealed",
        /// Accounts, roles, sessions.
        Accounts = "accounts",
        /// Meetings: places, attendance lists, corrections, questions.
        Meetings = "meetings",
        /// Discussions, rumours, and their moderation.
        Talk = "talk",
        /// Patrols, plans, handovers: what officers did.
        Service = "service",
        /// Requests about one's own data, and what was agreed to.
        Rights = "rights",
        /// The record of deeds.
        Ledger = "ledger",
        /// Reference data and counts: nobody stands in it.
        Nobody = "nobody",
    }
}

/// Which processing each table belongs to.
pub const TABLES: &[(Of, &[&str])] = &[
    (
        Of::Concerns,
        &[
            "concerns",
            "concern_keys",
            "concern_events",
            "concern_answers",
            "concern_clocks",
            "concern_causes",
            "referrals",
            "supports",
            "follows",
            "follow_visits",
            "media",
            "merges",
            "desk_texts",
            "desk_filters",
            "chief_notices",
            "slips",
            "stop_concerns",
            "relay_weeks",
        ],
    ),
    (
        Of::Identities,
        &[
            "sealed",
            "envelopes",
            "keyrings",
            "rescue_keys",
            "rescue_papers",
            "rescue_envelopes",
            "word_seals",
            "code_pairs",
            "code_envelopes",
            "identities",
            "custody_steps",
        ],
    ),
    (Of::Sealed, &["checkbacks", "checkback_words"]),
    (
        Of::Accounts,
        &[
            "accounts",
            "memberships",
            "role_grants",
            "account_resets",
            "reset_links",
            "second_steps",
            "recovery_codes",
            "passkeys",
            "sessions",
            "once",
        ],
    ),
    (
        Of::Meetings,
        &[
            "meetings",
            "registrations",
            "attendance_lists",
            "meeting_feedback",
            "meeting_questions",
            "meeting_question_supports",
            "minutes",
            "minutes_corrections",
            "commitments",
            "commitment_steps",
            "commitment_keepers",
        ],
    ),
    (
        Of::Talk,
        &[
            "threads",
            "posts",
            "post_edits",
            "thread_follows",
            "thread_traces",
            "moderation_acts",
            "flags",
            "flag_steps",
            "moderation_decisions",
            "appeals",
            "redactions",
            "redaction_openings",
            "standings",
            "rumours",
            "rumour_steps",
            "rumour_asks",
        ],
    ),
    (
        Of::Service,
        &[
            "patrols",
            "patrol_stops",
            "patrol_plans",
            "planned_stops",
            "patrol_conflicts",
            "patrol_deliveries",
            "stop_contacts",
            "handovers",
            "handover_items",
            "unit_priorities",
            "walls",
            "slip_sheets",
        ],
    ),
    (Of::Rights, &["rights_requests", "consents"]),
    (Of::Ledger, &["ledger", "ledger_heads", "heads"]),
    (
        Of::Nobody,
        &[
            "counters",
            "settings",
            "areas",
            "units",
            "categories",
            "routings",
            "committees",
            "partners",
            "emergency_numbers",
            "patrol_marks",
            "wall_weeks",
            "agenda_items",
            "attendance",
            "meeting_series",
            "meeting_moves",
            "meeting_reminders",
            "notices",
            "retention_rules",
            "questions",
            "media_strays",
            "prompt_sounds",
            "category_sounds",
            "category_desks",
            "sealed_partners",
            "support_services",
            "support_categories",
            "reply_templates",
            "reply_categories",
            "desk_counts",
            "clock_rules",
            "holidays",
            "watch_words",
        ],
    ),
];

impl Of {
    /// The rules that end it; where there is none it is kept until somebody asks for it to go.
    pub(super) const fn rules(self) -> &'static [Rule] {
        match self {
            Of::Concerns | Of::Sealed => &[Rule::Words, Rule::Sound],
            Of::Identities => &[Rule::Identity],
            Of::Talk => &[Rule::Original],
            Of::Rights => &[Rule::Request, Rule::Answer],
            Of::Accounts => &[Rule::AccountIdle],
            Of::Meetings => &[Rule::MeetingNames],
            Of::Service | Of::Ledger | Of::Nobody => &[],
        }
    }

    /// The deeds that read it, where the policy knows one.
    const fn deeds(self) -> &'static [Line] {
        match self {
            Of::Concerns => &[Line::ReadFile, Line::ReadReferred, Line::ModerateConcern],
            Of::Identities => &[Line::AskIdentity, Line::KeepIdentities],
            Of::Sealed => &[Line::ReadSealed, Line::ReadConduct, Line::AnswerThreat],
            Of::Accounts | Of::Rights => &[Line::Administer],
            Of::Meetings => &[Line::SeeCommittee],
            Of::Talk => &[Line::RunCommittee, Line::OpenOriginal],
            Of::Service => &[Line::LogPatrol],
            Of::Ledger | Of::Nobody => &[],
        }
    }

    /// Who reads it, by the policy.
    pub(super) fn readers(self) -> Vec<Who> {
        let may =
            |who: &&Who| self.deeds().iter().any(|line| matches!(reach(**who, *line), Reach::Own | Reach::Everywhere));
        Who::ALL.iter().filter(may).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_the_policy_s_own() {
        assert_eq!(Of::Concerns.readers(), [Who::Officer, Who::Chief, Who::Moderator, Who::Partner]);
        assert_eq!(Of::Sealed.readers(), [Who::Officer, Who::Chief, Who::Overseer]);
        assert!(!Of::Identities.readers().contains(&Who::Admin));
    }
}
