//! Concerns: what residents tell, and what becomes of it. Patrols, forums and the first page above use this face.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod answers;
pub(crate) mod appeals;
mod assisted;
pub(crate) mod causes;
pub(crate) mod checkback;
pub(crate) mod clock;
pub(crate) mod custody;
mod desk;
pub(crate) mod erasure;
pub(crate) mod figures;
mod flagged;
pub(crate) mod following;
pub(crate) mod handover;
mod help;
mod likeness;
pub(crate) mod media;
mod merging;
pub(crate) mod model;
pub(crate) mod month;
mod notices;
pub(crate) mod parts;
pub(crate) mod proof;
mod public;
pub(crate) mod redaction;
pub(crate) mod sealing;
pub(crate) mod slips;
mod spoken;
pub(crate) mod store;
pub(crate) mod supports;
pub(crate) mod texts;
pub(crate) mod words;

pub(crate) use actions::{note_discussed, note_patrol};
pub(crate) use following::{Follow, follows_area, unread};
pub(crate) use public::{Filter, Place, latest_answers, page_of};
pub(crate) use sealing::{is_left, seal_left, settle_places as settle_sealed};
pub(crate) use spoken::{public_at, spoken_of};
pub(crate) use store::{Brief, open_of_unit, public_briefs};

use crate::web::Routes;

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    public::routes(routes);
    assisted::routes(routes);
    following::routes(routes);
    desk::routes(routes);
    appeals::routes(routes);
    redaction::routes(routes);
    custody::routes(routes);
    media::routes(routes);
}
