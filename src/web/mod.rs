//! The HTTP kit: what a request is here, how a form is read, how a page is sent. Knows no feature.
//!
//! Every address is registered in [`Routes`], which wants an [`Access`](crate::policy::Access) for it: an address without a
//! policy cannot be written. Every body is read by [`Form`], which wants a token: a form without one is refused.

mod answer;
mod breaker;
mod cookies;
mod cx;
mod floods;
mod form;
mod guesses;
mod held;
mod icon;
mod inline;
mod kept;
mod limit;
mod marks;
mod mask;
mod measured;
mod metrics;
mod once;
mod outside;
mod page;
mod pages;
mod paginate;
mod patience;
mod public_url;
mod readings;
mod refused;
mod routes;
mod session;
mod site;
mod slow;
mod static_files;
mod tries;
mod upload;

pub use answer::Answer;
pub(crate) use cookies::Name as CookieName;
pub use cx::{Cx, Request};
pub use form::{Form, Problem};
pub use icon::{Icon, icon};
pub use inline::{Device, Inline};
pub use mask::{Masked, masked, masked_html};
pub use measured::measured;
pub use metrics::{Gate, Token, metrics};
pub use once::Once;
pub use outside::outside;
pub use page::{Notice, Page};
pub use pages::sentence;
pub use paginate::{Cursor, PAGE, Pager, Slice};
pub use public_url::PublicUrl;
pub use routes::{RouteInfo, Routes};
pub use session::{OpenSession, Store as SessionStore};
pub(crate) use session::{
    actor as actor_of, end_all as end_all_sessions, end_every as end_every_session, end_one as end_one_session,
    end_others as end_other_sessions, has_second_step, open_sessions, present,
};
pub(crate) use session::{scope, scope_columns};
pub use site::{News, Site, WebSettings};
pub use static_files::{css_text, css_url, script_url, serve as serve_static, serve_worker, work_css_url};
pub use upload::{FileField, Upload};

/// How many sessions and once-answers are over.
pub(crate) fn old(conn: &mut crate::db::Conn, now: crate::base::Time) -> crate::error::Result<usize> {
    Ok(usize::try_from(once::old(conn, now)? + session::old(conn, now)?).unwrap_or_default())
}

/// Forgets sessions and once-answers whose time is over.
pub(crate) fn forget_old(tx: &mut crate::db::Tx<'_>) -> crate::error::Result<usize> {
    Ok(once::forget_old(tx)? + session::forget_old(tx)?)
}
