//! Data that ships with the program: the reference data of Bamako, the demo's accounts and story, and made-up concerns to
//! measure with. Everything invented says so (see LICENCE.md).

mod custody;
mod generate;
mod import;
mod logins;
mod meetings;
mod moderation;
mod pictures;
mod plans;
mod posts;
mod priorities;
pub mod reference;
mod rumours;
mod slips;
mod story;
mod talk;
mod walls;

pub use generate::generate;
pub use import::{Section, import, importable};
pub use logins::{Login, logins};
pub use posts::talk as generate_talk;

use crate::error::Result;
use crate::web::Site;

/// Tracking codes of the sample's concerns that are worth trying, each with what is there to see.
pub fn codes() -> Vec<(&'static str, String)> {
    let mut codes = story::Story::read().map(|story| story::codes(&story)).unwrap_or_default();
    codes.push(("a slip without a concern yet", slips::unused()));
    codes
}

/// Fills an empty database with the sample: reference data, accounts, and a past that was lived through the program's own
/// deeds, so that its clocks, timelines and ledger are true.
///
/// # Errors
/// When the database refuses.
pub fn fill(site: &Site) -> Result<()> {
    lay(site).map(|_| ())
}

/// The same with photos in the media store, and more that waits for moderators: for the demo.
///
/// # Errors
/// When the database or the store refuses.
pub fn fill_demo(site: &Site) -> Result<()> {
    let people = lay(site)?;
    moderation::lay(site, &people, site.clock.now())?;
    crate::concerns::clock::escalate(&site.db)?;
    pictures::hang(site, &people)
}

fn lay(site: &Site) -> Result<logins::People> {
    let (story, now) = (story::Story::read()?, site.clock.now());
    let began = story.begins(now);
    site.db.write_now(move |tx| {
        tx.now = began;
        reference::load(tx, true)
    })?;
    let people = logins::settle(site, began)?;
    story::replay(site, &story, &people, now)?;
    custody::replay(site, &people, now)?;
    slips::lay(site, &people, now)?;
    meetings::replay(site, &people, now)?;
    talk::replay(site, &people, now)?;
    plans::settle(site, &people, now)?;
    priorities::settle(site, &people, now)?;
    walls::lay(site, &people, now)?;
    rumours::tell(site, &people, now)?;
    Ok(people)
}
