//! Which two files can be followed in one, as a rule without a database. Who may, the policy decides.

use crate::concerns::model::Concern;
use crate::error::{Error, Refusal};
use crate::i18n::{L, Text};

/// Why two files stay two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::concerns) enum Hindrance {
    /// There is no such file here, or the actor may not know of it.
    Unknown,
    /// It is the same file.
    Same,
    /// One of them is closed.
    Closed,
    /// What all may read would end where fewer may read; or one is sealed, or with another unit.
    Readers,
    /// Others are followed in the one that would go.
    Holds,
}

impl Hindrance {
    /// The sentence under the field.
    pub(super) fn word(self, l: L) -> Text {
        match self {
            Hindrance::Unknown => l.merge_unknown(),
            Hindrance::Same => l.merge_same(),
            Hindrance::Closed => l.merge_closed(),
            Hindrance::Readers => l.merge_readers(),
            Hindrance::Holds => l.merge_holds(),
        }
    }
}

impl From<Hindrance> for Error {
    fn from(why: Hindrance) -> Error {
        match why {
            Hindrance::Unknown => Error::NotFound,
            Hindrance::Readers => Error::Forbidden,
            Hindrance::Same => Error::Refused(Refusal::AlreadyDone),
            Hindrance::Closed => Error::Refused(Refusal::ConcernClosed),
            Hindrance::Holds => Error::Refused(Refusal::Merged),
        }
    }
}

/// What stands in the way of following `from` in `into`; `holds` when others are followed in `from`.
pub(super) fn hindered(from: &Concern, into: &Concern, holds: bool) -> Option<Hindrance> {
    match () {
        () if from.id == into.id => Some(Hindrance::Same),
        () if !from.state.is_open() || !into.state.is_open() => Some(Hindrance::Closed),
        () if holds => Some(Hindrance::Holds),
        () => None,
    }
}
