//! WAV: bare samples behind a description of them.

use super::{Format, Sound, place};
use crate::media::refused::Refused;

fn little(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    part.iter().rev().try_fold(0_usize, |n, byte| n.checked_mul(256)?.checked_add(usize::from(*byte)))
}

/// Reads a file: its samples, behind a fresh description.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    let (mut at, mut shape) = (12, None);
    loop {
        // A chunk's name, then its length.
        let (Some(name), Some(length)) = (place(sent, at, 4), little(sent, at + 4, 4)) else {
            return Err(if shape.is_some() { Refused::Truncated } else { Refused::NotASound });
        };
        let body = at + 8;
        match (&(name as u32).to_be_bytes(), shape) {
            (b"fmt ", _) => shape = Some(described(sent, body).ok_or(Refused::NotASound)?),
            (b"data", Some(shape)) => {
                // A recorder that was switched off leaves the length empty: then the samples go on to the end.
                let length =
                    if length == 0 || length == 0xffff_ffff { sent.len().saturating_sub(body) } else { length };
                let samples = body.checked_add(length).and_then(|end| sent.get(body..end)).ok_or(Refused::Truncated)?;
                return fresh(&shape, samples);
            }
            _ => {}
        }
        at = body.checked_add(length + length % 2).ok_or(Refused::NotASound)?;
    }
}

#[derive(Clone, Copy)]
struct Shape {
    channels: usize,
    rate: usize,
    bits: usize,
}

fn described(sent: &[u8], at: usize) -> Option<Shape> {
    let kind = little(sent, at, 2)?;
    // An extensible description says in its sixteenth byte after the bits what it really is.
    let kind = if kind == 0xfffe { little(sent, at + 24, 2)? } else { kind };
    let shape =
        Shape { channels: little(sent, at + 2, 2)?, rate: little(sent, at + 4, 4)?, bits: little(sent, at + 14, 2)? };
    let known = kind == 1
        && (1..=2).contains(&shape.channels)
        && (4_000..=96_000).contains(&shape.rate)
        && [8, 16, 24].contains(&shape.bits);
    known.then_some(shape)
}

fn fresh(shape: &Shape, samples: &[u8]) -> Result<Sound, Refused> {
    let frame = shape.channels * shape.bits / 8;
    let samples = &samples[..samples.len() - samples.len() % frame];
    let second = frame * shape.rate;
    if samples.is_empty() {
        return Err(Refused::NotASound);
    }
    let long = |n: usize| u32::try_from(n).map(u32::to_le_bytes).map_err(|_| Refused::TooLarge);
    let short = |n: usize| u16::try_from(n).map(u16::to_le_bytes).map_err(|_| Refused::NotASound);
    let mut bytes = Vec::with_capacity(samples.len() + 44);
    bytes.extend_from_slice(b"RIFF");
    bytes.extend_from_slice(&long(samples.len() + 36)?);
    bytes.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0");
    bytes.extend_from_slice(&short(shape.channels)?);
    bytes.extend_from_slice(&long(shape.rate)?);
    bytes.extend_from_slice(&long(second)?);
    bytes.extend_from_slice(&short(frame)?);
    bytes.extend_from_slice(&short(shape.bits)?);
    bytes.extend_from_slice(b"data");
    bytes.extend_from_slice(&long(samples.len())?);
    bytes.extend_from_slice(samples);
    let millis = (samples.len() as u64 * 1000).div_ceil(second as u64);
    Ok(Sound { bytes, format: Format::Wav, millis })
}
