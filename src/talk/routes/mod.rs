//! The addresses of the discussion.

mod flag;
mod moderate;
mod post;
mod thread;

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    use Access::{Anyone, Committee, SignedIn};
    routes.get(Anyone, "/{l}/meetings/{id}/thread", thread::of_meeting);
    routes.post(SignedIn, "/{l}/meetings/{id}/thread", thread::open_meeting);
    routes.get(Anyone, "/{l}/areas/{slug}/thread", thread::of_area);
    routes.post(SignedIn, "/{l}/areas/{slug}/thread", thread::open_area);
    routes.get(Anyone, "/{l}/concerns/{number}/thread", thread::of_concern);
    routes.post(SignedIn, "/{l}/concerns/{number}/thread", thread::open_concern);
    routes.get(Anyone, "/{l}/threads/{id}", thread::thread);
    routes.post(SignedIn, "/{l}/threads/{id}/posts", thread::write);

    routes.get(SignedIn, "/{l}/posts/{id}/flag", flag::show);
    routes.post(SignedIn, "/{l}/posts/{id}/flag", flag::raise);

    routes.get(Committee, "/{l}/committee/posts/{id}", post::show);
    routes.post(Committee, "/{l}/committee/posts/{id}", post::judge);
    routes.post(Committee, "/{l}/committee/posts/{id}/restraint", post::hold);
    routes.get(Committee, "/{l}/committee/threads/{id}", moderate::thread);
    routes.post(Committee, "/{l}/committee/threads/{id}", moderate::lock_thread);
}
