//! The addresses of forums.

mod calendars;
mod commitments;
mod desk;
mod minutes;
mod papers;
mod place;
mod public;
mod questions;

use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    use Access::{Anyone, Committee, Promising, Public, SignedIn};
    routes.get(Public, "/{l}/forums", public::forums);
    routes.get(Public, "/{l}/forums/{slug}", public::forum);
    routes.get(Public, "/{l}/meetings/{id}", public::meeting);
    routes.get(Public, "/{l}/meetings/{id}/minutes", public::minutes);
    routes.get(Anyone, "/{l}/meetings/{id}/registration", public::registration);
    routes.post(Anyone, "/{l}/meetings/{id}/registration", public::register);
    routes.get(Anyone, "/{l}/meetings/{id}/place", place::place);
    routes.post(Anyone, "/{l}/meetings/{id}/place", place::open);
    routes.post(Anyone, "/{l}/meetings/{id}/place/leave", place::leave);
    routes.post(Anyone, "/{l}/meetings/{id}/place/correction", place::correct);
    routes.post(Anyone, "/{l}/meetings/{id}/place/feedback", place::feed_back);
    routes.get(Public, "/{l}/meetings/{id}/minutes/versions", public::versions);
    routes.get(Public, "/calendars/meetings/{id}.ics", calendars::meeting);
    routes.get(Public, "/calendars/areas/{slug}.ics", calendars::area);
    routes.get(Public, "/calendars/{slug}.ics", calendars::committee);
    routes.get(Public, "/feeds/forums/{slug}.atom", calendars::feed);
    routes.get(Public, "/{l}/commitments", public::commitments);
    routes.get(Public, "/{l}/commitments/{id}", commitments::commitment);
    routes.post(SignedIn, "/{l}/commitments/{id}", commitments::sign);
    routes.get(Promising, "/{l}/desk/commitments", commitments::owed);
    routes.get(Anyone, "/{l}/meetings/{id}/questions", questions::questions);
    routes.post(Anyone, "/{l}/meetings/{id}/questions", questions::ask);
    routes.post(SignedIn, "/{l}/meetings/{id}/questions/{question}", questions::support);
    routes.post(Committee, "/{l}/committee/questions/{id}", questions::decide);

    routes.get(Committee, "/{l}/committee", desk::desk);
    routes.get(Committee, "/{l}/committee/{committee}/meetings/new", desk::new_meeting);
    routes.post(Committee, "/{l}/committee/{committee}/meetings/new", desk::announce);
    routes.get(Committee, "/{l}/committee/{committee}/commitments", desk::promises);
    routes.post(Committee, "/{l}/committee/{committee}/commitments", desk::promise);

    routes.get(Committee, "/{l}/committee/meetings/{id}", papers::run);
    routes.get(Committee, "/{l}/committee/meetings/{id}/edit", papers::edit);
    routes.post(Committee, "/{l}/committee/meetings/{id}/edit", papers::change);
    routes.get(Committee, "/{l}/committee/meetings/{id}/cancellation", papers::cancellation);
    routes.post(Committee, "/{l}/committee/meetings/{id}/cancellation", papers::cancel);
    routes.post(Committee, "/{l}/committee/meetings/{id}/agenda", papers::add_item);
    routes.post(Committee, "/{l}/committee/meetings/{id}/agenda/{item}", papers::move_item);
    routes.get(Committee, "/{l}/committee/meetings/{id}/door", papers::door);
    routes.post(Committee, "/{l}/committee/meetings/{id}/door", papers::enter_by_code);
    routes.post(Committee, "/{l}/committee/meetings/{id}/door/{row}", papers::enter_by_row);
    routes.get(Committee, "/{l}/committee/meetings/{id}/attendance", papers::attendance);
    routes.post(Committee, "/{l}/committee/meetings/{id}/attendance", papers::count);
    routes.get(Committee, "/{l}/committee/meetings/{id}/minutes", minutes::minutes);
    routes.post(Committee, "/{l}/committee/meetings/{id}/minutes", minutes::save);
    routes.post(Committee, "/{l}/committee/meetings/{id}/minutes/approval", minutes::approve);
    routes.post(Committee, "/{l}/committee/meetings/{id}/minutes/corrections", minutes::correct);
    routes.post(Committee, "/{l}/committee/meetings/{id}/minutes/corrections/{correction}", minutes::answer_correction);
    routes.post(Committee, "/{l}/committee/meetings/{id}/attendance/list", papers::keep_list);
    routes.post(Committee, "/{l}/committee/meetings/{id}/invitation", papers::invite);
    routes.get(Committee, "/{l}/committee/meetings/{id}/sheets", papers::sheets);
}
