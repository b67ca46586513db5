//! After a meeting: corrections of its minutes, what those who came thought of it, and two texts compared.

use diesel::prelude::*;

use crate::base::{CorrectionId, DAY, MeetingId, Time, named};
use crate::db::schema;

/// Minutes are open to corrections for so many days (M6).
const CORRECTION_DAYS: i64 = 7;

/// The last instant at which minutes opened then take a correction.
pub const fn corrections_until(opened: Time) -> Time {
    opened.plus(CORRECTION_DAYS * DAY)
}

named! {
    /// What became of a correction.
    pub enum CorrectionState {
        /// The secretary has not answered.
        Waiting = "waiting",
        /// It goes into the next version.
        Accepted = "accepted",
        /// It does not.
        Refused = "refused",
    }
}

/// A correction somebody asks for.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::minutes_corrections)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// Of which meeting's minutes.
    pub meeting_id: MeetingId,
    /// The words; read by everybody once it is accepted.
    pub body: String,
    /// What became of it.
    pub state: CorrectionState,
    /// What the secretary said to it.
    pub answer: String,
    /// When.
    pub at: Time,
}

named! {
    /// An answer to one of three questions.
    pub enum Opinion {
        /// Yes.
        Yes = "yes",
        /// So so.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

/// What somebody thought of a meeting: could they speak, was it of use, would they come again.
#[derive(Debug, Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = schema::meeting_feedback)]
pub struct Feedback {
    /// Could they speak?
    pub heard: Opinion,
    /// Was it of use?
    pub useful: Opinion,
    /// Would they come again?
    pub again: Opinion,
}

/// A line of two texts compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both.
    Same(&'a str),
    /// In the older one only.
    Gone(&'a str),
    /// In the newer one only.
    New(&'a str),
}

/// Compares two texts by lines: the longest common run of lines stays, what is around it went or came.
pub fn compare<'a>(old: &'a str, new: &'a str) -> Vec<Change<'a>> {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    // Minutes hold ten thousand characters: the table stays small.
    let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            out.push(Change::Same(a[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            out.push(Change::Gone(a[i]));
            i += 1;
        } else {
            out.push(Change::New(b[j]));
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_line_by_line() {
        let (old, new) = ("un\ndeux\ntrois", "un\ntrois\nquatre");
        use Change::{Gone, New, Same};
        assert_eq!(compare(old, new), [Same("un"), Gone("deux"), Same("trois"), New("quatre")]);
        assert_eq!(compare("", "a"), [New("a")]);
        assert_eq!(compare("a", ""), [Gone("a")]);
        let back: Vec<&str> = compare(old, new)
            .iter()
            .filter_map(|c| match c {
                Same(l) | New(l) => Some(*l),
                Gone(_) => None,
            })
            .collect();
        assert_eq!(back.join("\n"), new);
    }

    #[test]
    fn corrections_end_after_seven_days() {
        assert_eq!(corrections_until(Time(0)), Time(7 * DAY));
    }
}
