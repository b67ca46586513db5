//! Copies of an instance that outlive it (A5): the database, the photos and sounds its rows name, the secret; in one file,
//! encrypted to people who keep their keys elsewhere.
//!
//! The file is a tar archive within an [age](https://age-encryption.org/v1) file: whoever has the key reads it with `age` and `tar`
//! too, should this program be gone. It is made while the instance serves. Its order is its safety: first the database at one
//! moment, then the objects it names, which are never changed once written; last the list of all with their hashes, so that
//! an archive cut short is no archive.
//!
//! A backup holds what was erased after it. So the list of what is gone for good travels in each newer one (`rights::erased`), and is
//! done again on an older one before anybody is served.
//!
//! What never lives here: which rows there are; how a database is copied ([`crate::db::copy`]).

mod archive;
mod make;
mod manifest;
mod open;

pub use archive::{Broken, key_in, recipient};
pub use make::{Made, make};
pub use manifest::Manifest;
pub use open::{Again, Opened, Restored, erase_again, look_through, open, restore};

pub use crate::rights::erased::List as Erased;
