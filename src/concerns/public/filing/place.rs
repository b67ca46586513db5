//! Where: commune and quartier from a list, by touching the map, or from the telephone if its holder presses for it; a landmark.
//! A point that a telephone sends finds the quartier here. It goes back to that telephone alone, in a box its holder may tick to have
//! it sealed with the file (`person.rs`); unticked, no browser sends it again, and it is in no table or log.

use crate::areas::{Reference, map};
use crate::base::AreaId;
use crate::concerns::parts::Places;
use crate::i18n::L;
use crate::web::Form;

/// The place of a concern.
pub(super) struct Place {
    pub(super) area: AreaId,
    pub(super) landmark: String,
}

/// What the form shows.
pub(super) struct View<'a> {
    pub(super) communes: Vec<Places<'a>>,
    pub(super) spot: Spot,
}

/// What became of a point the telephone sent.
pub(super) enum Spot {
    /// None was sent.
    None,
    /// It lies in a quartier, which stands chosen.
    In {
        /// « Banconi, Commune I ».
        name: String,
        /// The point as the box holds it: [`Point::parse`] reads it.
        point: String,
    },
    /// It lies in no quartier we know the outline of.
    Outside,
}

/// Prepares it.
pub(super) fn view(r: &Reference, spot: Spot) -> View<'_> {
    View { communes: Places::all(r), spot }
}

/// Reads it.
pub(super) fn read(form: &mut Form, r: &Reference) -> Option<Place> {
    let area = r.quartier_at(form.value("area")).map(|a| a.id);
    if area.is_none() {
        form.fail("area", L::filing_area_missing);
    }
    let landmark = form.line("landmark", 0, 200);
    Some(Place { area: area?, landmark: landmark? })
}

/// Chooses the quartier of the point the telephone sent.
pub(super) fn locate(form: &mut Form, r: &Reference) -> Spot {
    let point = Point::parse(&format!("{}, {}", form.value("lat"), form.value("lon")));
    form.put("lat", "");
    form.put("lon", "");
    form.put("point", "");
    match point.and_then(|point| Some((point, map::at(r, point.lon, point.lat)?))) {
        Some((point, area)) => {
            form.put("area", area.slug.as_str());
            Spot::In { name: r.place_name(area.id), point: point.to_string() }
        }
        None => Spot::Outside,
    }
}

/// Where a telephone says that it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    lat: f64,
    lon: f64,
}

impl Point {
    /// Reads « latitude, longitude » in degrees; nothing that lies on no globe.
    pub(super) fn parse(text: &str) -> Option<Point> {
        let (lat, lon) = text.split_once(',')?;
        let degrees = |text: &str, most: f64| text.trim().parse::<f64>().ok().filter(|n| n.abs() <= most);
        Some(Point { lat: degrees(lat, 90.0)?, lon: degrees(lon, 180.0)? })
    }
}

/// To a metre.
impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.5}, {:.5}", self.lat, self.lon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_two_numbers_on_the_globe_kept_to_a_metre() {
        let point = Point::parse("12.650001234, -7.95").unwrap();
        assert_eq!(point.to_string(), "12.65000, -7.95000");
        assert_eq!(Point::parse(&point.to_string()), Some(Point { lat: 12.65, lon: -7.95 }));
        for bad in ["", ",", "12.65", "NaN, -7", "inf, 0", "91, 0", "0, 181", "douze, moins sept"] {
            assert_eq!(Point::parse(bad), None, "{bad}");
        }
    }
}
