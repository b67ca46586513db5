//! A priority, and what became of it.

use diesel::prelude::*;

use crate::base::{Day, Lang, PriorityId, Time, UnitId, named};
use crate::db::schema::unit_priorities;

named! {
    /// What became of a priority.
    pub enum State {
        /// It stands.
        Standing = "standing",
        /// It was done.
        Done = "done",
        /// It was given up.
        Dropped = "dropped",
    }
}

/// How many a unit may have at once: with more, nothing comes first.
pub(super) const MOST: usize = 5;

/// One version of a priority.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = unit_priorities)]
pub(crate) struct Priority {
    pub(crate) unit_id: UnitId,
    /// Its first version's id: what it is called.
    pub(crate) line_id: PriorityId,
    pub(crate) version: i64,
    /// The language it is written in.
    pub(crate) lang: Lang,
    pub(crate) issue: String,
    pub(crate) action: String,
    pub(crate) begins_on: Day,
    pub(crate) ends_on: Day,
    pub(crate) state: State,
    pub(crate) at: Time,
}

/// What a chief writes.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) lang: Lang,
    pub(crate) issue: String,
    pub(crate) action: String,
    pub(crate) begins_on: Day,
    pub(crate) ends_on: Day,
    pub(crate) state: State,
}

/// The newest version of each, those that stand first, the nearest end at their head; then what was settled, the latest first.
pub(super) fn newest(all: Vec<Priority>) -> Vec<Priority> {
    let mut newest: Vec<Priority> = Vec::new();
    for priority in all {
        match newest.iter_mut().find(|known| known.line_id == priority.line_id) {
            Some(known) if known.version < priority.version => *known = priority,
            Some(_) => {}
            None => newest.push(priority),
        }
    }
    let key = |p: &Priority| match p.state {
        State::Standing => (0, p.ends_on.0),
        State::Done | State::Dropped => (1, -p.at.seconds()),
    };
    newest.sort_by_key(|p| (key(p), p.line_id));
    newest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn version(line: i64, version: i64, ends: i64, state: State) -> Priority {
        Priority {
            unit_id: Id::new(1),
            line_id: Id::new(line),
            version,
            lang: Lang::Fr,
            issue: format!("{line}.{version}"),
            action: String::new(),
            begins_on: Day(1),
            ends_on: Day(ends),
            state,
            at: Time(version),
        }
    }

    #[test]
    fn the_newest_version_counts_and_what_ends_soonest_stands_first() {
        let standing = State::Standing;
        let all = vec![
            version(1, 1, 5, standing),
            version(2, 1, 9, standing),
            version(1, 2, 30, standing),
            version(3, 1, 2, State::Done),
        ];
        let said: Vec<String> = newest(all).into_iter().map(|p| p.issue).collect();
        assert_eq!(said, ["2.1", "1.2", "3.1"]);
    }
}
