//! With whom a patrol spoke at a stop, by kind: a count, never a name.

use crate::base::named;
use crate::i18n::{L, Text};

named! {
    /// A kind of people a patrol speaks with.
    pub enum Met {
        /// Who lives there.
        Residents = "residents",
        /// Who sells there.
        Traders = "traders",
        /// The young.
        Young = "young",
        /// Chiefs of quartiers, imams, priests, heads of associations.
        Leaders = "leaders",
    }
}

impl Met {
    /// The field of a form.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Met::Residents => "met-residents",
            Met::Traders => "met-traders",
            Met::Young => "met-young",
            Met::Leaders => "met-leaders",
        }
    }

    /// Its word.
    pub(crate) fn word(self, l: L) -> Text {
        match self {
            Met::Residents => l.patrols_met_residents(),
            Met::Traders => l.patrols_met_traders(),
            Met::Young => l.patrols_met_young(),
            Met::Leaders => l.patrols_met_leaders(),
        }
    }
}

/// The most of a kind at one stop.
pub(crate) const MOST: i64 = 999;

/// How many of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Contacts([i64; 4]);

impl Contacts {
    /// So many of one kind.
    pub(crate) const fn get(self, kind: Met) -> i64 {
        self.0[kind as usize]
    }

    /// The same with another count of one kind.
    pub(crate) const fn with(mut self, kind: Met, count: i64) -> Contacts {
        self.0[kind as usize] = count;
        self
    }

    /// All together.
    pub(crate) fn sum(self) -> i64 {
        self.0.iter().sum()
    }

    /// Those of whom there were any.
    pub(crate) fn some(self) -> impl Iterator<Item = (Met, i64)> {
        Met::ALL.iter().map(move |kind| (*kind, self.get(*kind))).filter(|(_, count)| *count > 0)
    }

    /// « 3 habitants, 2 commerçants ».
    pub(crate) fn say(self, l: L) -> String {
        self.some().map(|(kind, count)| format!("{} : {count}", kind.word(l).as_str())).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_kept_apart_and_summed() {
        let met = Contacts::default().with(Met::Young, 3).with(Met::Leaders, 1);
        assert_eq!((met.sum(), met.get(Met::Young), met.get(Met::Traders)), (4, 3, 0));
        assert_eq!(met.some().count(), 2);
    }
}
