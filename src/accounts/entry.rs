//! What the log says of passwords at the door (ASVS 5.0, 16.3.1 and 16.3.3): of whoever has a desk the account's id, of everybody else
//! only that somebody tried. Never a login, which may be a telephone number, and nothing of the network (R13). Second steps are rows
//! of the ledger, right and wrong.

use super::routes::has_desk;
use super::store;
use crate::base::AccountId;
use crate::db::Conn;
use crate::error::Result;
use crate::web::{Cx, actor_of};

/// How a password was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    /// It was right.
    Right,
    /// It was wrong, or the account is disabled.
    Wrong,
    /// It was right once, and is no more: somebody else chose it more than seven days ago.
    Over,
    /// It was not looked at: too many came before it.
    Slowed,
}

impl Met {
    const fn as_str(self) -> &'static str {
        match self {
            Met::Right => "right",
            Met::Wrong => "wrong",
            Met::Over => "over",
            Met::Slowed => "slowed",
        }
    }
}

/// Writes the line beside the answer, not before it: how long an answer takes tells nobody whose login it is.
pub(super) fn tell(cx: &Cx, login: &str, met: Met) {
    let (db, login) = (cx.site.db.clone(), login.to_owned());
    actix_web::rt::spawn(async move {
        let outcome = met.as_str();
        match db.read(move |conn| at_a_desk(conn, &login)).await {
            Ok(Some(account)) => tracing::info!(%account, factor = "password", outcome, "signing in"),
            Ok(None) => tracing::info!(factor = "password", outcome, "signing in"),
            Err(error) => tracing::warn!(%error, "whose password came could not be read"),
        }
    });
}

/// The account behind a login, if it has a desk.
fn at_a_desk(conn: &mut Conn, login: &str) -> Result<Option<AccountId>> {
    let Some(known) = store::credentials(conn, login)? else { return Ok(None) };
    let actor = actor_of(conn, known.id)?;
    Ok(has_desk(&actor).then_some(known.id))
}
