//! Blacking out a part of a public concern (D10): of its words, of what was written down of its voice notes, of a photo.

mod actions;
mod desk;
mod photo;

use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.post(Access::Committee, "/{l}/committee/concerns/{number}/redaction", desk::words);
    routes.get(Access::Committee, "/{l}/committee/concerns/{number}/photos/{id}", photo::show);
    routes.post(Access::Committee, "/{l}/committee/concerns/{number}/photos/{id}", photo::black);
}
