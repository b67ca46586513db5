//! Data that ships with the program: the reference data of Bamako, the demo's accounts and story, and made-up concerns to
//! measure with. Everything invented says so (see LICENCE.md).

mod generate;
mod import;
mod logins;
pub mod reference;
mod story;

pub use generate::generate;
pub use import::{Section, import};
pub use logins::{Login, hash_password, logins};
pub(crate) use logins::{Person, insert_account, insert_membership};

use crate::error::Result;
use crate::web::Site;

/// Fills an empty database with the sample: reference data, accounts, and a past that was lived through the program's own
/// deeds, so that its clocks, timelines and ledger are true.
///
/// # Errors
/// When the database refuses.
pub fn fill(site: &Site) -> Result<()> {
    let (story, now) = (story::Story::read()?, site.clock.now());
    let began = story.begins(now);
    site.db.write_now(move |tx| {
        tx.now = began;
        reference::load(tx, true)
    })?;
    let people = logins::settle(site, began)?;
    story::replay(site, &story, &people, now)
}
