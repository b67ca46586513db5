//! Photos and sounds made safe, and the one store that keeps them. Knows no feature and no HTTP.
//!
//! Invariant: a [`Photo`] or a [`Sound`] exists only as something this room wrote itself: pixels decoded within limits and
//! encoded anew, or coded packets taken out of their container and put into a fresh one. Whatever else a file carried (place,
//! telephone, names, a second file behind its end) is not copied, because nothing here copies it.

mod line;
mod photo;
mod refused;
mod sound;
mod store;

pub use photo::{COLUMNS, PHOTO_BYTES, Photo, THUMB_BYTES, rows_of};
pub use refused::{Refused, Stop};
pub use sound::{Format, Sound};
pub use store::{Name, Place, S3, Secret, Store};
