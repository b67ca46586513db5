//! A request about one's own data: its number, what it asks, where it stands. Pure.

use std::fmt;

use diesel::prelude::*;

use crate::base::{AccountId, ConcernId, RightsRequestId, Time, named};
use crate::concerns::sealing::Unveil;
use crate::db::schema::rights_requests;
use crate::seal::{Secret, Veiled};

named! {
    /// What is asked.
    pub enum Wish {
        /// Other words in the place of those that are there.
        Correction = "correction",
        /// Everything of the person gone.
        Erasure = "erasure",
    }
}

named! {
    /// Where a request stands.
    pub enum State {
        /// Nobody has answered.
        Waiting = "waiting",
        /// Done.
        Granted = "granted",
        /// Not done, with a reason.
        Refused = "refused",
    }
}

/// The number of a request, to speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) year: i32,
    pub(super) serial: i32,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D-{:04}-{:05}", self.year, self.serial)
    }
}

/// Of what the data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A concern, whose code is open.
    Concern(ConcernId),
    /// An account, signed in.
    Account(AccountId),
}

/// A request.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rights_requests)]
pub(super) struct Request {
    pub(super) id: RightsRequestId,
    pub(super) year: i32,
    pub(super) serial: i32,
    pub(super) concern_id: Option<ConcernId>,
    pub(super) account_id: Option<AccountId>,
    pub(super) kind: Wish,
    /// Why, for the administrator; sealed with a protected concern, and then for its readers alone.
    pub(super) words: Veiled,
    /// The words to come, which no administrator is shown.
    pub(super) correction: Veiled,
    pub(super) state: State,
    pub(super) answer: String,
    pub(super) asked_at: Time,
    pub(super) due_at: Time,
}

impl Request {
    pub(super) const fn number(&self) -> Number {
        Number { year: self.year, serial: self.serial }
    }
}

impl Unveil for Request {
    fn unveil(&mut self, secret: &Secret) {
        self.words.unveil(secret);
        self.correction.unveil(secret);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_a_number_to_speak_of() {
        assert_eq!(Number { year: 2026, serial: 12 }.to_string(), "D-2026-00012");
    }
}
