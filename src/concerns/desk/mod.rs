//! What units, services, moderators and oversight do with concerns: the inbox, the file, referrals, moderation.

mod acts;
mod batch;
mod file;
mod filters;
mod forms;
mod inbox;
mod model;
mod moderation;
mod oversight;
mod referrals;
mod replies;
mod rows;
mod sheet;
mod store;

pub(super) use file::{again as file_again, is_readable as file_is_readable};
pub(super) use forms::Panel;
pub(super) use inbox::home as inbox_home;
pub(super) use moderation::{again as moderated_again, texts as moderated_texts};

use super::checkback::oversight as threats;
use super::merging::desk as merging;
use crate::base::ConcernNumber;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Routes};

/// The file again, with what was typed of a voice note.
pub(super) async fn transcript_again(cx: &Cx, number: ConcernNumber, form: Form) -> Answer {
    file::again(cx, number, form, Panel::Transcript).await
}

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Desk, "/{l}/desk", inbox::show);
    routes.post(Access::Desk, "/{l}/desk/batch", batch::act);
    routes.get(Access::Desk, "/{l}/desk/filters", filters::list);
    routes.post(Access::Desk, "/{l}/desk/filters", filters::keep);
    routes.post(Access::Desk, "/{l}/desk/filters/{id}", filters::change);
    routes.get(Access::Partner, "/{l}/desk/referrals", referrals::list);
    routes.get(Access::Partner, "/{l}/desk/referrals/{id}", referrals::show);
    routes.post(Access::Partner, "/{l}/desk/referrals/{id}", referrals::answer);
    routes.get(Access::Desk, "/{l}/desk/concerns/{number}", file::show);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/messages", acts::message);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/state", acts::state);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/referral", acts::referral);
    routes.get(Access::Desk, "/{l}/desk/concerns/{number}/errands/{id}", sheet::show);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/errands/{id}", sheet::answer);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/assignment", acts::assignment);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/routing", acts::routing);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/merge", merging::join);
    routes.post(Access::Desk, "/{l}/desk/concerns/{number}/separation", merging::undo);
    routes.get(Access::Committee, "/{l}/committee/concerns/{number}", moderation::show);
    routes.post(Access::Committee, "/{l}/committee/concerns/{number}", moderation::decide);
    routes.get(Access::Oversight, "/{l}/oversight", oversight::show);
    routes.get(Access::Oversight, "/{l}/oversight/threats", threats::list);
    routes.get(Access::Oversight, "/{l}/oversight/threats/{id}", threats::show);
    routes.post(Access::Oversight, "/{l}/oversight/threats/{id}", threats::act);
}
