//! The inbox as rules without a database: whose files it holds, its tabs, its order, and what narrows it.
//! What never lives here: SQL, words for people.

use crate::base::{AreaId, CategoryId, Time, UnitId, named};
use crate::policy::Audience;
use crate::web::Cursor;

use super::super::model::State;

named! {
    /// A tab of the inbox.
    pub(super) enum Tab {
        /// Everything, by the clock.
        All = "all",
        /// The unit owes the reporter a word.
        Owed = "owed",
        /// It owes it longer than it should.
        Late = "late",
        /// Being worked on.
        InProgress = "in-progress",
        /// With a service.
        Referred = "referred",
        /// The reporter was asked.
        Waiting = "waiting",
        /// Settled.
        Resolved = "resolved",
        /// Closed unsettled.
        Closed = "closed",
    }
}

/// Whose files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holder {
    /// These units': what a whole unit reads, and what is sealed of those whose sealed concerns the reader may read.
    Units {
        /// Where the reader serves.
        units: Vec<UnitId>,
        /// Those of them whose sealed concerns they read.
        sealed: Vec<UnitId>,
    },
    /// Oversight's: conduct of police, whichever the unit.
    Oversight,
}

impl Holder {
    /// True for whoever reads sealed files.
    pub(super) fn reads_sealed(&self) -> bool {
        match self {
            Holder::Units { sealed, .. } => !sealed.is_empty(),
            Holder::Oversight => true,
        }
    }

    /// True for oversight.
    pub(super) const fn is_oversight(&self) -> bool {
        matches!(self, Holder::Oversight)
    }
}

/// What narrows the inbox.
#[derive(Debug, Clone, Default)]
pub(super) struct Narrow {
    /// Words to find, folded.
    pub(super) words: Vec<String>,
    /// A concern's number, when what was typed is one: the year, if it was typed, and the serial.
    pub(super) number: Option<(Option<i32>, i32)>,
    /// One kind.
    pub(super) category: Option<CategoryId>,
    /// One quartier.
    pub(super) area: Option<AreaId>,
    /// Given to the reader.
    pub(super) assignee: Option<crate::base::AccountId>,
    /// Marked first by the chief.
    pub(super) priority: bool,
}

impl Narrow {
    /// True when few files can fit: a number, one person's, the urgent ones.
    pub(super) const fn is_fine(&self) -> bool {
        self.to_do() || self.number.is_some()
    }

    /// True for a list of what is to be done: one's own, or the urgent ones.
    pub(super) const fn to_do(&self) -> bool {
        self.assignee.is_some() || self.priority
    }
}

/// The stretches of the inbox, one after the other; within each, one column decides, so that an index can give its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A word is owed: the nearest end of the clock first.
    Owed,
    /// The reporter is asked: the longest silence first.
    Waiting,
    /// Open otherwise: the longest silence of the unit first.
    Open,
    /// Settled: the latest first.
    Resolved,
    /// Closed unsettled: the latest first.
    Closed,
}

/// Bits below the rank in a sort key: instants in seconds need 31.
const SHIFT: u32 = 40;

impl Rank {
    /// In the order of the inbox.
    pub(super) const ALL: [Rank; 5] = [Rank::Owed, Rank::Waiting, Rank::Open, Rank::Resolved, Rank::Closed];

    /// Where somebody still owes work.
    const OPEN: [Rank; 3] = [Rank::Owed, Rank::Waiting, Rank::Open];

    /// True when the latest comes first.
    const fn falls(self) -> bool {
        matches!(self, Rank::Resolved | Rank::Closed)
    }

    /// Where a concern stands in the inbox.
    pub(super) const fn of(state: State, owed: bool, waiting: bool) -> Rank {
        match (state, owed, waiting) {
            (State::Resolved, ..) => Rank::Resolved,
            (State::ClosedUnresolved, ..) => Rank::Closed,
            (_, true, _) => Rank::Owed,
            (_, false, true) => Rank::Waiting,
            (_, false, false) => Rank::Open,
        }
    }

    /// The place in the whole inbox of a row of this rank whose column holds `at`: smaller comes first.
    pub(super) const fn key(self, at: Time) -> i64 {
        let within = if self.falls() { (1 << SHIFT) - 1 - at.seconds() } else { at.seconds() };
        ((self as i64) << SHIFT) + within
    }

    /// Where the next page begins within this rank: `None` when the rank lies wholly before it, otherwise after which row,
    /// if after any.
    pub(super) fn after(self, cursor: Option<Cursor>) -> Option<Option<(Time, i64)>> {
        let Some(cursor) = cursor else { return Some(None) };
        let (rank, within) = (cursor.key >> SHIFT, cursor.key & ((1 << SHIFT) - 1));
        match rank.cmp(&(self as i64)) {
            std::cmp::Ordering::Less => Some(None),
            std::cmp::Ordering::Greater => None,
            std::cmp::Ordering::Equal if self.falls() => Some(Some((Time((1 << SHIFT) - 1 - within), cursor.id))),
            std::cmp::Ordering::Equal => Some(Some((Time(within), cursor.id))),
        }
    }
}

impl Tab {
    /// The tab in an address; everything when there is none.
    pub(super) fn of(word: &str) -> Tab {
        Tab::parse(word).unwrap_or(Tab::All)
    }

    /// The stretches that may hold its rows. A list of what is to be done (`to_do`) ends where the closed begin.
    pub(super) fn ranks(self, to_do: bool) -> &'static [Rank] {
        match self {
            Tab::All if to_do => &Rank::OPEN,
            Tab::All => &Rank::ALL,
            Tab::Owed | Tab::Late => &[Rank::Owed],
            Tab::Waiting => &[Rank::Waiting],
            Tab::InProgress | Tab::Referred => &Rank::OPEN,
            Tab::Resolved => &[Rank::Resolved],
            Tab::Closed => &[Rank::Closed],
        }
    }

    /// The states its rows may be in.
    pub(super) fn states(self, rank: Rank) -> &'static [State] {
        match (self, rank) {
            (Tab::InProgress, _) => &[State::InProgress],
            (Tab::Referred, _) => &[State::Referred],
            (_, Rank::Resolved) => &[State::Resolved],
            (_, Rank::Closed) => &[State::ClosedUnresolved],
            (_, Rank::Owed | Rank::Waiting | Rank::Open) => &State::OPEN,
        }
    }
}

/// So many concerns stand alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// Where.
    pub(super) state: State,
    /// Whether a word is owed.
    pub(super) owed: bool,
    /// Whether the reporter is asked.
    pub(super) waiting: bool,
    /// How many.
    pub(super) number: i64,
}

/// Late files are counted up to here: beyond it nobody does anything else for knowing how many.
pub(super) const SOME: i64 = 500;
/// The rows of a kept list are counted up to here.
pub(super) const FEW: i64 = 100;

/// How many rows a tab holds; of what is late the clock decides, which no tally knows.
pub(super) fn count(groups: &[Group], tab: Tab) -> i64 {
    let fits = |g: &&Group| {
        let rank = Rank::of(g.state, g.owed, g.waiting);
        tab.ranks(false).contains(&rank) && tab.states(rank).contains(&g.state)
    };
    groups.iter().filter(fits).map(|g| g.number).sum()
}

/// Whether the audience of a concern fits the holder: oversight's files are nobody else's (O6).
pub(super) fn holds(holder: &Holder, unit: UnitId, audience: Audience) -> bool {
    match holder {
        Holder::Units { sealed, .. } if audience == Audience::Sealed => sealed.contains(&unit),
        Holder::Units { units, .. } => audience.is_open() && units.contains(&unit),
        Holder::Oversight => audience == Audience::Oversight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn what_is_owed_comes_before_what_waits_before_the_rest_before_the_closed() {
        let (early, late) = (Time(1_700_000_000), Time(1_800_000_000));
        let keys = [
            Rank::Owed.key(early),
            Rank::Owed.key(late),
            Rank::Waiting.key(early),
            Rank::Waiting.key(late),
            Rank::Open.key(early),
            Rank::Open.key(late),
            Rank::Resolved.key(late),
            Rank::Resolved.key(early),
            Rank::Closed.key(late),
            Rank::Closed.key(early),
        ];
        assert!(keys.is_sorted());
        assert_eq!(Rank::of(State::Referred, false, true), Rank::Waiting);
        assert_eq!(Rank::of(State::InProgress, true, true), Rank::Owed);
        assert_eq!(Rank::of(State::Resolved, true, true), Rank::Resolved);
    }

    #[test]
    fn a_page_begins_after_its_cursor_in_every_rank() {
        let at = Time(1_790_000_000);
        for rank in Rank::ALL {
            let cursor = Cursor { key: rank.key(at), id: 7 };
            let again = Cursor::parse(&cursor.to_string());
            for other in Rank::ALL {
                let expected = match other.cmp(&rank) {
                    std::cmp::Ordering::Less => None,
                    std::cmp::Ordering::Equal => Some(Some((at, 7))),
                    std::cmp::Ordering::Greater => Some(None),
                };
                assert_eq!(other.after(again), expected, "{rank:?} {other:?}");
            }
        }
        assert_eq!(Rank::Closed.after(None), Some(None));
    }

    #[test]
    fn every_concern_is_counted_in_all_and_in_the_tabs_it_belongs_to() {
        let group = |state, owed, waiting, number| Group { state, owed, waiting, number };
        let groups = [
            group(State::Received, true, false, 5),
            group(State::InProgress, true, false, 3),
            group(State::InProgress, false, true, 4),
            group(State::Referred, false, false, 6),
            group(State::Resolved, false, false, 7),
            group(State::ClosedUnresolved, false, false, 8),
        ];
        let counts: Vec<i64> = Tab::ALL.iter().map(|tab| count(&groups, *tab)).collect();
        assert_eq!(counts, [33, 8, 8, 7, 6, 4, 7, 8]);
        assert_eq!(Tab::of("nonsense"), Tab::All);
    }

    #[test]
    fn a_unit_never_holds_what_is_said_of_its_conduct() {
        let own = Holder::Units { units: vec![Id::new(1)], sealed: Vec::new() };
        assert!(!holds(&own, Id::new(1), Audience::Sealed), "the unit of the place reads what is sealed");
        let desk = Holder::Units { units: vec![Id::new(1)], sealed: vec![Id::new(1)] };
        assert!(holds(&desk, Id::new(1), Audience::Sealed));
        assert!(!holds(&own, Id::new(1), Audience::Oversight));
        assert!(!holds(&own, Id::new(2), Audience::Public));
        assert!(holds(&Holder::Oversight, Id::new(1), Audience::Oversight));
        assert!(!holds(&Holder::Oversight, Id::new(1), Audience::Sealed));
    }
}
