//! What the log says of a closed door (ASVS 5.0, 16.3.2): who of those with a desk wanted in where they may not, by their account's id
//! and functions. Of residents and visitors it says nothing but the request's own line, as of everybody (R13).

use super::cx::Cx;
use crate::error::Error;
use crate::policy::Access;

/// Writes the line, if this is one. An address that everybody may try is no door: there « not found » is a slip.
pub(super) fn tell(cx: &Cx, access: Access, pattern: &'static str, error: &Error) {
    let public = matches!(access, Access::Public | Access::Anyone | Access::Machine | Access::SignedIn);
    let status = match error {
        Error::Forbidden => 403,
        Error::NotFound if !public => 404,
        _ => return,
    };
    let (Some(account), held) = (cx.actor.account(), cx.actor.memberships()) else { return };
    if held.iter().any(|held| held.role.has_desk()) {
        let functions: Vec<&str> = held.iter().map(|held| held.role.as_str()).collect();
        tracing::warn!(%account, functions = functions.join(","), address = pattern, status, "refused");
    }
}
