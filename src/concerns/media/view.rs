//! Photos and voice notes, prepared for a page; `templates/concerns/media.html` draws them.

use super::model::{Kind, Medium, Showing, Turned};
use crate::base::MediumId;
use crate::concerns::parts::said;
use crate::i18n::L;
use crate::media::Refused;
use crate::urls;

/// The longest side of a thumbnail on a page, in points of the screen.
const SIDE: i64 = 160;

/// A photo on a page.
pub(in crate::concerns) struct Picture {
    pub(in crate::concerns) id: MediumId,
    /// Empty while what opens it is not at hand.
    pub(in crate::concerns) full: String,
    pub(in crate::concerns) small: String,
    pub(in crate::concerns) width: i64,
    pub(in crate::concerns) height: i64,
    pub(in crate::concerns) alt: String,
    pub(in crate::concerns) shown: bool,
}

/// A voice note on a page.
pub(in crate::concerns) struct Voice {
    pub(in crate::concerns) id: MediumId,
    /// Empty once its bytes were let go, and while what opens them is not at hand.
    pub(in crate::concerns) url: String,
    /// True while it is not.
    pub(in crate::concerns) shut: bool,
    /// False for what browsers play only by chance.
    pub(in crate::concerns) plays: bool,
    pub(in crate::concerns) length: String,
    pub(in crate::concerns) transcript: String,
    /// True when the transcript stands beside other words, and is chosen for the public by itself.
    pub(in crate::concerns) beside: bool,
    pub(in crate::concerns) shown: bool,
}

/// What a page shows of a concern's files.
#[derive(Default)]
pub(in crate::concerns) struct Gallery {
    pub(in crate::concerns) pictures: Vec<Picture>,
    pub(in crate::concerns) voices: Vec<Voice>,
}

impl Gallery {
    /// Everything: for the file and the code page.
    pub(in crate::concerns) fn all(l: L, media: &[Medium]) -> Gallery {
        let photos = media.iter().filter(|m| m.kind == Kind::Photo && m.is_kept());
        let voices = media.iter().filter(|m| m.kind == Kind::Voice);
        Gallery {
            pictures: photos.enumerate().map(|(n, m)| picture(l, n + 1, m)).collect(),
            voices: voices.map(|m| voice(l, m)).collect(),
        }
    }

    /// The photos alone: for a service.
    pub(in crate::concerns) fn photos(l: L, media: &[Medium]) -> Gallery {
        Gallery { voices: Vec::new(), ..Gallery::all(l, media) }
    }

    /// What a moderator chooses among: photos, and what was written down beside other words. Never a voice.
    pub(in crate::concerns) fn to_choose(l: L, media: &[Medium]) -> Gallery {
        let mut gallery = Gallery::all(l, media);
        gallery.voices.retain(|voice| voice.beside && !voice.transcript.is_empty());
        gallery.voices.iter_mut().for_each(|voice| voice.url.clear());
        gallery
    }

    /// What everybody may see of a public concern.
    pub(in crate::concerns) fn public(l: L, media: &[Medium]) -> Gallery {
        let mut gallery = Gallery::to_choose(l, media);
        gallery.pictures.retain(|picture| picture.shown);
        gallery.voices.retain(|voice| voice.shown);
        gallery
    }

    /// True when there is nothing.
    pub(in crate::concerns) fn is_empty(&self) -> bool {
        self.pictures.is_empty() && self.voices.is_empty()
    }
}

fn picture(l: L, n: usize, medium: &Medium) -> Picture {
    let longest = medium.width.max(medium.height).max(1);
    let side = |side: i64| (side * SIDE / longest).max(1);
    Picture {
        id: medium.id,
        full: if medium.is_shut() { String::new() } else { urls::photo(medium.id) },
        small: urls::photo_small(medium.id),
        width: side(medium.width),
        height: side(medium.height),
        alt: l.media_photo(n),
        shown: medium.state == Showing::Published,
    }
}

fn voice(l: L, medium: &Medium) -> Voice {
    Voice {
        id: medium.id,
        url: if medium.is_kept() && !medium.is_shut() { urls::voice(medium.id) } else { String::new() },
        shut: medium.is_shut(),
        plays: medium.sound_format().is_some_and(crate::media::Format::plays),
        length: l.media_seconds(medium.seconds),
        transcript: said(l, &medium.transcript),
        beside: !medium.instead,
        shown: medium.state == Showing::Published,
    }
}

/// Why a file was not taken, in a sentence.
pub(crate) fn refusal(l: L, why: Refused) -> &'static str {
    match why {
        Refused::TooLarge => l.media_too_large(),
        Refused::TooMany => l.media_too_many(),
        Refused::NotAPicture => l.media_not_a_picture(),
        Refused::TooManyPixels => l.media_too_many_pixels(),
        Refused::Truncated => l.media_truncated(),
        Refused::NotASound => l.media_not_a_sound(),
        Refused::TooLong => l.media_too_long(),
        Refused::TooSlow => l.media_too_slow(),
        Refused::NotKept => l.media_not_kept(),
    }
    .as_str()
}

impl Turned {
    /// The file's name and the reason.
    pub(in crate::concerns) fn said(&self, l: L) -> (String, &'static str) {
        (self.name.clone(), refusal(l, self.why))
    }
}
