//! Purging by rule (R15): what is kept too long goes, once a day and by `sigida purge`; no public figure moves by it. The rules are
//! rows that an administrator edits; each purge is a deed with counts only. And the record of processing, which is told from them.

mod pages;
pub mod record;
mod register;
mod rules;

pub use rules::{Counts, look, run};

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.proven(|routes| {
        routes.get(Access::Admin, "/{l}/admin/retention", pages::show);
        routes.post(Access::Admin, "/{l}/admin/retention", pages::save);
    });
    routes.get(Access::Oversight, "/{l}/oversight/record", register::show);
}
