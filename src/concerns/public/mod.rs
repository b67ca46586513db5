//! What everybody may do: file, follow by code, read what is public.

mod filing;
mod flag;
mod follow;
mod list;
mod proof;
mod show;
mod similar;
mod support;
mod supporter;
mod unsent;

pub(super) use filing::receipt;
pub(super) use follow::{again, permit_reporter};
pub(crate) use list::{Filter, Place, latest_answers, page_of};
pub(super) use show::moments;

use super::checkback::reporter as checkback;
use super::media;
use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/concerns/new", filing::ask);
    routes.post_files(Access::Anyone, "/{l}/concerns/new", media::FILES, filing::file);
    routes.get(Access::Anyone, "/{l}/concerns/new/map", filing::map);
    routes.post_files(Access::Anyone, "/{l}/concerns/new/map", media::FILES, filing::map_carried);
    routes.get(Access::Public, "/{l}/concerns/unsent", unsent::unsent);
    routes.get(Access::Public, "/{l}/concerns", list::list);
    routes.get(Access::Public, "/{l}/concerns/{number}", show::show);
    routes.get(Access::SignedIn, "/{l}/concerns/{number}/flag", flag::show);
    routes.post(Access::SignedIn, "/{l}/concerns/{number}/flag", flag::raise);
    routes.get(Access::Anyone, "/{l}/concerns/{number}/support", support::ask);
    routes.post(Access::Anyone, "/{l}/concerns/{number}/support", support::support);
    routes.get(Access::Anyone, "/{l}/follow", follow::ask);
    routes.post(Access::Anyone, "/{l}/follow", follow::open);
    routes.get(Access::Anyone, "/{l}/follow/concern", follow::read);
    routes.post(Access::Anyone, "/{l}/follow/concern/messages", follow::message);
    routes.post(Access::Anyone, "/{l}/follow/concern/outcome", follow::outcome);
    routes.post(Access::Anyone, "/{l}/follow/concern/checkback", checkback::answer);
    routes.post(Access::Anyone, "/{l}/follow/concern/threat", checkback::write);
    routes.get(Access::Anyone, "/{l}/follow/concern/proof", proof::own);
    routes.get(Access::Anyone, "/{l}/proof", proof::ask);
    routes.post(Access::Anyone, "/{l}/proof", proof::check);
    routes.post(Access::SignedIn, "/{l}/account/concerns/{number}", follow::open_own);
    routes.post(Access::Anyone, "/{l}/follow/withdrawal", supporter::withdraw);
    routes.post(Access::Anyone, "/{l}/follow/close", follow::close);
    routes.get(Access::Anyone, "/{l}/leave", follow::leave);
}
