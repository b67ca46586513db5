//! Where a page offers a key in the place of the code.

use super::store;
use crate::base::AccountId;
use crate::error::Result;
use crate::web::Cx;

/// A button that only a script shows, in a browser at the house's own address.
pub(in crate::accounts::second) struct Door {
    /// The address, as browsers write an origin.
    pub(in crate::accounts::second) origin: String,
    /// Where the key's answer is sent.
    pub(in crate::accounts::second) action: String,
}

impl Door {
    /// For whoever has a key, in a house that knows its own address.
    pub(in crate::accounts::second) async fn of(cx: &Cx, account: AccountId, action: String) -> Result<Option<Door>> {
        let Some(house) = &cx.site.settings.public_url else { return Ok(None) };
        let keys = cx.read(move |conn| store::count(conn, account)).await?;
        Ok((keys > 0).then(|| Door { origin: house.origin().to_owned(), action }))
    }
}
