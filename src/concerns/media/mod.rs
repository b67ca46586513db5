//! Photos and voice notes of concerns (R6, C6): taken with the filing, made safe on the way in, shown to whoever may see them.
//! The bytes lie encrypted in the media store; a row says whose they are, who may have them, and what opens them.

pub(crate) mod actions;
mod acts;
mod bytes;
mod intake;
mod model;
mod serve;
mod store;
mod sweep;
mod view;

pub(super) use acts::chosen;
pub(super) use bytes::get;
pub(crate) use bytes::{Locked, lie_open};
pub(super) use intake::{FILES, Received, keep_photo, receive};
pub(crate) use intake::{Sounded, keep_sound};
pub(super) use model::Medium;
pub(super) use model::Stored;
pub(crate) use store::{claim, counts, release};
pub(super) use store::{is_unwritten, of, replace, rewrite};
pub(super) use sweep::forget;
pub(crate) use sweep::sweep;
pub(crate) use sweep::{delete_due, sound_days, sounds_due};
pub(super) use view::Gallery;
pub(crate) use view::refusal;

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/media/photos/{id}", serve::photo);
    routes.get(Access::Anyone, "/media/photos/{id}/small", serve::small);
    routes.get(Access::Anyone, "/media/voices/{id}", serve::voice);
    routes.get(Access::Anyone, "/media/sounds/{id}", serve::category_sound);
    routes.get(Access::Anyone, "/media/prompts/{id}", serve::prompt_sound);
    routes.post(Access::Committee, "/{l}/committee/concerns/{number}/media", acts::choose);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/media/{id}", acts::transcribe);
}
