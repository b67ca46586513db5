//! The words of what a desk or oversight alone reads, and of what is told of threats, sealed to those readers: whoever holds the
//! disk, the database and the settings reads none of them.
//!
//! # How
//!
//! Such a [`Part`] of a concern has a key pair of its own. Every text of it lies sealed to the public half
//! ([`crate::seal::Veiled`]), so that whoever writes needs no secret. The private half is sealed ([`crate::seal::Kind::Words`]) to
//! each of the file's readers by the policy, to the key on papers, and, in an envelope of its own, to whoever holds the code: the
//! pair of a code is made from its digits.
//!
//! A file whose readers have no key yet lies open until one of them has; a reader who came later, a desk that was named since and
//! a service that was asked are given the key by whoever reads already, with their first page after signing in ([`settle`]).
//!
//! What the reporter asks of their own data lies sealed with the file: an administrator grants a correction by moving the sealed
//! words to where the others stood, and reads neither. So does what was said in an appeal while everybody could read the concern.
//!
//! Each of the staff who reads such words is in the ledger before they are shown ([`record`]).
//!
//! # What stays readable
//!
//! Kind, place, dates, state, who answers: lists, clocks and figures need them. The searches find such a file by its number and
//! place. Of photos and voice notes, how many there are and of what size: the bytes lie encrypted under a key that is sealed with the
//! texts ([`crate::seal::FileKey`]). Of a request about data its number, what it asks (correct, erase), its dates and what the
//! administrator answered; why a name was asked for, and why it was given or not, which custodians read.

mod actions;
mod code;
mod places;
mod readers;
mod reading;
mod recorded;
mod sharing;
mod store;
mod texts;

pub(crate) use actions::{Fresh, begin, close, close_threat, seal_whole};
pub(crate) use code::{StoredCode, keep as keep_code, move_code, opened_by};
pub(crate) use places::settle as settle_places;
pub(crate) use readers::Where;
pub(crate) use reading::{Reporter, Unveil, Words, of_reader, of_reporter, settle};
pub(crate) use recorded::{Sight, record, record_file};
pub(crate) use sharing::{pass_on, share};
pub(crate) use store::waiting;
pub(crate) use texts::{is_left, plain_text, seal_left};

use crate::base::named;

named! {
    /// What is sealed apart, because others read it.
    pub enum Part {
        /// The file: what the reporter told and everything said in it since.
        File = "file",
        /// What the reporter tells oversight of threats, and its answers: of a concern of any kind.
        Threats = "threats",
    }
}
