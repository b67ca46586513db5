//! A sound made safe: coded packets are taken out of the container they came in and put into a fresh one. Nothing is decoded
//! and nothing transcoded; what is not a packet is not copied. The readers walk a slice and never believe a length: a library
//! was tried first and would have set aside whatever a file asked for.

mod amr;
mod frames;
mod mp4;
mod ogg;
mod wav;
mod webm;

use super::refused::Refused;
use crate::base::named;

named! {
    /// In what a sound is kept.
    pub enum Format {
        /// Opus or Vorbis in Ogg.
        Ogg = "ogg",
        /// AAC frames (ADTS).
        Aac = "aac",
        /// MPEG layer III frames.
        Mp3 = "mp3",
        /// Bare samples.
        Wav = "wav",
        /// AMR frames, as old telephones record.
        Amr = "amr",
    }
}

impl Format {
    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Format::Ogg => "audio/ogg",
            Format::Aac => "audio/aac",
            Format::Mp3 => "audio/mpeg",
            Format::Wav => "audio/wav",
            Format::Amr => "audio/amr",
        }
    }

    /// True when a browser can be expected to play it; otherwise a telephone or a player does.
    pub const fn plays(self) -> bool {
        !matches!(self, Format::Amr)
    }
}

/// Bytes of a coded sound at most; bare samples take more, and are bounded by their length in seconds.
const CODED: usize = 3_000_000;

/// A sound of ours.
#[derive(Debug, Clone)]
pub struct Sound {
    bytes: Vec<u8>,
    format: Format,
    millis: u64,
}

impl Sound {
    /// Makes a sound of what somebody sent, at most so many seconds long. What it is, its content says, never its name.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn make(sent: &[u8], longest: u32) -> Result<Sound, Refused> {
        let sound = match sent {
            [b'O', b'g', b'g', b'S', ..] => ogg::read(sent)?,
            [0x1a, 0x45, 0xdf, 0xa3, ..] => webm::read(sent)?,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => mp4::read(sent)?,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => wav::read(sent)?,
            [b'#', b'!', b'A', b'M', b'R', ..] => amr::read(sent)?,
            _ => frames::read(sent)?,
        };
        // A tenth of a second is forgiven: telephones stop a little late.
        if sound.millis > u64::from(longest) * 1000 + 100 {
            return Err(Refused::TooLong);
        }
        if sound.format != Format::Wav && sound.bytes.len() > CODED {
            return Err(Refused::TooLarge);
        }
        Ok(sound)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// In what.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// How long, in whole seconds begun.
    pub fn seconds(&self) -> i64 {
        i64::try_from(self.millis.div_ceil(1000)).unwrap_or(i64::MAX)
    }
}

/// A number of the bytes at a place, most significant first.
fn big(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().fold(0, |n, byte| n << 8 | u64::from(*byte)))
}

/// The same as an index.
fn place(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    big(bytes, at, length).and_then(|n| usize::try_from(n).ok())
}
