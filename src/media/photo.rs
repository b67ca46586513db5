//! A photo made safe: decoded within limits, turned upright, made small, encoded anew without anything but its points.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

use fast_image_resize as resize;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};

use super::refused::{Refused, Stop};

/// Bytes of a photo at most (R6).
pub const PHOTO_BYTES: usize = 200_000;
/// Bytes of its small copy at most: four of them fit a page on a slow line.
pub const THUMB_BYTES: usize = 12_000;

/// Points a side at most; larger pictures are refused before they are decoded.
const SIDE: u32 = 8_000;
/// Memory a decoded picture may take: some 44 million points.
const MEMORY: u64 = 128 * 1024 * 1024;
/// Longest side and quality, tried in this order until the bytes fit.
const SIZES: [u32; 6] = [1600, 1280, 1024, 800, 640, 480];
const QUALITIES: [u8; 4] = [80, 70, 58, 45];
const THUMB_SIZES: [u32; 3] = [240, 180, 120];

/// A picture of ours: a JPEG and its small copy.
#[derive(Debug, Clone)]
pub struct Photo {
    bytes: Vec<u8>,
    thumb: Vec<u8>,
    width: u32,
    height: u32,
}

impl Photo {
    /// Makes a photo of what somebody sent. What it is, its content says, never its name.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn make(sent: &[u8], stop: &Stop) -> Result<Photo, Refused> {
        let (picture, orientation) = decode(sent, stop)?;
        let (bytes, (width, height)) = fit(&picture, orientation, &SIZES, PHOTO_BYTES, stop)?;
        let (thumb, _) = fit(&picture, orientation, &THUMB_SIZES, THUMB_BYTES, stop)?;
        Ok(Photo { bytes, thumb, width, height })
    }

    /// A photo of ours with these cells of its grid (row, column) painted black, and its small copy: the points are overwritten before
    /// anything is encoded, so neither holds what was there.
    ///
    /// # Errors
    /// When the bytes are no photo of ours.
    pub fn blacken(jpeg: &[u8], cells: &[(u32, u32)], stop: &Stop) -> Result<Photo, Refused> {
        let (mut picture, orientation) = decode(jpeg, stop)?;
        let (width, height) = picture.dimensions();
        let rows = rows_of(width.into(), height.into());
        // A point more on each side: what blurs over an edge is gone, too.
        let span =
            |at: u32, of: u32, side: u32| (at * side / of).saturating_sub(1)..((at + 1) * side / of + 1).min(side);
        for (row, column) in cells {
            for y in span(*row, rows, height) {
                for x in span(*column, COLUMNS, width) {
                    picture.put_pixel(x, y, image::Rgb([0, 0, 0]));
                }
            }
        }
        let (bytes, (width, height)) = fit(&picture, orientation, &SIZES, PHOTO_BYTES, stop)?;
        let (thumb, _) = fit(&picture, orientation, &THUMB_SIZES, THUMB_BYTES, stop)?;
        Ok(Photo { bytes, thumb, width, height })
    }

    /// The JPEG.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The small JPEG.
    pub fn thumb(&self) -> &[u8] {
        &self.thumb
    }

    /// Points across.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Points down.
    pub const fn height(&self) -> u32 {
        self.height
    }
}

/// Columns of the grid by which a photo is blacked out.
pub const COLUMNS: u32 = 12;

/// Its rows: so many that a cell is about a square.
pub fn rows_of(width: i64, height: i64) -> u32 {
    let rows = i64::from(COLUMNS) * height.max(1) / width.max(1);
    u32::try_from(rows.clamp(3, 24)).unwrap_or(COLUMNS)
}

fn decode(sent: &[u8], stop: &Stop) -> Result<(RgbImage, Orientation), Refused> {
    let format = image::guess_format(sent).ok();
    let format = format.filter(|f| matches!(f, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP));
    let format = format.ok_or(Refused::NotAPicture)?;
    // The decoder paints what is missing grey; we would rather say so.
    let whole = match format {
        ImageFormat::Jpeg => is_whole_jpeg(sent),
        ImageFormat::WebP => is_whole_webp(sent),
        _ => true,
    };
    if !whole {
        return Err(Refused::Truncated);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Watched { inner: Cursor::new(sent), stop }, format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|e| why(&e, stop))?;
    let (width, height) = decoder.dimensions();
    if width > SIDE || height > SIDE || decoder.total_bytes() > MEMORY {
        return Err(Refused::TooManyPixels);
    }
    if width == 0 || height == 0 {
        return Err(Refused::NotAPicture);
    }
    // An orientation that cannot be read is none.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|e| why(&e, stop))?;
    Ok((on_white(picture), orientation))
}

fn why(error: &ImageError, stop: &Stop) -> Refused {
    match error {
        _ if stop.pulled() => Refused::TooSlow,
        ImageError::Limits(_) => Refused::TooManyPixels,
        ImageError::IoError(e) if e.kind() == io::ErrorKind::UnexpectedEof => Refused::Truncated,
        ImageError::Decoding(e) if says_cut(e) => Refused::Truncated,
        _ => Refused::NotAPicture,
    }
}

/// True when a decoder's fault is a missing end.
fn says_cut(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let io = error.downcast_ref::<io::Error>();
        if io.is_some_and(|e| e.kind() == io::ErrorKind::UnexpectedEof) || error.to_string().contains("unexpected EOF")
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// What shines through becomes paper, since a JPEG is opaque.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let clear = picture.into_rgba8();
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [r, g, b, a] = clear.get_pixel(x, y).0.map(u16::from);
        let over = |c: u16| u8::try_from((c * a + 255 * (255 - a)) / 255).unwrap_or(255);
        image::Rgb([over(r), over(g), over(b)])
    })
}

/// The first size and quality whose bytes fit.
fn fit(
    picture: &RgbImage,
    orientation: Orientation,
    sizes: &[u32],
    most: usize,
    stop: &Stop,
) -> Result<(Vec<u8>, (u32, u32)), Refused> {
    let longest = picture.width().max(picture.height());
    let mut done = 0;
    for size in sizes.iter().map(|size| (*size).min(longest)) {
        // A small picture is not tried twice at its own size.
        if done == size {
            continue;
        }
        done = size;
        stop.check()?;
        let mut small = DynamicImage::ImageRgb8(shrink(picture, size)?);
        small.apply_orientation(orientation);
        for quality in QUALITIES {
            stop.check()?;
            let mut bytes = Vec::with_capacity(most);
            JpegEncoder::new_with_quality(&mut bytes, quality)
                .encode_image(&small)
                .map_err(|_| Refused::NotAPicture)?;
            if bytes.len() <= most {
                return Ok((bytes, (small.width(), small.height())));
            }
        }
    }
    Err(Refused::TooManyPixels)
}

/// The picture with its longest side so long, or as it is when it is smaller.
fn shrink(picture: &RgbImage, size: u32) -> Result<RgbImage, Refused> {
    let (width, height) = picture.dimensions();
    let longest = width.max(height);
    if longest <= size {
        return Ok(picture.clone());
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(size) / u64::from(longest);
        u32::try_from(side).unwrap_or(size).max(1)
    };
    let (new_width, new_height) = (scaled(width), scaled(height));
    let kind = resize::PixelType::U8x3;
    let from =
        resize::images::ImageRef::new(width, height, picture.as_raw(), kind).map_err(|_| Refused::NotAPicture)?;
    let mut to = resize::images::Image::new(new_width, new_height, kind);
    let how = resize::ResizeOptions::new().resize_alg(resize::ResizeAlg::Convolution(resize::FilterType::Bilinear));
    resize::Resizer::new().resize(&from, &mut to, &how).map_err(|_| Refused::NotAPicture)?;
    RgbImage::from_raw(new_width, new_height, to.into_vec()).ok_or(Refused::NotAPicture)
}

/// True when a JPEG's own end is there: its segments are walked, so that neither a thumbnail inside nor another file behind is
/// taken for it.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let (Some(&mark), Some(&kind)) = (bytes.get(at), bytes.get(at + 1)) {
        match (mark, kind) {
            (0xff, 0xd9) => return true,
            (0xff, 0xff) => at += 1,
            // Stands alone, or coded data between two scans.
            (0xff, 0x00 | 0x01 | 0xd0..=0xd7) => at += 2,
            (0xff, _) => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4).and_then(|b| b.first_chunk()) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([high, low])).max(2);
            }
            _ => at += 1,
        }
    }
    false
}

/// True when a WebP is as long as its head says.
fn is_whole_webp(bytes: &[u8]) -> bool {
    let said = bytes.get(4..8).and_then(|b| b.first_chunk()).map(|b| u32::from_le_bytes(*b));
    said.and_then(|said| usize::try_from(said).ok()).is_some_and(|said| said <= bytes.len().saturating_sub(8))
}

/// Bytes that end when the string is pulled.
struct Watched<'a> {
    inner: Cursor<&'a [u8]>,
    stop: &'a Stop,
}

impl Watched<'_> {
    fn go_on(&self) -> io::Result<()> {
        if self.stop.pulled() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.go_on()?;
        self.inner.read(into)
    }
}

impl BufRead for Watched<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.go_on()?;
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.inner.consume(amount);
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture no compression makes small.
    fn noise(width: u32, height: u32) -> Vec<u8> {
        let mut state = 1_u32;
        let picture = RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
        });
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 95).encode_image(&picture).unwrap();
        bytes
    }

    #[test]
    fn the_worst_picture_still_fits() {
        let photo = Photo::make(&noise(2400, 1800), &Stop::default()).unwrap();
        assert!(photo.bytes().len() <= PHOTO_BYTES, "{}", photo.bytes().len());
        assert!(photo.thumb().len() <= THUMB_BYTES, "{}", photo.thumb().len());
    }

    #[test]
    fn what_is_black_is_black_in_the_photo_and_in_its_small_copy_and_the_rest_stays() {
        let white = RgbImage::from_pixel(1200, 800, image::Rgb([250, 250, 250]));
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, 90).encode_image(&white).unwrap();
        assert_eq!(rows_of(1200, 800), 8);
        let photo = Photo::blacken(&jpeg, &[(0, 0), (7, 11)], &Stop::default()).unwrap();
        for bytes in [photo.bytes(), photo.thumb()] {
            let seen = image::load_from_memory(bytes).unwrap().into_rgb8();
            let (w, h) = seen.dimensions();
            let dark = |x: u32, y: u32| seen.get_pixel(x, y).0.iter().all(|c| *c < 40);
            for x in 0..w / 12 - 3 {
                for y in 0..h / 8 - 3 {
                    assert!(dark(x, y) && dark(w - 1 - x, h - 1 - y), "{x} {y} of {w} {h}");
                }
            }
            assert!(!dark(w / 2, h / 2) && !dark(w - 2, 1) && !dark(1, h - 2));
        }
        assert!(Photo::blacken(b"no photo", &[(0, 0)], &Stop::default()).is_err());
        assert_eq!((rows_of(900, 1600), rows_of(10, 4000), rows_of(4000, 10), rows_of(0, 0)), (21, 24, 3, 12));
    }

    #[test]
    fn a_picture_nobody_waits_for_is_left() {
        let stop = Stop::default();
        stop.pull();
        assert_eq!(Photo::make(&noise(64, 64), &stop).unwrap_err(), Refused::TooSlow);
    }

    #[test]
    fn a_cut_jpeg_is_known_by_its_missing_end() {
        let whole = noise(64, 64);
        assert!(is_whole_jpeg(&whole));
        assert!(!is_whole_jpeg(&whole[..whole.len() - 2]));
        assert!(!is_whole_jpeg(&whole[..whole.len() / 2]));
    }
}
