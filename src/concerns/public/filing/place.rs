//! Where: commune and quartier from a list, by touching the map, or from the telephone if its holder presses for it; a landmark.
//! A point that a telephone sends finds the quartier here and is then forgotten: it is in no page, table or log.

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
    /// It lies in a quartier, which stands chosen: « Banconi, Commune I ».
    In(String),
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

/// Chooses the quartier of the point the telephone sent, and forgets the point.
pub(super) fn locate(form: &mut Form, r: &Reference) -> Spot {
    let point = form.value("lon").parse().ok().zip(form.value("lat").parse().ok());
    form.put("lat", "");
    form.put("lon", "");
    match point.and_then(|(lon, lat)| map::at(r, lon, lat)) {
        Some(area) => {
            form.put("area", area.slug.as_str());
            Spot::In(r.place_name(area.id))
        }
        None => Spot::Outside,
    }
}
