//! What the forms say, parsed.

use crate::areas::Reference;
use crate::base::{AreaId, WallCode};
use crate::i18n::L;
use crate::web::Form;

/// The code typed, with any spaces.
pub(super) fn code(form: &mut Form) -> Option<WallCode> {
    let code = form.pick("wall", WallCode::parse);
    if code.is_none() && !form.value("wall").is_empty() {
        unknown(form);
    }
    form.done(code)
}

/// Says that no wall has it.
pub(super) fn unknown(form: &mut Form) {
    form.put("wall", form.value("wall").chars().take(20).collect::<String>());
    form.fail("wall", L::seen_unknown);
}

/// Where a code is put up: in one of these quartiers.
pub(super) fn place(form: &mut Form, r: &Reference, own: &[AreaId]) -> Option<(AreaId, String)> {
    let area = form.pick("area", |slug| r.quartier_at(slug).map(|a| a.id).filter(|id| own.contains(id)));
    let place = form.line("place", 2, 80);
    let value = area.zip(place);
    form.done(value)
}
