//! The rule that merges what two officers said of one thing, field by field, without a database.
//!
//! Three versions meet: what the phone knew when it last heard from the house (`base`), what stands there now, and what the phone
//! brings. What only one side changed is that side's. What both changed differently is a conflict: what stands stays, what was
//! brought is kept beside it, and both are shown. Nothing written contradicts nothing.

/// What becomes of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merged {
    /// What stands stays.
    Stays,
    /// What was brought takes its place.
    Taken,
    /// Both were said; what stands stays.
    Conflict,
}

/// Merges one field. `empty` is what says nothing.
pub(super) fn merge<T: PartialEq>(base: Option<&T>, stands: &T, brought: &T, empty: &T) -> Merged {
    if stands == brought || base == Some(brought) {
        Merged::Stays
    } else if base == Some(stands) || stands == empty {
        Merged::Taken
    } else if brought == empty && base.is_none() {
        Merged::Stays
    } else {
        Merged::Conflict
    }
}

/// Merges one field that is never empty.
pub(super) fn merge_full<T: PartialEq>(base: Option<&T>, stands: &T, brought: &T) -> Merged {
    if stands == brought || base == Some(brought) {
        Merged::Stays
    } else if base == Some(stands) {
        Merged::Taken
    } else {
        Merged::Conflict
    }
}

/// True when two stays in one quartier were one stop: a patrol goes together, so it is not at two places in the same minutes.
/// Times in seconds; who has not left yet stays at least the minute of the arrival.
pub(super) const fn together(one: (i64, Option<i64>), other: (i64, Option<i64>)) -> bool {
    const fn until((arrived, left): (i64, Option<i64>)) -> i64 {
        match left {
            Some(left) if left > arrived => left,
            _ => arrived + 60,
        }
    }
    one.0 < until(other) && other.0 < until(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_that_share_minutes_are_one_stop_and_stays_that_follow_each_other_are_two() {
        assert!(together((0, Some(900)), (120, Some(840))), "one within the other");
        assert!(together((0, Some(900)), (600, None)), "one still stands there");
        assert!(together((0, None), (0, None)), "both arrived in the same minute");
        assert!(!together((0, Some(900)), (900, Some(1_800))), "one begins when the other ends");
        assert!(!together((0, None), (600, Some(900))), "nobody said that they stayed so long");
    }

    #[test]
    fn what_one_side_changed_is_that_side_s() {
        assert_eq!(merge(Some(&3), &3, &5, &0), Merged::Taken, "only the phone changed it");
        assert_eq!(merge(Some(&3), &7, &3, &0), Merged::Stays, "only the house changed it");
        assert_eq!(merge(Some(&3), &3, &3, &0), Merged::Stays);
        assert_eq!(merge(Some(&3), &3, &0, &0), Merged::Taken, "taken back on the phone");
    }

    #[test]
    fn what_both_changed_alike_is_no_conflict_and_otherwise_is_one() {
        assert_eq!(merge(Some(&3), &5, &5, &0), Merged::Stays);
        assert_eq!(merge(Some(&3), &5, &6, &0), Merged::Conflict);
        assert_eq!(merge(None, &5, &6, &0), Merged::Conflict, "two phones, one stop");
        assert_eq!(merge_full(None, &5, &6), Merged::Conflict);
        assert_eq!(merge_full(Some(&5), &5, &6), Merged::Taken);
    }

    #[test]
    fn nothing_written_contradicts_nothing() {
        assert_eq!(merge(None, &"", &"calme", &""), Merged::Taken);
        assert_eq!(merge(None, &"calme", &"", &""), Merged::Stays);
        assert_eq!(merge(Some(&"x"), &"", &"calme", &""), Merged::Taken, "emptied there, rewritten here: words win");
        assert_eq!(
            merge(Some(&"x"), &"calme", &"", &""),
            Merged::Conflict,
            "rewritten there, emptied here: both are told"
        );
    }

    /// Every triple of three values: nothing that was said by one side only is lost, and a second delivery changes nothing.
    #[test]
    fn no_version_is_ever_lost_and_merging_twice_is_merging_once() {
        for base in [None, Some(0), Some(1), Some(2)] {
            for stands in 0..3 {
                for brought in 0..3 {
                    let what = merge(base.as_ref(), &stands, &brought, &0);
                    let after = if what == Merged::Taken { brought } else { stands };
                    let lost = after != brought && brought != 0 && base != Some(brought);
                    assert!(!lost || what == Merged::Conflict, "{base:?} {stands} {brought} loses what was brought");
                    let lost = after != stands && stands != 0 && base != Some(stands);
                    assert!(!lost, "{base:?} {stands} {brought} loses what stood");
                    // The phone's last word is the next base.
                    assert_eq!(merge(Some(&brought), &after, &brought, &0), Merged::Stays);
                }
            }
        }
    }
}
