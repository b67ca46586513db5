//! A photo or a voice note of a concern, and what may be done with it.

use diesel::prelude::*;

use crate::base::{ConcernId, DAY, MediumId, Time, named};
use crate::db::schema::media;
use crate::error::{Error, Result};
use crate::media::{Format, Name, Photo, Refused, Sound};
use crate::seal::{FileKey, Veiled};

named! {
    /// What it is.
    pub enum Kind {
        /// A photo.
        Photo = "photo",
        /// A voice note.
        Voice = "voice",
    }
}

named! {
    /// Whether the public may see it (of a voice note: read what was written down of it), once its concern is public.
    pub enum Showing {
        /// A moderator has not looked yet.
        Waiting = "waiting",
        /// It may.
        Published = "published",
        /// It may not.
        Hidden = "hidden",
    }
}

/// A row.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = media)]
pub(in crate::concerns) struct Medium {
    pub(in crate::concerns) id: MediumId,
    pub(in crate::concerns) concern_id: ConcernId,
    pub(in crate::concerns) kind: Kind,
    pub(in crate::concerns) format: String,
    pub(in crate::concerns) object: String,
    pub(in crate::concerns) thumb: String,
    pub(in crate::concerns) width: i64,
    pub(in crate::concerns) height: i64,
    pub(in crate::concerns) seconds: i64,
    pub(in crate::concerns) instead: bool,
    pub(in crate::concerns) state: Showing,
    pub(in crate::concerns) transcript: Veiled,
    pub(in crate::concerns) transcribed_at: Option<Time>,
    pub(in crate::concerns) deleted_at: Option<Time>,
    pub(in crate::concerns) file_key: Veiled,
}

impl Medium {
    /// True for a photo whose bytes are kept.
    pub(in crate::concerns) const fn is_photo(&self) -> bool {
        matches!(self.kind, Kind::Photo) && self.is_kept()
    }

    /// True while its bytes are kept.
    pub(in crate::concerns) const fn is_kept(&self) -> bool {
        self.deleted_at.is_none()
    }

    /// True while its bytes are kept and what opens them is sealed: a password or a code is wanted.
    pub(in crate::concerns) fn is_shut(&self) -> bool {
        self.file_key.is_closed()
    }

    /// True for a voice note that stands instead of words and has not been written down: nothing of it can be published.
    pub(in crate::concerns) const fn is_unwritten(&self) -> bool {
        self.instead && self.transcribed_at.is_none()
    }

    /// In what a voice note is kept.
    pub(super) fn sound_format(&self) -> Option<Format> {
        Format::parse(&self.format)
    }
}

/// What lies in the store and waits for its row.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(super) kind: Kind,
    pub(super) format: &'static str,
    pub(super) object: Name,
    pub(super) thumb: Option<Name>,
    pub(super) bytes: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) seconds: i64,
    /// What opens it.
    pub(super) key: FileKey,
}

impl Stored {
    /// A photo that lies under these names.
    pub(super) fn photo(photo: &Photo, object: Name, thumb: Name, key: FileKey) -> Result<Stored> {
        Ok(Stored {
            kind: Kind::Photo,
            format: "jpeg",
            object,
            thumb: Some(thumb),
            bytes: i64::try_from(photo.bytes().len()).map_err(Error::internal)?,
            width: photo.width().into(),
            height: photo.height().into(),
            seconds: 0,
            key,
        })
    }

    /// A sound that lies under this name.
    pub(super) fn sound(sound: &Sound, object: Name, key: FileKey) -> Result<Stored> {
        Ok(Stored {
            kind: Kind::Voice,
            format: sound.format().as_str(),
            object,
            thumb: None,
            bytes: i64::try_from(sound.bytes().len()).map_err(Error::internal)?,
            width: 0,
            height: 0,
            seconds: sound.seconds(),
            key,
        })
    }
}

/// A file that was not taken: what its sender called it, and why.
#[derive(Debug, Clone)]
pub(in crate::concerns) struct Turned {
    pub(in crate::concerns) kind: Kind,
    pub(in crate::concerns) name: String,
    pub(in crate::concerns) why: Refused,
}

/// True when a voice note's time is over: so many days after it was written down, or after its concern was closed.
pub(super) fn is_due(transcribed: Option<Time>, closed: Option<Time>, days: i64, now: Time) -> bool {
    let over = |since: Option<Time>| since.is_some_and(|at| now.since(at) >= days * DAY);
    over(transcribed) || over(closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_note_is_kept_until_it_is_written_down_or_its_concern_closed_and_thirty_days_more() {
        let at = |days: i64| Time(days * DAY);
        assert!(!is_due(None, None, 30, at(400)));
        assert!(!is_due(Some(at(10)), None, 30, at(39)));
        assert!(is_due(Some(at(10)), None, 30, at(40)));
        assert!(is_due(None, Some(at(10)), 30, at(40)));
        assert!(is_due(Some(at(39)), Some(at(1)), 30, at(40)));
    }
}
