//! Why a file was not taken, and the string that stops the work on one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::named;

named! {
    /// Why a file was not taken. Each has a sentence in both languages.
    pub enum Refused {
        /// More bytes than we take.
        TooLarge = "too-large",
        /// More files than we take.
        TooMany = "too-many",
        /// No picture of a kind we read, whatever its name says.
        NotAPicture = "not-a-picture",
        /// More points than we decode.
        TooManyPixels = "too-many-pixels",
        /// Its end is missing.
        Truncated = "truncated",
        /// No sound of a kind we read.
        NotASound = "not-a-sound",
        /// It lasts too long.
        TooLong = "too-long",
        /// It took too long to look at.
        TooSlow = "too-slow",
        /// The store did not take it.
        NotKept = "not-kept",
    }
}

/// Stops work that nobody waits for any more. Work looks at it between its steps, and reading a file ends when it is pulled.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Stops the work.
    pub fn pull(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// True once it was pulled.
    pub fn pulled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes on, or ends the work.
    pub(super) fn check(&self) -> Result<(), Refused> {
        if self.pulled() { Err(Refused::TooSlow) } else { Ok(()) }
    }
}
