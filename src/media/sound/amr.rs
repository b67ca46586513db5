//! AMR, narrow and wide: frames of 20 ms behind a few letters.

use super::{Format, Sound};
use crate::media::refused::Refused;

const NARROW: &[u8] = b"#!AMR\n";
const WIDE: &[u8] = b"#!AMR-WB\n";

/// Bytes after a frame's first one, by its type.
const NARROW_SIZES: [usize; 16] = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0];
const WIDE_SIZES: [usize; 16] = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0];

/// Reads a bare file.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    match (sent.strip_prefix(NARROW), sent.strip_prefix(WIDE)) {
        (Some(frames), _) => from_frames([frames], false),
        (_, Some(frames)) => from_frames([frames], true),
        _ => Err(Refused::NotASound),
    }
}

/// Makes a bare file of runs of frames.
pub(super) fn from_frames<'a>(runs: impl IntoIterator<Item = &'a [u8]>, wide: bool) -> Result<Sound, Refused> {
    let sizes = if wide { &WIDE_SIZES } else { &NARROW_SIZES };
    let mut bytes = if wide { WIDE.to_vec() } else { NARROW.to_vec() };
    let mut count = 0_u64;
    for run in runs {
        let mut rest = run;
        while let Some(&head) = rest.first() {
            // Four bits of type, one of quality, the rest is nought; anything else is no frame, and what follows is not ours.
            if head & 0x83 != 0 {
                break;
            }
            let Some((frame, after)) = rest.split_at_checked(1 + sizes[usize::from(head >> 3 & 15)]) else { break };
            bytes.extend_from_slice(frame);
            (rest, count) = (after, count + 1);
        }
    }
    if count == 0 {
        return Err(Refused::NotASound);
    }
    Ok(Sound { bytes, format: Format::Amr, millis: count * 20 })
}
