//! Where a file is followed now, for its reporter, its supporters and the public: the other's public course and nothing else of it.
//! While the other is not for everybody, that it exists is all that is said.

use super::store;
use crate::areas::Reference;
use crate::base::{ConcernId, Time};
use crate::concerns::model::{Concern, Event, Readers};
use crate::concerns::parts::{Chip, ClockMark, Moment, last_act};
use crate::concerns::public::moments;
use crate::concerns::store as concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;

/// The other file, as read.
#[derive(Debug, Clone)]
pub(in crate::concerns) enum Elsewhere {
    /// Everybody may read it.
    Public(Box<(Concern, Vec<Event>)>),
    /// Not everybody may.
    Closed,
}

/// Where a concern is followed, if not by itself.
pub(in crate::concerns) fn elsewhere(conn: &mut Conn, concern: ConcernId) -> Result<Option<Elsewhere>> {
    let Some(merge) = store::live(conn, concern)? else { return Ok(None) };
    let other = concerns::get(conn, merge.into_id)?;
    if !other.is_public() {
        return Ok(Some(Elsewhere::Closed));
    }
    let events = concerns::events_for(conn, other.id, Readers::Public)?;
    Ok(Some(Elsewhere::Public(Box::new((other, events)))))
}

/// What a page shows of it (`templates/concerns/merged.html`).
pub(in crate::concerns) struct Joined {
    pub(in crate::concerns) shown: Option<Course>,
}

/// The public course of the other file.
pub(in crate::concerns) struct Course {
    pub(in crate::concerns) number: String,
    pub(in crate::concerns) url: String,
    pub(in crate::concerns) chip: Chip,
    pub(in crate::concerns) clock: Option<ClockMark>,
    pub(in crate::concerns) act: String,
    pub(in crate::concerns) moments: Vec<Moment>,
}

impl Joined {
    /// Of what was read; what happened after `seen` is marked as new.
    pub(in crate::concerns) fn new(l: L, r: &Reference, there: &Elsewhere, seen: Option<Time>, now: Time) -> Joined {
        let shown = match there {
            Elsewhere::Closed => None,
            Elsewhere::Public(read) => {
                let (other, events) = read.as_ref();
                Some(Course {
                    number: other.number().to_string(),
                    url: urls::concern(l.lang(), other.number()),
                    chip: Chip::of(l, other),
                    clock: ClockMark::of(l, other, now),
                    act: last_act(l, other.last_act_at, now),
                    moments: moments(l, events, r, seen),
                })
            }
        };
        Joined { shown }
    }
}
