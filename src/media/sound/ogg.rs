//! Ogg: read page by page, and written anew around the packets of one stream.

use std::io::Cursor;

use ogg::{PacketReader, PacketWriteEndInfo, PacketWriter};

use super::{Format, Sound};
use crate::media::refused::Refused;

/// The number of our one stream.
const SERIAL: u32 = 1;
/// Packets a page: some second of speech.
const PAGE: usize = 50;

/// What a decoder must know before the first packet.
pub(super) enum Head {
    /// Channels, samples to skip, rate of the recording.
    Opus { channels: u8, skip: u16, rate: u32 },
    /// The first and the third head of Vorbis, and samples a second. The second, with names and programs, is written anew.
    Vorbis { first: Vec<u8>, setup: Vec<u8>, rate: u64 },
}

impl Head {
    /// Reads what stands in an « OpusHead ».
    pub(super) fn opus(head: &[u8]) -> Option<Head> {
        let fields = head.strip_prefix(b"OpusHead")?.first_chunk::<11>()?;
        let [version, channels, skip, skipped, a, b, c, d, _, _, family] = *fields;
        let known = version >> 4 == 0 && (1..=2).contains(&channels) && family == 0;
        let (skip, rate) = (u16::from_le_bytes([skip, skipped]), u32::from_le_bytes([a, b, c, d]));
        known.then_some(Head::Opus { channels, skip, rate })
    }

    /// Reads the heads of Vorbis.
    pub(super) fn vorbis(first: &[u8], setup: &[u8]) -> Option<Head> {
        let fields = first.strip_prefix(b"\x01vorbis")?.first_chunk::<23>()?;
        let [0, 0, 0, 0, channels, a, b, c, d, ..] = *fields else { return None };
        let rate = u32::from_le_bytes([a, b, c, d]);
        let known = (1..=2).contains(&channels) && (4_000..=96_000).contains(&rate) && setup.starts_with(b"\x05vorbis");
        known.then(|| Head::Vorbis { first: first[..30].to_vec(), setup: setup.to_vec(), rate: rate.into() })
    }
}

/// Samples of a packet of Opus, at 48 000 a second: its first byte says how long a frame is and how many there are.
fn opus_samples(packet: &[u8]) -> u64 {
    let Some(&head) = packet.first() else { return 0 };
    let frame = match head >> 3 {
        n @ 0..=11 => [480, 960, 1920, 2880][usize::from(n % 4)],
        n @ 12..=15 => [480, 960][usize::from(n % 2)],
        n => [120, 240, 480, 960][usize::from(n % 4)],
    };
    let frames = match head & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => packet.get(1).map_or(0, |n| u64::from(n & 0x3f)),
    };
    frame * frames
}

/// Reads a file: the packets of its first stream of sound.
pub(super) fn read(sent: &[u8]) -> Result<Sound, Refused> {
    let mut reader = PacketReader::new(Cursor::new(sent));
    let (mut heads, mut serial): (Vec<Vec<u8>>, Option<u32>) = (Vec::new(), None);
    let mut packets: Vec<(Vec<u8>, Option<u64>)> = Vec::new();
    loop {
        let packet = match reader.read_packet() {
            Ok(Some(packet)) => packet,
            // What follows the packets is not ours, whatever it is.
            Ok(None) => break,
            Err(ogg::OggReadError::NoCapturePatternFound) if !packets.is_empty() => break,
            Err(ogg::OggReadError::ReadError(_)) if serial.is_some() => return Err(Refused::Truncated),
            Err(_) => return Err(Refused::NotASound),
        };
        let known = packet.data.starts_with(b"OpusHead") || packet.data.starts_with(b"\x01vorbis");
        if serial.is_none() && packet.first_in_stream() && known {
            serial = Some(packet.stream_serial());
        }
        if serial != Some(packet.stream_serial()) {
            continue;
        }
        let (end, last) = (packet.last_in_page().then(|| packet.absgp_page()), packet.last_in_stream());
        let wanted = if heads.first().is_some_and(|h| h.starts_with(b"Opus")) { 2 } else { 3 };
        match heads.len() < wanted {
            true => heads.push(packet.data),
            false => packets.push((packet.data, end)),
        }
        if last {
            break;
        }
    }
    let head = match heads.as_slice() {
        [first, _] => Head::opus(first),
        [first, _, setup] => Head::vorbis(first, setup),
        _ => None,
    };
    let head = head.ok_or(Refused::NotASound)?;
    write(&head, packets.iter().map(|(packet, end)| (packet.as_slice(), *end)).collect())
}

/// Writes packets into a fresh file. Where a packet ends a page, its position goes with it; Opus counts for itself.
pub(super) fn write(head: &Head, packets: Vec<(&[u8], Option<u64>)>) -> Result<Sound, Refused> {
    let count = packets.len();
    if count == 0 {
        return Err(Refused::NotASound);
    }
    let mut writer = PacketWriter::new(Vec::new());
    let mut put = |packet: Vec<u8>, end: PacketWriteEndInfo, at: u64| {
        writer.write_packet(packet, SERIAL, end, at).map_err(|_| Refused::NotASound)
    };
    use PacketWriteEndInfo::{EndPage, EndStream, NormalPacket};
    let mut at = 0;
    let millis = match head {
        Head::Opus { channels, skip, rate } => {
            let mut first = [b"OpusHead".as_slice(), &[1, *channels]].concat();
            first.extend_from_slice(&skip.to_le_bytes());
            first.extend_from_slice(&rate.to_le_bytes());
            first.extend_from_slice(&[0, 0, 0]);
            put(first, EndPage, 0)?;
            put([b"OpusTags".as_slice(), &said_nothing()].concat(), EndPage, 0)?;
            for (n, (packet, _)) in packets.into_iter().enumerate() {
                at += opus_samples(packet);
                let end = match n + 1 {
                    n if n == count => EndStream,
                    n if n % PAGE == 0 => EndPage,
                    _ => NormalPacket,
                };
                put(packet.to_vec(), end, at)?;
            }
            at.saturating_sub(u64::from(*skip)) / 48
        }
        Head::Vorbis { first, setup, rate } => {
            put(first.clone(), EndPage, 0)?;
            put([b"\x03vorbis".as_slice(), &said_nothing(), &[1]].concat(), NormalPacket, 0)?;
            put(setup.clone(), EndPage, 0)?;
            for (n, (packet, end)) in packets.into_iter().enumerate() {
                // A position that no packet ends on reads as all ones.
                at = end.filter(|at| *at != u64::MAX).unwrap_or(at).max(at);
                let how = match end {
                    _ if n + 1 == count => EndStream,
                    Some(_) => EndPage,
                    None => NormalPacket,
                };
                put(packet.to_vec(), how, at)?;
            }
            at.checked_mul(1000).ok_or(Refused::TooLong)? / rate
        }
    };
    let bytes = writer.into_inner();
    Ok(Sound { bytes, format: Format::Ogg, millis: millis.max(1) })
}

/// The comments of a stream: who wrote it, and nothing else.
fn said_nothing() -> Vec<u8> {
    [b"\x06\0\0\0sigida".as_slice(), &[0; 4]].concat()
}
