//! What units, services, moderators and oversight do with concerns: the inbox, the file, referrals, moderation.

mod acts;
mod file;
mod forms;
mod inbox;
mod model;
mod moderation;
mod oversight;
mod referrals;
mod sheet;
mod store;

use super::checkback::oversight as threats;
use crate::base::ConcernNumber;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Routes};

/// The file again, with what was typed of a voice note.
pub(super) async fn transcript_again(cx: &Cx, number: ConcernNumber, form: Form) -> Answer {
    file::again(cx, number, form, forms::Panel::Transcript).await
}

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Desk, "/{l}/desk", inbox::show);
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
    routes.get(Access::Committee, "/{l}/committee/concerns/{number}", moderation::show);
    routes.post(Access::Committee, "/{l}/committee/concerns/{number}", moderation::decide);
    routes.get(Access::Oversight, "/{l}/oversight", oversight::show);
    routes.get(Access::Oversight, "/{l}/oversight/threats", threats::list);
    routes.get(Access::Oversight, "/{l}/oversight/threats/{id}", threats::show);
    routes.post(Access::Oversight, "/{l}/oversight/threats/{id}", threats::act);
}
