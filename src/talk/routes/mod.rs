//! The addresses of the discussion.

mod appeal;
mod flag;
mod judge;
mod mine;
mod moderate;
mod post;
mod thread;
mod whole;

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    use Access::{Anyone, Appeals, Committee, SignedIn};
    routes.get(Anyone, "/{l}/meetings/{id}/thread", thread::of_meeting);
    routes.post(SignedIn, "/{l}/meetings/{id}/thread", thread::open_meeting);
    routes.get(Anyone, "/{l}/areas/{slug}/thread", thread::of_area);
    routes.post(SignedIn, "/{l}/areas/{slug}/thread", thread::open_area);
    routes.get(Anyone, "/{l}/concerns/{number}/thread", thread::of_concern);
    routes.post(SignedIn, "/{l}/concerns/{number}/thread", thread::open_concern);
    routes.get(Anyone, "/{l}/threads/{id}", thread::thread);
    routes.post(SignedIn, "/{l}/threads/{id}/posts", thread::write);
    routes.post(SignedIn, "/{l}/threads/{id}/follow", mine::follow);
    routes.get(SignedIn, "/{l}/posts/{id}", post::ask);
    routes.post(SignedIn, "/{l}/posts/{id}", post::edit);
    routes.get(Anyone, "/{l}/posts/{id}/history", post::history);
    routes.get(SignedIn, "/{l}/posts/{id}/flag", flag::show);
    routes.post(SignedIn, "/{l}/posts/{id}/flag", flag::raise);
    routes.get(SignedIn, "/{l}/posts/{id}/appeal", appeal::ask);
    routes.post(SignedIn, "/{l}/posts/{id}/appeal", appeal::raise);
    routes.get(Appeals, "/{l}/committee/posts/{id}/appeal", appeal::show);
    routes.post(Appeals, "/{l}/committee/posts/{id}/appeal", appeal::answer);
    routes.get(SignedIn, "/{l}/account/discussions", mine::mine);
    routes.post(SignedIn, "/{l}/account/discussions", mine::read_all);
    routes.get(SignedIn, "/{l}/account/discussions/digest", mine::digest);

    routes.get(Committee, "/{l}/committee/posts/{id}", judge::show);
    routes.post(Committee, "/{l}/committee/posts/{id}", judge::judge);
    routes.post(Committee, "/{l}/committee/posts/{id}/redaction", judge::redact);
    routes.post(Committee, "/{l}/committee/posts/{id}/restraint", judge::hold);
    routes.get(Committee, "/{l}/committee/posts/{id}/split", whole::ask_split);
    routes.post(Committee, "/{l}/committee/posts/{id}/split", whole::split);
    routes.get(Committee, "/{l}/committee/threads/{id}", moderate::thread);
    routes.post(Committee, "/{l}/committee/threads/{id}", moderate::lock_thread);
    routes.get(Committee, "/{l}/committee/threads/{id}/move", whole::ask_move);
    routes.post(Committee, "/{l}/committee/threads/{id}/move", whole::shift);
    routes.get(Committee, "/{l}/committee/threads/{id}/merge", whole::ask_merge);
    routes.post(Committee, "/{l}/committee/threads/{id}/merge", whole::merge);
}
