//! What may be told of who came (M3, O4): the least there were, and the women's share, out of what stands on the page alone. A cell
//! of one to four is told as « fewer than five »; so a total with such a cell is « at least », and a share with one is a range
//! that holds whatever the cell may be. Nothing here knows more than a reader does, so nothing tells more.

use crate::concerns::figures::rules::SMALLEST;

/// How many women and men came in one function. Police and services come by their office and are seen by all: their number points
/// at nobody, and is told as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells {
    /// Women.
    pub women: i64,
    /// Men.
    pub men: i64,
    /// True for a function whose numbers are told.
    pub official: bool,
}

/// The widest range of a share that says anything, in points of a hundred.
const WIDEST: i64 = 30;

/// The women's share, in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WomenShare {
    /// Every cell is told: the share itself, from 0 to 1.
    Exactly(f64),
    /// Some are not: from, to, in fives.
    Between(i64, i64),
    /// Too little is told to say.
    Unknown,
}

/// What is told of a meeting's attendance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turnout {
    /// How many came, at least.
    pub least: i64,
    /// True when so many came, no more.
    pub exact: bool,
    /// The women's share.
    pub share: WomenShare,
}

/// True for a number of a function that could point at somebody.
pub const fn is_small(official: bool, number: i64) -> bool {
    !official && 0 < number && number < SMALLEST
}

/// The least and the most that one number can be, as far as is told.
const fn bounds(official: bool, number: i64) -> (i64, i64) {
    if is_small(official, number) { (1, SMALLEST - 1) } else { (number, number) }
}

/// A division that rounds up.
const fn up(number: i64, by: i64) -> i64 {
    (number + by - 1) / by
}

/// What is told of those who came; nothing when nobody was counted.
pub fn turnout(cells: &[Cells]) -> Option<Turnout> {
    let sum = |of: fn(&Cells) -> i64| {
        cells.iter().map(|c| bounds(c.official, of(c))).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    };
    let (women, men) = (sum(|c| c.women), sum(|c| c.men));
    let least = women.0 + men.0;
    let exact = women.0 == women.1 && men.0 == men.1;
    let share = match (exact, least) {
        (_, 0) => return None,
        (true, _) => WomenShare::Exactly(women.0 as f64 / least as f64),
        (false, _) => {
            // In fives, outwards: the range holds the share whatever the hidden cells are.
            let from = women.0 * 100 / (women.0 + men.1) / 5 * 5;
            let to = up(up(women.1 * 100, women.1 + men.0), 5) * 5;
            if to - from > WIDEST { WomenShare::Unknown } else { WomenShare::Between(from, to) }
        }
    };
    Some(Turnout { least, exact, share })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn told(women: i64, men: i64) -> Turnout {
        turnout(&[Cells { women, men, official: false }]).expect("somebody came")
    }

    #[test]
    fn four_women_of_twenty_are_not_none() {
        let told = told(4, 16);
        assert_eq!((told.least, told.exact, told.share), (17, false, WomenShare::Between(5, 20)));
    }

    #[test]
    fn a_share_is_told_exactly_when_every_cell_is() {
        assert_eq!(told(6, 18), Turnout { least: 24, exact: true, share: WomenShare::Exactly(0.25) });
        assert_eq!(told(0, 8).share, WomenShare::Exactly(0.0));
        assert_eq!(turnout(&[]), None);
        let police = Cells { women: 1, men: 2, official: true };
        let all = turnout(&[police, Cells { women: 7, men: 0, official: false }]);
        assert_eq!(all, Some(Turnout { least: 10, exact: true, share: WomenShare::Exactly(0.8) }));
    }

    #[test]
    fn too_few_say_nothing() {
        assert_eq!(told(2, 3).share, WomenShare::Unknown);
        assert_eq!(
            told(3, 0).share,
            WomenShare::Between(100, 100),
            "only women came: that is told by the cells themselves"
        );
    }

    /// Whatever two functions hold, what is told of them is the same for every value that a hidden cell may have.
    #[test]
    fn nothing_that_is_told_narrows_a_small_cell() {
        let mut by_print: BTreeMap<String, Vec<[i64; 4]>> = BTreeMap::new();
        let all = 0..=8;
        for a in all.clone() {
            for b in all.clone() {
                for c in all.clone() {
                    for d in all.clone() {
                        let table = [a, b, c, d];
                        let cells = [(a, b), (c, d)].map(|(women, men)| Cells { women, men, official: false });
                        let shown = table.map(|n| if is_small(false, n) { -1 } else { n });
                        by_print.entry(format!("{shown:?} {:?}", turnout(&cells))).or_default().push(table);
                    }
                }
            }
        }
        for (print, tables) in by_print {
            for at in 0..4 {
                let mut values: Vec<i64> = tables.iter().map(|table| table[at]).collect();
                values.sort_unstable();
                values.dedup();
                assert!(!values.iter().any(|n| is_small(false, *n)) || values == [1, 2, 3, 4], "{print}: {values:?}");
            }
        }
    }
}
