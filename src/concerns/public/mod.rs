//! What everybody may do: file, follow by code, read what is public.

mod filing;
mod follow;
mod list;
mod show;
mod unsent;

pub(crate) use list::{Filter, Place, latest_answers, page_of};

use crate::policy::Access;
use crate::web::{Routes, listening};

pub(super) fn routes(routes: &mut Routes) {
    // The recorder of a voice note stands on the form, shown first or again.
    routes.get(Access::Anyone, "/{l}/concerns/new", |cx| async { listening(filing::ask(cx).await) });
    routes.post(Access::Anyone, "/{l}/concerns/new", |cx, form| async { listening(filing::file(cx, form).await) });
    routes.get(Access::Public, "/{l}/concerns/unsent", unsent::unsent);
    routes.get(Access::Public, "/{l}/concerns", list::list);
    routes.get(Access::Public, "/{l}/concerns/{number}", show::show);
    routes.get(Access::Anyone, "/{l}/follow", follow::ask);
    routes.post(Access::Anyone, "/{l}/follow", follow::open);
    routes.get(Access::Anyone, "/{l}/follow/concern", follow::read);
    routes.post(Access::Anyone, "/{l}/follow/concern/messages", follow::message);
    routes.post(Access::Anyone, "/{l}/follow/concern/outcome", follow::outcome);
    routes.post(Access::Anyone, "/{l}/follow/close", follow::close);
    routes.get(Access::Anyone, "/{l}/leave", follow::leave);
}
