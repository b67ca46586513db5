//! Blacking out a part of a text or of a photo (D10). What stood there is overwritten wherever everybody could read it; the original
//! is sealed to overseers who are no police, each opening is recorded with its reason for ever, and when its time is over (rule
//! « original ») the original goes and the record stays.
//!
//! Who may black out what, and where else a text stands, the floors above know.

mod form;
mod model;
mod opening;
mod pages;
mod store;

pub(crate) use form::{Masking, found, masking, reason};
pub(crate) use model::{Original, Redaction, blacken};
pub(crate) use store::{due, erase, erase_of, is_masked, keep, of, posts_of, reasons};

use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Oversight, "/{l}/oversight/redactions", pages::list);
    routes.proven(|routes| {
        routes.get(Access::Oversight, "/{l}/oversight/redactions/{id}", pages::show);
        routes.post(Access::Oversight, "/{l}/oversight/redactions/{id}", pages::open);
    });
}
