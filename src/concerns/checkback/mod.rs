//! Reprisal check-back (N7): seven and thirty days after the police did something, the code page asks the reporter whether they
//! were threatened because of it. A yes is a file of oversight's.
//!
//! What is written about a threat is sealed to oversight and to whoever holds the code ([`super::sealing`]).
//!
//! Invariant: no unit learns of any of it. Nothing here is an event of the concern, no count of the desk reads these tables, and
//! the ledger names neither the concern nor the answer.

pub(crate) mod actions;
mod model;
pub(super) mod oversight;
pub(super) mod reporter;
mod store;

pub(crate) use model::{Answer, Words};
