//! Frames that follow one another without a container: MPEG layer III, and AAC as ADTS. Tags before, between and behind them
//! are not copied.

use super::{Format, Sound};
use crate::media::refused::Refused;

/// Frames that must follow one another before we believe that they are any.
const BELIEVED: usize = 3;

/// Reads a bare file.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    let sent = without_tag(sent);
    match sent {
        // The layer's two bits are nought in ADTS and one in layer III.
        [0xff, second, ..] if second & 0xf6 == 0xf0 => adts(sent),
        [0xff, second, ..] if second & 0xe6 == 0xe2 => mp3([sent]),
        _ => Err(Refused::NotASound),
    }
}

/// What stands behind an ID3 tag.
fn without_tag(sent: &[u8]) -> &[u8] {
    match sent {
        [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] if (a | b | c | d) & 0x80 == 0 => {
            let length = [a, b, c, d].iter().fold(0_usize, |n, byte| n << 7 | usize::from(**byte));
            let foot = if flags & 0x10 == 0 { 0 } else { 10 };
            sent.get(10 + length + foot..).unwrap_or_default()
        }
        _ => sent,
    }
}

/// A layer III frame: its length, samples a second and samples.
fn mp3_frame(bytes: &[u8]) -> Option<(usize, u64, u64)> {
    const V1: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const V2: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let &[0xff, b, c, _] = bytes.first_chunk::<4>()? else { return None };
    let version = b >> 3 & 3;
    if b & 0xe6 != 0xe2 || version == 1 {
        return None;
    }
    let halved = match version {
        3 => 0,
        2 => 1,
        _ => 2,
    };
    let rate = [44_100_usize, 48_000, 32_000].get(usize::from(c >> 2 & 3))? >> halved;
    let kilobits = *if version == 3 { &V1 } else { &V2 }.get(usize::from(c >> 4))?;
    // A free format is nothing a telephone writes.
    if kilobits == 0 {
        return None;
    }
    let (eighths, samples) = if version == 3 { (144, 1152) } else { (72, 576) };
    let padding = usize::from(c >> 1 & 1);
    Some((eighths * kilobits * 1000 / rate + padding, rate as u64, samples))
}

/// True for a frame that holds no sound but what an encoder says of itself.
fn is_info(frame: &[u8]) -> bool {
    let mono = frame.get(3).is_some_and(|b| b >> 6 == 3);
    let newest = frame.get(1).is_some_and(|b| b >> 3 & 3 == 3);
    let side = match (newest, mono) {
        (true, false) => 32,
        (true, true) | (false, false) => 17,
        (false, true) => 9,
    };
    let says = |at: usize, word: &[u8]| frame.get(at..at + 4) == Some(word);
    says(4 + side, b"Xing") || says(4 + side, b"Info") || says(36, b"VBRI")
}

/// Makes a bare file of runs of frames.
pub(super) fn mp3<'a>(runs: impl IntoIterator<Item = &'a [u8]>) -> Result<Sound, Refused> {
    let (mut bytes, mut count, mut micros) = (Vec::new(), 0, 0);
    for run in runs {
        let mut rest = run;
        while let Some((length, rate, samples)) = mp3_frame(rest) {
            let Some((frame, after)) = rest.split_at_checked(length) else { break };
            rest = after;
            count += 1;
            if !is_info(frame) {
                bytes.extend_from_slice(frame);
                micros += samples * 1_000_000 / rate;
            }
        }
    }
    if count < BELIEVED || bytes.is_empty() {
        return Err(Refused::NotASound);
    }
    Ok(Sound { bytes, format: Format::Mp3, millis: micros.div_ceil(1000) })
}

/// What AAC frames have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aac {
    /// The object type less one, as ADTS counts: 1 is « low complexity ».
    pub(super) profile: u8,
    /// Which of the thirteen sampling rates.
    pub(super) rate: u8,
    /// Channels.
    pub(super) channels: u8,
}

const RATES: [u64; 13] =
    [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/// Puts a fresh head before each packet.
pub(super) fn aac<'a>(shape: Aac, packets: impl IntoIterator<Item = &'a [u8]>) -> Result<Sound, Refused> {
    let Aac { profile, rate, channels } = shape;
    let hertz = RATES.get(usize::from(rate)).copied().ok_or(Refused::NotASound)?;
    if profile > 3 || channels == 0 || channels > 2 {
        return Err(Refused::NotASound);
    }
    let (mut bytes, mut count) = (Vec::new(), 0_u64);
    for packet in packets {
        let length = packet.len() + 7;
        if length > 0x1fff {
            return Err(Refused::NotASound);
        }
        let [high, low] = [(length >> 8) as u8, (length & 0xff) as u8];
        bytes.extend_from_slice(&[
            0xff,
            0xf1,
            profile << 6 | rate << 2 | channels >> 2,
            (channels & 3) << 6 | high >> 3,
            high << 5 | low >> 3,
            low << 5 | 0x1f,
            0xfc,
        ]);
        bytes.extend_from_slice(packet);
        count += 1;
    }
    if count == 0 {
        return Err(Refused::NotASound);
    }
    Ok(Sound { bytes, format: Format::Aac, millis: (count * 1024 * 1000).div_ceil(hertz) })
}

fn adts(sent: &[u8]) -> Result<Sound, Refused> {
    let (mut rest, mut shape, mut packets) = (sent, None, Vec::new());
    while let [0xff, b, c, d, e, f, _, ..] = *rest {
        if b & 0xf6 != 0xf0 {
            break;
        }
        let here = Aac { profile: c >> 6, rate: c >> 2 & 15, channels: (c & 1) << 2 | d >> 6 };
        let length = usize::from(d & 3) << 11 | usize::from(e) << 3 | usize::from(f >> 5);
        let head = if b & 1 == 1 { 7 } else { 9 };
        if *shape.get_or_insert(here) != here {
            break;
        }
        let Some(packet) = rest.get(head..length) else { break };
        packets.push(packet);
        rest = &rest[length..];
    }
    match shape {
        Some(shape) if packets.len() >= BELIEVED => aac(shape, packets),
        _ => Err(Refused::NotASound),
    }
}
