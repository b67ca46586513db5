//! Pictures and sounds made by code, honest and hostile. What they hide is [`MARK`], which must never be found again.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};
use ogg::{PacketWriteEndInfo, PacketWriter};

/// What every file hides wherever its kind lets it: a place, a name, a telephone.
pub const MARK: &str = "GEHEIM-12.6392N-8.0029W-DIARRA";

/// A wide picture, red on the left and blue on the right, with fine lines that do not compress away.
pub fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let fine = ((x * 7 + y * 13) % 40) as u8;
        if x < width / 2 { Rgb([200 + fine, fine, fine]) } else { Rgb([fine, fine, 200 + fine]) }
    })
}

/// A JPEG without anything hidden.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture(width, height)).unwrap();
    bytes
}

/// A picture of another kind.
pub fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn segment(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, kind], length.as_slice(), content].concat()
}

/// A JPEG as a telephone held upright makes it: lying, with EXIF that says so (orientation 6), where it was and whose it is;
/// with XMP and a comment that say it again.
pub fn telling_jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let text = [MARK.as_bytes(), b"\0"].concat();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [tag.to_le_bytes().as_slice(), &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let (words_at, gps_at) = (50_u32, 50 + text.len() as u32);
    tiff.extend(entry(0x010e, 2, text.len() as u32, words_at));
    tiff.extend(entry(0x0112, 3, 1, 6));
    tiff.extend(entry(0x8825, 4, 1, gps_at));
    tiff.extend([0; 4]);
    tiff.extend(&text);
    // GPS: north, and 12 degrees.
    tiff.extend(b"\x02\0");
    tiff.extend(entry(1, 2, 2, u32::from_le_bytes(*b"N\0\0\0")));
    tiff.extend(entry(2, 5, 1, gps_at + 30));
    tiff.extend([0; 4]);
    tiff.extend([12, 0, 0, 0, 1, 0, 0, 0]);
    let exif = [b"Exif\0\0".as_slice(), &tiff].concat();
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), MARK.as_bytes()].concat();
    let plain = jpeg(width, height);
    [&plain[..2], &segment(0xe1, &exif), &segment(0xe1, &xmp), &segment(0xfe, MARK.as_bytes()), &plain[2..]].concat()
}

/// A PNG whose head says that it is so large.
pub fn png_bomb(side: u32) -> Vec<u8> {
    let whole = encoded(8, 8, ImageFormat::Png);
    let mut head = [b"IHDR".as_slice(), &side.to_be_bytes(), &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let sum = crc(&head);
    head.extend(sum.to_be_bytes());
    [&whole[..12], &head, &whole[33..]].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

/// A JPEG whose head says that it is so large.
pub fn jpeg_bomb(side: u16) -> Vec<u8> {
    let mut bytes = jpeg(16, 16);
    let at = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bytes[at + 5..at + 7].copy_from_slice(&side.to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&side.to_be_bytes());
    bytes
}

/// Opus in Ogg, 20 ms a packet, with comments that tell.
pub fn opus(seconds: usize) -> Vec<u8> {
    let mut writer = PacketWriter::new(Vec::new());
    let mut put = |packet: Vec<u8>, end, at| writer.write_packet(packet, 77, end, at).unwrap();
    put(opus_head(), PacketWriteEndInfo::EndPage, 0);
    let said = [b"OpusTags".as_slice(), &text(MARK), &1_u32.to_le_bytes(), &text(&format!("ARTIST={MARK}"))].concat();
    put(said, PacketWriteEndInfo::EndPage, 0);
    for n in 1..=seconds * 50 {
        let end = if n == seconds * 50 { PacketWriteEndInfo::EndStream } else { PacketWriteEndInfo::NormalPacket };
        put(opus_packet(n), end, n as u64 * 960);
    }
    writer.into_inner()
}

fn opus_head() -> Vec<u8> {
    [b"OpusHead\x01\x01".as_slice(), &[0, 0], &48_000_u32.to_le_bytes(), &[0, 0, 0]].concat()
}

fn opus_packet(n: usize) -> Vec<u8> {
    vec![0x08, (n % 251) as u8, 3, 4, 5]
}

fn text(words: &str) -> Vec<u8> {
    [&(words.len() as u32).to_le_bytes(), words.as_bytes()].concat()
}

/// Vorbis in Ogg, with comments that tell.
pub fn vorbis(seconds: usize) -> Vec<u8> {
    let mut writer = PacketWriter::new(Vec::new());
    let mut put = |packet: Vec<u8>, end, at| writer.write_packet(packet, 78, end, at).unwrap();
    let first = [b"\x01vorbis".as_slice(), &[0; 4], &[1], &8_000_u32.to_le_bytes(), &[0; 12], &[0xb8, 1]].concat();
    put(first, PacketWriteEndInfo::EndPage, 0);
    let said = [b"\x03vorbis".as_slice(), &text(MARK), &0_u32.to_le_bytes(), &[1]].concat();
    put(said, PacketWriteEndInfo::NormalPacket, 0);
    put(b"\x05vorbis and books".to_vec(), PacketWriteEndInfo::EndPage, 0);
    for n in 1..=seconds {
        let end = if n == seconds { PacketWriteEndInfo::EndStream } else { PacketWriteEndInfo::EndPage };
        put(vec![0, 1, 2, n as u8], end, n as u64 * 8_000);
    }
    writer.into_inner()
}

/// An element of Matroska; without a length when it is still being recorded.
fn element(id: &[u8], content: &[u8], known: bool) -> Vec<u8> {
    let length =
        if known { (content.len() as u64 | 1 << 56).to_be_bytes() } else { [1, 255, 255, 255, 255, 255, 255, 255] };
    [id, &length, content].concat()
}

/// WebM as a browser records it: lengths unknown, Opus, and a name of the program.
pub fn webm(seconds: usize) -> Vec<u8> {
    let head = element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], b"webm", true), true);
    let info = element(&[0x15, 0x49, 0xa9, 0x66], &element(&[0x57, 0x41], MARK.as_bytes(), true), true);
    let track = [
        element(&[0xd7], &[1], true),
        element(&[0x86], b"A_OPUS", true),
        element(&[0x63, 0xa2], &opus_head(), true),
        element(&[0x53, 0x6e], MARK.as_bytes(), true),
    ]
    .concat();
    let tracks = element(&[0x16, 0x54, 0xae, 0x6b], &element(&[0xae], &track, true), true);
    let mut content = [info, tracks].concat();
    for second in 0..seconds {
        let mut cluster = element(&[0xe7], &(second as u32 * 1000).to_be_bytes(), true);
        for n in 0..50_u16 {
            let block = [&[0x81], (n * 20).to_be_bytes().as_slice(), &[0x80], &opus_packet(n.into())].concat();
            cluster.extend(element(&[0xa3], &block, true));
        }
        content.extend(element(&[0x1f, 0x43, 0xb6, 0x75], &cluster, false));
    }
    [head, element(&[0x18, 0x53, 0x80, 0x67], &content, false)].concat()
}

fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes(), name.as_slice(), content].concat()
}

/// MP4 or 3GP: packets of one size in one chunk, behind a table and a note that tells.
fn mp4(brand: &[u8; 4], entry: &[u8], packet: &[u8], count: usize) -> Vec<u8> {
    let ftyp = boxed(b"ftyp", brand);
    let number = |n: usize| (n as u32).to_be_bytes().to_vec();
    let build = |chunk: usize| {
        let stsz = boxed(b"stsz", &[number(0), number(packet.len()), number(count)].concat());
        let stsc = boxed(b"stsc", &[number(0), number(1), number(1), number(count), number(1)].concat());
        let stco = boxed(b"stco", &[number(0), number(1), number(chunk)].concat());
        let stsd = boxed(b"stsd", &[number(0), number(1), entry.to_vec()].concat());
        let table = boxed(b"stbl", &[stsd, stsz, stsc, stco].concat());
        let hdlr = boxed(b"hdlr", &[[0; 8].as_slice(), b"soun", MARK.as_bytes()].concat());
        let media = boxed(b"mdia", &[hdlr, boxed(b"minf", &table)].concat());
        let tkhd = boxed(b"tkhd", &[vec![0; 12], number(1), vec![0; 64]].concat());
        boxed(b"moov", &[boxed(b"trak", &[tkhd, media].concat()), boxed(b"udta", MARK.as_bytes())].concat())
    };
    let chunk = ftyp.len() + build(0).len() + 8;
    [ftyp, build(chunk), boxed(b"mdat", &packet.repeat(count))].concat()
}

/// AAC in MP4.
pub fn m4a(seconds: usize) -> Vec<u8> {
    // Low complexity, 8 000 a second, one channel.
    let config = [5, 2, 0b0001_0101, 0b1000_1000];
    let decoder = [[4, 13 + config.len() as u8, 0x40].as_slice(), [0; 12].as_slice(), &config].concat();
    let stream = [[3, 3 + decoder.len() as u8, 0, 1, 0].as_slice(), decoder.as_slice()].concat();
    let esds = boxed(b"esds", &[[0; 4].as_slice(), &stream].concat());
    let entry = boxed(b"mp4a", &[[0; 28].as_slice(), &esds].concat());
    mp4(b"M4A ", &entry, &[0x21, 0x10, 0x05], (seconds * 8_000).div_ceil(1_024))
}

/// AMR in 3GP, as old telephones record.
pub fn threegp(seconds: usize) -> Vec<u8> {
    let entry = boxed(b"samr", &[0; 28]);
    mp4(b"3gp4", &entry, &amr_frame(), seconds * 50)
}

fn amr_frame() -> Vec<u8> {
    [vec![0x04], vec![7; 12]].concat()
}

/// Bare AMR.
pub fn amr(seconds: usize) -> Vec<u8> {
    [b"#!AMR\n".to_vec(), amr_frame().repeat(seconds * 50)].concat()
}

/// MPEG layer III behind a tag that tells, and with one behind it.
pub fn mp3(seconds: usize) -> Vec<u8> {
    // 32 kbit/s, 32 000 a second: 144 bytes a frame of 36 ms.
    let frame = [vec![0xff, 0xfb, 0x18, 0xc4], vec![0; 140]].concat();
    let tag = [b"ID3\x04\0\0\0\0\0".as_slice(), &[MARK.len() as u8], MARK.as_bytes()].concat();
    [tag, frame.repeat((seconds * 1000).div_ceil(36)), b"TAG".to_vec(), MARK.as_bytes().to_vec()].concat()
}

/// AAC frames as ADTS, with something else behind them.
pub fn adts(seconds: usize) -> Vec<u8> {
    // Low complexity, 8 000 a second, one channel, 10 bytes a frame.
    let frame = [vec![0xff, 0xf1, 0x40 | 11 << 2, 0x40, 1, 0x5f, 0xfc], vec![1, 2, 3]].concat();
    [frame.repeat((seconds * 8_000).div_ceil(1_024)), MARK.as_bytes().to_vec()].concat()
}

/// WAV with a list of what tells.
pub fn wav(seconds: usize) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        [name.as_slice(), &(content.len() as u32).to_le_bytes(), content, &vec![0; content.len() % 2]].concat()
    };
    let rate = 8_000_u32.to_le_bytes();
    let shape = [[1, 0, 1, 0], rate, rate, [1, 0, 8, 0]];
    let body = [
        b"WAVE".to_vec(),
        chunk(b"LIST", format!("INFOIART{MARK}").as_bytes()),
        chunk(b"fmt ", &shape.concat()),
        chunk(b"data", &vec![128; seconds * 8_000]),
    ]
    .concat();
    chunk(b"RIFF", &body)
}
