//! The HTTP kit: what a request is here, how a form is read, how a page is sent. Knows no feature.
//!
//! Every address is registered in [`Routes`], which wants an [`Access`](crate::policy::Access) for it: an address without a
//! policy cannot be written. Every body is read by [`Form`], which wants a token: a form without one is refused.

mod answer;
mod cx;
mod form;
mod icon;
mod kept;
mod limit;
mod once;
mod outside;
mod page;
mod pages;
mod paginate;
mod routes;
mod session;
mod site;
mod slow;
mod static_files;

pub use answer::{Answer, listening};
pub(crate) use cx::COOKIE;
pub use cx::{Cx, Request};
pub use form::{Form, Problem};
pub use icon::{Icon, icon};
pub use once::Once;
pub use outside::outside;
pub use page::{Notice, Page};
pub use paginate::{Cursor, PAGE, Slice};
pub use routes::{RouteInfo, Routes};
pub use session::Store as SessionStore;
pub(crate) use session::{actor as actor_of, end_all as end_all_sessions, scope, scope_columns};
pub use site::{Site, WebSettings};
pub use static_files::{css_url, script_url, serve as serve_static, serve_worker};

/// Forgets sessions and once-answers whose time is over.
pub(crate) fn forget_old(tx: &mut crate::db::Tx<'_>) -> crate::error::Result<usize> {
    Ok(once::forget_old(tx)? + session::forget_old(tx)?)
}
