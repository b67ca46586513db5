//! What is sealed, the steps of custody, and where an asking stands. Pure.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::base::{AccountId, ConcernId, CustodyStepId, DAY, Function, Time, named};
use crate::db::schema::custody_steps;

/// Days a granted opening stays open.
pub(super) const LAPSE: i64 = 7 * DAY;

/// Who filed, as far as they said. Nothing of it is ever stored in the clear, and it is wiped from memory when it goes.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Person {
    /// The name, empty when not given.
    pub(crate) name: String,
    /// The number, empty when not given.
    pub(crate) phone: String,
    /// Latitude and longitude, when the telephone gave them and its holder wants them kept; else empty.
    pub(crate) point: String,
}

impl Person {
    /// True when nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty() && self.point.is_empty()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        self.name.zeroize();
        self.phone.zeroize();
        self.point.zeroize();
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}

named! {
    /// A step of custody.
    pub enum Step {
        /// Somebody who works on the file asked to open.
        Asked = "asked",
        /// A custodian granted it.
        Granted = "granted",
        /// A custodian refused it.
        Refused = "refused",
        /// The asker opened it.
        Opened = "opened",
    }
}

/// One step, never changed.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = custody_steps)]
pub(crate) struct Taken {
    pub(super) id: CustodyStepId,
    pub(super) ask_id: CustodyStepId,
    pub(super) concern_id: ConcernId,
    /// What was done.
    pub(crate) step: Step,
    pub(super) account_id: AccountId,
    /// In which function.
    pub(crate) function: Function,
    pub(super) reason: String,
    /// When.
    pub(crate) at: Time,
}

/// Where an asking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody has decided.
    Waiting,
    /// Refused.
    Refused,
    /// Granted, and open until then.
    Open(Time),
    /// Granted, and over.
    Over,
}

/// Where the asking with this id stands, from all the steps of its concern.
pub(super) fn standing(steps: &[Taken], ask: CustodyStepId, now: Time) -> Standing {
    let decided = steps.iter().find(|s| s.ask_id == ask && matches!(s.step, Step::Granted | Step::Refused));
    match decided {
        None => Standing::Waiting,
        Some(step) if step.step == Step::Refused => Standing::Refused,
        Some(step) if now.since(step.at) < LAPSE => Standing::Open(step.at.plus(LAPSE)),
        Some(_) => Standing::Over,
    }
}

/// The last asking of somebody on a concern.
pub(super) fn last_ask(steps: &[Taken], account: AccountId) -> Option<&Taken> {
    steps.iter().rev().find(|s| s.step == Step::Asked && s.account_id == account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn taken(id: i64, ask: i64, step: Step, at: i64) -> Taken {
        let function = Function::Officer;
        let (id, ask_id) = (Id::new(id), Id::new(ask));
        Taken {
            id,
            ask_id,
            concern_id: Id::new(1),
            step,
            account_id: Id::new(7),
            function,
            reason: String::new(),
            at: Time(at),
        }
    }

    #[test]
    fn a_granted_opening_lapses_after_seven_days() {
        let steps = [taken(1, 1, Step::Asked, 0), taken(2, 1, Step::Granted, 100)];
        assert_eq!(standing(&steps[..1], Id::new(1), Time(50)), Standing::Waiting);
        assert_eq!(standing(&steps, Id::new(1), Time(100)), Standing::Open(Time(100 + LAPSE)));
        assert_eq!(standing(&steps, Id::new(1), Time(100 + LAPSE)), Standing::Over);
        assert_eq!(last_ask(&steps, Id::new(7)).map(|s| s.id), Some(Id::new(1)));
        assert!(last_ask(&steps, Id::new(8)).is_none());
    }

    #[test]
    fn a_person_is_never_printed() {
        let person = Person { name: "Awa".into(), phone: String::new(), point: String::new() };
        assert_eq!(format!("{person:?}"), "Person(…)");
    }
}
