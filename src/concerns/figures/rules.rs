//! What may be told of a count (O4), as rules without a database. Everything that is published of small counts passes here.
//!
//! A count that could point at somebody is a *cell*: zero and five or more are told, one to four are « fewer than five ». A total
//! is told exactly only when each of its cells is; otherwise it is « at least » what the told cells add up to. So whatever is
//! published is made of told cells alone, and no subtraction of one published number from another finds a small one: a test
//! below tries them all.

use crate::i18n::L;

/// The smallest count that is told exactly: under it somebody could be recognised.
pub(crate) const SMALLEST: i64 = 5;

/// A count as everybody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// The number itself.
    Exactly(i64),
    /// One to four.
    Few,
    /// This many or more.
    AtLeast(i64),
}

/// A cell of a published table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cell {
    /// People who could be recognised in a small count.
    Of(i64),
    /// People who come in their function and are seen by all: their number points at nobody.
    Open(i64),
}

impl Cell {
    /// How many, for what is not published.
    pub(crate) const fn count(self) -> i64 {
        match self {
            Cell::Of(count) | Cell::Open(count) => count,
        }
    }
}

/// A published table with both its margins and its total: whatever of it is shown, no cell under five can be derived, since a
/// margin or a total over a hidden cell is a bound of what is shown and never a sum that could be taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table<const COLUMNS: usize> {
    /// A row's cells.
    pub(crate) rows: Vec<[Told; COLUMNS]>,
    /// What each row adds up to.
    pub(crate) row_sums: Vec<Told>,
    /// What each column adds up to.
    pub(crate) column_sums: [Told; COLUMNS],
    /// All of it.
    pub(crate) total: Told,
}

/// The rule for a table with margins.
pub(crate) fn table<const COLUMNS: usize>(cells: &[[Cell; COLUMNS]]) -> Table<COLUMNS> {
    let column = |at: usize| cells.iter().map(|row| row[at]).collect::<Vec<_>>();
    Table {
        rows: cells.iter().map(|row| row.map(Told::of)).collect(),
        row_sums: cells.iter().map(|row| Told::over(row)).collect(),
        column_sums: std::array::from_fn(|at| Told::over(&column(at))),
        total: Told::over(cells.as_flattened()),
    }
}

const fn is_few(cell: i64) -> bool {
    0 < cell && cell < SMALLEST
}

impl Told {
    /// One cell.
    #[cfg(test)]
    pub(crate) const fn cell(count: i64) -> Told {
        if is_few(count) { Told::Few } else { Told::Exactly(count) }
    }

    /// One cell of a table.
    pub(crate) const fn of(cell: Cell) -> Told {
        match cell {
            Cell::Of(count) if is_few(count) => Told::Few,
            Cell::Of(count) | Cell::Open(count) => Told::Exactly(count),
        }
    }

    /// What some cells are together.
    pub(crate) fn sum(cells: &[i64]) -> Told {
        Told::over(&cells.iter().map(|cell| Cell::Of(*cell)).collect::<Vec<_>>())
    }

    /// The same of cells of which some point at nobody.
    pub(crate) fn over(cells: &[Cell]) -> Told {
        let hidden = |cell: &&Cell| Told::of(**cell) == Told::Few;
        let few = cells.iter().filter(hidden).count() as i64;
        let told: i64 = cells.iter().filter(|cell| !hidden(cell)).map(|cell| cell.count()).sum();
        match (few, told) {
            (0, _) => Told::Exactly(told),
            (1, 0) => Told::Few,
            _ => Told::AtLeast(told + few),
        }
    }

    /// What it is at least.
    pub(crate) const fn least(self) -> i64 {
        match self {
            Told::Exactly(count) | Told::AtLeast(count) => count,
            Told::Few => 1,
        }
    }

    /// « 12 », « <5 », « ≥ 12 ».
    pub(crate) fn say(self, l: L) -> String {
        match self {
            Told::Exactly(count) => l.number(count),
            Told::Few => format!("<{SMALLEST}"),
            Told::AtLeast(count) => format!("≥\u{a0}{}", l.number(count)),
        }
    }
}

/// The most that some cells can be together, as far as is told.
pub(crate) fn most(cells: &[i64]) -> i64 {
    cells.iter().map(|cell| if is_few(*cell) { SMALLEST - 1 } else { *cell }).sum()
}

/// A share of two groups of cells, in tens of a hundred when it is not known exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Share {
    /// Too few to tell.
    None,
    /// So much, of so many.
    Exactly(f64),
    /// At least so much.
    AtLeast(f64),
    /// Fewer than five are in it.
    Few,
}

/// Which part `within` is of `within` and `without` together.
pub(crate) fn share(within: &[i64], without: &[i64]) -> Share {
    let whole: Vec<i64> = [within, without].concat();
    match (Told::sum(&whole), Told::sum(within)) {
        (whole, _) if whole.least() < SMALLEST => Share::None,
        (Told::Exactly(whole), part) => Share::Exactly(part.least() as f64 / whole as f64),
        // All of them, however many they are.
        _ if most(without) == 0 => Share::Exactly(1.0),
        _ if most(within) == 0 => Share::Exactly(0.0),
        (_, Told::Few) => Share::Few,
        (_, part) => {
            let share = part.least() as f64 / (part.least() + most(without)) as f64;
            Share::AtLeast((share * 10.0).floor() / 10.0)
        }
    }
}

/// What is sealed is told in steps of five, never fewer than five, and never zero: « fewer than five » is all there is to read
/// until then, whether somebody complained or nobody.
pub(crate) const fn banded(count: i64) -> Option<i64> {
    if count < SMALLEST { None } else { Some(count / SMALLEST * SMALLEST) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use std::collections::BTreeMap;

    #[test]
    fn a_small_count_is_not_told_exactly() {
        let l = L::new(Lang::Fr);
        let told: Vec<String> = [0, 1, 4, 5, 12].map(|n| Told::cell(n).say(l)).into();
        assert_eq!(told, ["0", "<5", "<5", "5", "12"]);
        assert_eq!(Told::sum(&[12, 3]).say(l), "≥\u{a0}13");
        assert_eq!(Told::sum(&[12, 5, 0]), Told::Exactly(17));
        assert_eq!(Told::sum(&[0, 3]), Told::Few);
    }

    /// Every table of cells up to nine, with all that is published of it: the cells, their total, the total of the first two and
    /// the rest (a commune's and its quartiers', a unit's and its parts'), and a share.
    #[test]
    fn no_published_table_lets_a_cell_under_five_be_derived() {
        let mut by_print: BTreeMap<String, Vec<[i64; 4]>> = BTreeMap::new();
        let cells = 0..=9;
        for a in cells.clone() {
            for b in cells.clone() {
                for c in cells.clone() {
                    for d in cells.clone() {
                        let table = [a, b, c, d];
                        let print = format!(
                            "{:?} {:?} {:?} {:?} {:?}",
                            table.map(Told::cell),
                            Told::sum(&table),
                            Told::sum(&table[..2]),
                            Told::sum(&table[1..]),
                            share(&table[..2], &table[2..])
                        );
                        by_print.entry(print).or_default().push(table);
                    }
                }
            }
        }
        for (print, tables) in by_print {
            for at in 0..4 {
                let mut values: Vec<i64> = tables.iter().map(|t| t[at]).collect();
                values.sort_unstable();
                values.dedup();
                let small = values.iter().any(|v| is_few(*v));
                assert!(!small || values == [1, 2, 3, 4], "{print} narrows a cell to {values:?}");
            }
        }
    }

    /// Every table of two rows and two columns of counts up to seven, beside an open row, with all its margins: no hidden cell
    /// is narrowed, so none stands alone in a row or a column whose total is told.
    #[test]
    fn no_margin_of_a_table_lets_a_hidden_cell_be_derived() {
        let mut by_print: BTreeMap<String, Vec<[i64; 4]>> = BTreeMap::new();
        let cells = 0..=7;
        for open in [0, 3, 6] {
            for a in cells.clone() {
                for b in cells.clone() {
                    for c in cells.clone() {
                        for d in cells.clone() {
                            let row = |x, y| [Cell::Of(x), Cell::Of(y)];
                            let told = table(&[row(a, b), row(c, d), [Cell::Open(open), Cell::Open(1)]]);
                            by_print.entry(format!("{open} {told:?}")).or_default().push([a, b, c, d]);
                            for (cells, sum) in told.rows.iter().zip(&told.row_sums) {
                                let hidden = cells.contains(&Told::Few);
                                assert!(!(hidden && matches!(sum, Told::Exactly(_))), "{told:?}");
                            }
                            for (at, sum) in told.column_sums.iter().enumerate() {
                                let hidden = told.rows.iter().any(|row| row[at] == Told::Few);
                                assert!(!(hidden && matches!(sum, Told::Exactly(_))), "{told:?}");
                            }
                        }
                    }
                }
            }
        }
        for (print, tables) in by_print {
            for at in 0..4 {
                let mut values: Vec<i64> = tables.iter().map(|t| t[at]).collect();
                values.sort_unstable();
                values.dedup();
                let small = values.iter().any(|v| is_few(*v));
                assert!(!small || values == [1, 2, 3, 4], "{print} narrows a cell to {values:?}");
            }
        }
    }

    /// Larger tables, at random: what is told holds, and stays the same when hidden cells change within « fewer than five ».
    #[test]
    fn what_is_told_holds_and_does_not_move_with_what_is_hidden() {
        let entropy = crate::base::Entropy::seeded(5);
        let draw = |below: u8| i64::from(entropy.bytes::<1>()[0] % below);
        for _ in 0..4_000 {
            let cells: Vec<[Cell; 3]> = (0..1 + draw(6))
                .map(|_| {
                    let open = draw(4) == 0;
                    std::array::from_fn(|_| if open { Cell::Open(draw(9)) } else { Cell::Of(draw(9)) })
                })
                .collect();
            let told = table(&cells);
            let real: i64 = cells.as_flattened().iter().map(|cell| cell.count()).sum();
            assert!(told.total.least() <= real);
            assert!(!matches!(told.total, Told::Exactly(n) if n != real));
            let others = cells
                .iter()
                .map(|row| row.map(|cell| if Told::of(cell) == Told::Few { Cell::Of(1 + draw(4)) } else { cell }));
            assert_eq!(table(&others.collect::<Vec<_>>()), told, "a reader cannot tell these two tables apart");
        }
    }

    #[test]
    fn a_share_of_few_is_not_told_exactly() {
        assert_eq!(share(&[2], &[2]), Share::None);
        assert_eq!(share(&[2], &[18]), Share::Few);
        assert_eq!(share(&[18], &[7]), Share::Exactly(0.72));
        assert_eq!(share(&[59], &[3]), Share::AtLeast(0.9));
        assert_eq!(share(&[62], &[0]), Share::Exactly(1.0));
        assert_eq!(share(&[5, 1], &[0]), Share::Exactly(1.0), "« ≥ 100 % » is nonsense");
    }

    #[test]
    fn complaints_are_told_in_fives_and_never_under_five() {
        assert_eq!([0, 1, 4, 5, 9, 10, 14].map(banded), [None, None, None, Some(5), Some(5), Some(10), Some(10)]);
    }
}
