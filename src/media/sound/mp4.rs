//! MP4 and its old form 3GP, whole or in fragments: AAC, MPEG layer III or AMR out of the first track of sound.

use super::frames::{self, Aac};
use super::{Sound, amr, big, place};
use crate::media::refused::Refused;

/// Packets a minute of anything we take, twice over.
const MOST: usize = 8_000;

/// The boxes in some bytes: name, content, and where the box begins.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8], usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (mut length, mut head) = (place(bytes, at, 4)?, 8);
        let name = *bytes.get(at + 4..at + 8)?.first_chunk::<4>()?;
        match length {
            0 => length = bytes.len() - at,
            1 => (length, head) = (place(bytes, at + 8, 8)?, 16),
            _ => {}
        }
        let content = bytes.get(at + head..at.checked_add(length)?)?;
        let began = at;
        at += length;
        Some((name, content, began))
    })
}

/// The content of a box by its way from outside in.
fn inside<'a>(bytes: &'a [u8], way: &[&[u8; 4]]) -> Option<&'a [u8]> {
    way.iter().try_fold(bytes, |bytes, wanted| boxes(bytes).find(|(name, _, _)| name == *wanted).map(|(_, c, _)| c))
}

enum Codec {
    Aac(Aac),
    Mp3,
    Amr { wide: bool },
}

/// A track of sound that we can write, and its table of samples.
struct Track<'a> {
    id: u64,
    codec: Codec,
    table: &'a [u8],
}

fn track(bytes: &[u8]) -> Option<Track<'_>> {
    let media = inside(bytes, &[b"mdia"])?;
    if inside(media, &[b"hdlr"])?.get(8..12)? != b"soun" {
        return None;
    }
    let header = inside(bytes, &[b"tkhd"])?;
    let id = big(header, if header.first() == Some(&1) { 20 } else { 12 }, 4)?;
    let table = inside(media, &[b"minf", b"stbl"])?;
    let (name, entry, _) = boxes(inside(table, &[b"stsd"])?.get(8..)?).next()?;
    let codec = match &name {
        b"mp4a" => {
            // Old files of QuickTime have a longer description of the sound.
            let fields = if place(entry, 8, 2)? == 1 { 44 } else { 28 };
            described(inside(entry.get(fields..)?, &[b"esds"])?.get(4..)?)?
        }
        b".mp3" => Codec::Mp3,
        b"samr" => Codec::Amr { wide: false },
        b"sawb" => Codec::Amr { wide: true },
        _ => return None,
    };
    Some(Track { id, codec, table })
}

/// Reads the nested descriptions of a stream: what it is, and what AAC says of itself.
fn described(bytes: &[u8]) -> Option<Codec> {
    let (mut at, mut kind) = (0, 0);
    loop {
        let tag = *bytes.get(at)?;
        at += 1;
        let mut length = 0;
        for _ in 0..4 {
            let byte = *bytes.get(at)?;
            at += 1;
            length = length << 7 | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                break;
            }
        }
        match tag {
            3 => {
                let flags = *bytes.get(at + 2)?;
                let extra =
                    [(0x80, 2), (0x20, 2)].iter().filter(|(bit, _)| flags & bit != 0).map(|(_, n)| n).sum::<usize>();
                at += 3 + extra;
            }
            4 => {
                kind = *bytes.get(at)?;
                if [0x69, 0x6b].contains(&kind) {
                    return Some(Codec::Mp3);
                }
                at += 13;
            }
            5 if kind == 0x40 => return config(bytes.get(at..at + length)?),
            _ => at += length,
        }
    }
}

/// The first bits of what AAC says of itself: kind, rate, channels; of the kinds with a second layer, the first one.
fn config(bytes: &[u8]) -> Option<Codec> {
    // What is shorter ends in zeroes; of nothing there is nothing to say.
    bytes.first()?;
    let bits = (0..8).fold(0_u64, |n, i| n << 8 | u64::from(bytes.get(i).copied().unwrap_or_default()));
    let take = |from: u32, count: u32| (bits << from >> (64 - count)) as u8;
    let (mut kind, rate, channels) = (take(0, 5), take(5, 4), take(9, 4));
    if kind == 5 || kind == 29 {
        kind = take(17, 5);
    }
    (1..=4).contains(&kind).then(|| Codec::Aac(Aac { profile: kind - 1, rate, channels }))
}

/// The numbers of a table: how many, then each `width` bytes in `step`.
fn rows(bytes: &[u8], from: usize, width: usize, step: usize) -> Option<Vec<usize>> {
    let count = place(bytes, from, 4)?;
    if count > MOST {
        return None;
    }
    (0..count).map(|n| place(bytes, from + 4 + n * step, width)).collect()
}

/// Where each packet of a whole file lies: chunk by chunk.
fn spans(table: &[u8]) -> Option<Vec<(usize, usize)>> {
    let sizes = inside(table, &[b"stsz"])?;
    let sizes = match place(sizes, 4, 4)? {
        0 => rows(sizes, 8, 4, 4)?,
        same => vec![same; place(sizes, 8, 4).filter(|n| *n <= MOST)?],
    };
    let chunks = match inside(table, &[b"stco"]) {
        Some(short) => rows(short, 4, 4, 4)?,
        None => rows(inside(table, &[b"co64"])?, 4, 8, 8)?,
    };
    let runs = inside(table, &[b"stsc"])?;
    let (firsts, each) = (rows(runs, 4, 4, 12)?, |n: usize| place(runs, 8 + n * 12 + 4, 4));
    let mut spans = Vec::with_capacity(sizes.len());
    let (mut sizes, mut run) = (sizes.into_iter(), 0);
    for (n, chunk) in chunks.into_iter().enumerate() {
        while firsts.get(run + 1).is_some_and(|first| *first <= n + 1) {
            run += 1;
        }
        let mut at = chunk;
        for size in sizes.by_ref().take(each(run)?) {
            spans.push((at, size));
            at = at.checked_add(size)?;
        }
    }
    Some(spans)
}

/// Where each packet of a file in fragments lies: a browser's recording on a telephone of Apple's.
fn fragments(sent: &[u8], id: u64) -> Option<Vec<(usize, usize)>> {
    let mut spans = Vec::new();
    for (_, fragment, began) in boxes(sent).filter(|(name, _, _)| name == b"moof") {
        for (_, run, _) in boxes(fragment).filter(|(name, _, _)| name == b"traf") {
            let header = inside(run, &[b"tfhd"])?;
            if big(header, 4, 4)? != id {
                continue;
            }
            let flags = big(header, 1, 3)?;
            let given = |bit: u64, length: usize| if flags & bit == 0 { 0 } else { length };
            let base = if flags & 1 == 0 { began } else { place(header, 8, 8)? };
            let usual = 8 + given(1, 8) + given(2, 4) + given(8, 4);
            let usual = if flags & 0x10 == 0 { None } else { place(header, usual, 4) };
            let samples = inside(run, &[b"trun"])?;
            let flags = big(samples, 1, 3)?;
            let count = place(samples, 4, 4)?;
            let (mut row, mut at) = (8, base);
            if flags & 1 != 0 {
                at = at.checked_add(place(samples, row, 4)?)?;
                row += 4;
            }
            row += if flags & 4 == 0 { 0 } else { 4 };
            for _ in 0..count {
                row += if flags & 0x100 == 0 { 0 } else { 4 };
                let size = if flags & 0x200 == 0 { usual? } else { place(samples, row, 4)? };
                row += [0x200, 0x400, 0x800].iter().filter(|bit| flags & **bit != 0).count() * 4;
                spans.push((at, size));
                at = at.checked_add(size)?;
                if spans.len() > MOST {
                    return Some(spans);
                }
            }
        }
    }
    Some(spans)
}

/// Reads a file.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    let whole = inside(sent, &[b"moov"]).ok_or(Refused::Truncated)?;
    let found = boxes(whole).filter(|(name, _, _)| name == b"trak").find_map(|(_, content, _)| track(content));
    let track = found.ok_or(Refused::NotASound)?;
    let spans = match inside(whole, &[b"mvex"]) {
        Some(_) => fragments(sent, track.id),
        None => spans(track.table),
    };
    // A table with more rows than a minute has packets is too long as well.
    let spans = spans.ok_or(Refused::TooLong)?;
    if spans.len() > MOST {
        return Err(Refused::TooLong);
    }
    let packets: Option<Vec<&[u8]>> = spans.iter().map(|(at, size)| sent.get(*at..at.checked_add(*size)?)).collect();
    let packets = packets.ok_or(Refused::Truncated)?;
    match track.codec {
        Codec::Aac(shape) => frames::aac(shape, packets),
        Codec::Mp3 => frames::mp3(packets),
        Codec::Amr { wide } => amr::from_frames(packets, wide),
    }
}

#[cfg(test)]
mod tests {
    use super::{Codec, config};

    #[test]
    fn what_says_nothing_of_itself_is_no_sound() {
        assert!(config(&[]).is_none());
        assert!(
            matches!(config(&[0x12, 0x10]), Some(Codec::Aac(aac)) if (aac.profile, aac.rate, aac.channels) == (1, 4, 2))
        );
        assert!(matches!(config(&[0x12]), Some(Codec::Aac(_))), "what is cut short ends in zeroes");
    }
}
