//! The map: outlines as they were imported, drawn small for a page, and which quartier a point lies in. Served by us alone: no
//! tile, no geocoder.

use std::collections::HashMap;

use serde::Deserialize;

use super::model::{Area, AreaKind, Reference};
use crate::base::AreaId;

/// The drawing's longer side, in grid steps: a step is about two pixels on a phone, and a side costs its bytes.
const SIDE: f64 = 170.0;
/// Empty steps around the drawing, for the stroke.
const MARGIN: f64 = 2.0;

/// A closed line of points, degrees east and north.
type Ring = Vec<(f64, f64)>;

/// The rings of every area whose outline is known; inside is where an odd number of them goes round.
#[derive(Debug, Default)]
pub struct Outlines(HashMap<AreaId, Vec<Ring>>);

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

impl Outlines {
    /// Reads what the database holds; an outline that cannot be read is one that is not known.
    pub(super) fn read(rows: Vec<(AreaId, Option<String>)>) -> Outlines {
        let rings = |text: String| match serde_json::from_str(&text) {
            Ok(Geometry::Polygon(rings)) => Some(rings),
            Ok(Geometry::MultiPolygon(parts)) => Some(parts.into_iter().flatten().collect()),
            Err(error) => {
                tracing::warn!(%error, "the outline of an area cannot be read");
                None
            }
        };
        Outlines(rows.into_iter().filter_map(|(id, text)| Some((id, rings(text?)?))).collect())
    }

    fn of(&self, id: AreaId) -> &[Ring] {
        self.0.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// The quartier on offer that a point lies in.
pub fn at(r: &Reference, lon: f64, lat: f64) -> Option<&Area> {
    let quartiers = r.areas.iter().filter(|a| a.kind == AreaKind::Quartier && a.active);
    quartiers
        .into_iter()
        .find(|a| r.outlines.of(a.id).iter().filter(|ring| goes_round(ring, lon, lat)).count() % 2 == 1)
}

/// True when the ring goes round the point: a line from it to the east crosses the ring an odd number of times.
fn goes_round(ring: &[(f64, f64)], lon: f64, lat: f64) -> bool {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed =
        ends.filter(|((x1, y1), (x2, y2))| (*y1 > lat) != (*y2 > lat) && lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1);
    crossed.count() % 2 == 1
}

/// A drawing of some areas.
pub struct Map<'a> {
    /// Its width, in steps.
    pub width: i64,
    /// Its height, in steps.
    pub height: i64,
    /// The areas, those without an outline among them: they stand in the list beside it only.
    pub spots: Vec<Spot<'a>>,
}

/// An area on a drawing.
pub struct Spot<'a> {
    /// The area.
    pub area: &'a Area,
    /// What stands on it, and before its name in the list.
    pub mark: String,
    /// Its outline as a path; empty when it is not known.
    pub path: String,
    /// Where the mark stands.
    pub at: (i64, i64),
    /// Where it leads.
    pub href: String,
}

/// Draws areas; nothing when no outline is known. `href` says where each leads.
pub fn draw<'a>(
    r: &Reference,
    areas: impl Iterator<Item = &'a Area>,
    href: impl Fn(&Area) -> String,
) -> Option<Map<'a>> {
    let areas: Vec<&Area> = areas.collect();
    let points = || areas.iter().flat_map(|a| r.outlines.of(a.id)).flatten();
    let (west, east) = points().fold((f64::MAX, f64::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
    let (south, north) = points().fold((f64::MAX, f64::MIN), |(low, high), (_, y)| (low.min(*y), high.max(*y)));
    if west >= east || south >= north {
        return None;
    }
    // A degree east is shorter than a degree north.
    let squeeze = ((south + north) / 2.0).to_radians().cos();
    let scale = (SIDE - 2.0 * MARGIN) / ((east - west) * squeeze).max(north - south);
    let step = |(x, y): (f64, f64)| {
        ((MARGIN + (x - west) * squeeze * scale).round() as i64, (MARGIN + (north - y) * scale).round() as i64)
    };
    let spots = areas.iter().enumerate().map(|(at, area)| Spot {
        area,
        mark: mark(area, at + 1),
        path: r.outlines.of(area.id).iter().map(|ring| path(ring.iter().copied().map(step))).collect(),
        at: area.lon.zip(area.lat).map_or((0, 0), step),
        href: href(area),
    });
    let (width, height) = step((east, south));
    Some(Map { width: width + MARGIN as i64, height: height + MARGIN as i64, spots: spots.collect() })
}

/// What stands on an area: a commune's own number, else its place in the list.
fn mark(area: &Area, at: usize) -> String {
    match area.name.rsplit(' ').next() {
        Some(number) if area.kind == AreaKind::Commune && number.len() < 5 => number.to_owned(),
        _ => at.to_string(),
    }
}

/// A closed path over the grid. Neighbours share their points, so that they share their steps too and no gap opens.
fn path(points: impl Iterator<Item = (i64, i64)>) -> String {
    let mut kept: Vec<(i64, i64)> = Vec::new();
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        // A point on the way from the one before to the next says nothing.
        if let [.., a, b] = kept[..]
            && (b.0 - a.0) * (point.1 - b.1) == (b.1 - a.1) * (point.0 - b.0)
            && (b.0 - a.0) * (point.0 - b.0) + (b.1 - a.1) * (point.1 - b.1) > 0
        {
            kept.pop();
        }
        kept.push(point);
    }
    if kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    let (Some(first), true) = (kept.first().copied(), kept.len() > 2) else { return String::new() };
    let mut text = format!("M{} {}l", first.0, first.1);
    for (n, pair) in kept.windows(2).enumerate() {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let (space, between) = (if n > 0 && dx >= 0 { " " } else { "" }, if dy >= 0 { " " } else { "" });
        text.push_str(&format!("{space}{dx}{between}{dy}"));
    }
    text.push('z');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_inside_a_ring_or_not() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)];
        assert!(goes_round(&square, 1.0, 1.0) && goes_round(&square, 1.9, 0.1));
        for (x, y) in [(-0.1, 1.0), (2.1, 1.0), (1.0, 2.1), (1.0, -0.1)] {
            assert!(!goes_round(&square, x, y), "{x} {y}");
        }
    }

    #[test]
    fn a_path_keeps_its_corners_and_loses_what_says_nothing() {
        let square = [(0, 0), (2, 0), (4, 0), (4, 0), (4, 4), (0, 4), (0, 0)];
        assert_eq!(path(square.into_iter()), "M0 0l4 0 0 4-4 0z");
        assert_eq!(path([(1, 1), (1, 1), (2, 1)].into_iter()), "");
    }

    #[test]
    fn an_outline_that_cannot_be_read_is_not_known() {
        let id = crate::base::Id::new(1);
        assert!(Outlines::read(vec![(id, Some("{}".into()))]).of(id).is_empty());
        let text = r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#;
        assert_eq!(Outlines::read(vec![(id, Some(text.into()))]).of(id).len(), 1);
    }
}
