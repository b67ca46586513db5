//! WebM and Matroska, as browsers record: the packets of the first track of Opus or Vorbis.

use super::ogg::{self, Head};
use super::{Sound, big, place};
use crate::media::refused::Refused;

/// Elements whose inside is walked too.
const SEGMENT: u64 = 0x1853_8067;
const TRACKS: u64 = 0x1654_ae6b;
const CLUSTER: u64 = 0x1f43_b675;
const GROUP: u64 = 0xa0;
/// Elements that say something.
const TRACK: u64 = 0xae;
const SCALE: u64 = 0x002a_d7b1;
const INFO: u64 = 0x1549_a966;
const TIME: u64 = 0xe7;
const BLOCKS: [u64; 2] = [0xa3, 0xa1];

/// An element: what it is, where its content begins and how long it is; a length that was not known yet is none.
fn element(bytes: &[u8], at: usize) -> Option<(u64, usize, Option<usize>)> {
    let first = *bytes.get(at)?;
    let length = first.leading_zeros() as usize + 1;
    if length > 4 {
        return None;
    }
    let id = big(bytes, at, length)?;
    let at = at + length;
    let (size, taken) = number(bytes, at)?;
    let unknown = size == (1 << (7 * taken)) - 1;
    Some((id, at + taken, if unknown { None } else { Some(usize::try_from(size).ok()?) }))
}

/// A number that says itself how long it is, and that.
fn number(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let length = bytes.get(at)?.leading_zeros() as usize + 1;
    if length > 8 {
        return None;
    }
    Some((big(bytes, at, length)? & ((1 << (7 * length)) - 1), length))
}

/// A track of sound that we can write.
struct Track {
    number: u64,
    head: Head,
}

fn track(bytes: &[u8]) -> Option<Track> {
    let (mut at, mut number, mut codec, mut private) = (0, None, &[][..], &[][..]);
    while let Some((id, from, length)) = element(bytes, at) {
        let to = from.checked_add(length?)?;
        let content = bytes.get(from..to)?;
        match id {
            0xd7 => number = big(content, 0, content.len().min(8)),
            0x86 => codec = content,
            0x63a2 => private = content,
            // Packets that were packed once more are not read.
            0x6d80 => return None,
            _ => {}
        }
        at = to;
    }
    let head = match codec {
        b"A_OPUS" => Head::opus(private)?,
        b"A_VORBIS" => xiph(private)?,
        _ => return None,
    };
    Some(Track { number: number?, head })
}

/// The three heads of Vorbis, laced: how many less one, the lengths of two, then all.
fn xiph(private: &[u8]) -> Option<Head> {
    let mut rest = private.strip_prefix(&[2])?;
    let mut length = || {
        let mut sum = 0;
        loop {
            let (&byte, after) = rest.split_first()?;
            rest = after;
            sum += usize::from(byte);
            if byte != 255 {
                return Some(sum);
            }
        }
    };
    let (first, second) = (length()?, length()?);
    Head::vorbis(rest.get(..first)?, rest.get(first + second..)?)
}

/// Reads a file.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    let (mut at, mut found, mut scale, mut time) = (0, None::<Track>, 1_000_000, 0);
    // Each packet with the nanosecond it begins at.
    let mut packets: Vec<(&[u8], u64)> = Vec::new();
    while let Some((id, from, length)) = element(sent, at) {
        if [SEGMENT, TRACKS, CLUSTER, GROUP, INFO].contains(&id) {
            at = from;
            continue;
        }
        let to = length.and_then(|length| from.checked_add(length)).ok_or(Refused::NotASound)?;
        let Some(content) = sent.get(from..to) else {
            return Err(if found.is_some() { Refused::Truncated } else { Refused::NotASound });
        };
        match id {
            TRACK if found.is_none() => found = track(content),
            SCALE => scale = big(content, 0, content.len().min(8)).unwrap_or(scale).max(1),
            TIME => time = big(content, 0, content.len().min(8)).unwrap_or(time),
            id if BLOCKS.contains(&id) => {
                let Some(track) = &found else {
                    at = to;
                    continue;
                };
                let Some((number, taken)) = number(content, 0) else { return Err(Refused::NotASound) };
                let since = place(content, taken, 2).and_then(|n| u16::try_from(n).ok()).map_or(0, u16::cast_signed);
                let flags = content.get(taken + 2).copied().unwrap_or(0);
                if number == track.number {
                    // Several packets in one block: nothing that records does that.
                    if flags & 0x06 != 0 {
                        return Err(Refused::NotASound);
                    }
                    let begins = time.saturating_add_signed(i64::from(since)).saturating_mul(scale);
                    packets.push((content.get(taken + 3..).unwrap_or_default(), begins));
                }
            }
            _ => {}
        }
        at = to;
    }
    let Some(Track { head, .. }) = found else { return Err(Refused::NotASound) };
    let rate = match &head {
        Head::Opus { .. } => 48_000,
        Head::Vorbis { rate, .. } => *rate,
    };
    let starts: Vec<u64> = packets.iter().map(|(_, at)| *at).collect();
    let ends = |n: usize| {
        // A page ends where its last packet does: where the next one begins.
        let end = starts.get(n + 1).or(starts.last()).copied().unwrap_or(0);
        let whole = u64::try_from(u128::from(end) * u128::from(rate) / 1_000_000_000).unwrap_or(u64::MAX - 1);
        (n % 20 == 19 || n + 1 == starts.len()).then_some(whole)
    };
    ogg::write(&head, packets.iter().enumerate().map(|(n, (packet, _))| (*packet, ends(n))).collect())
}
