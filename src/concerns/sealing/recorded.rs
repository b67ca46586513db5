//! Who read what is protected, in the ledger (O5): a row before the page goes out, once an hour for each session and
//! file. The row says who, when and which part, nothing of the words; of a threat not even of which concern.

use super::Words;
use crate::base::named;
use crate::concerns::actions::object;
use crate::concerns::model::Concern;
use crate::error::{Error, Result};
use crate::ledger;
use crate::web::Cx;

named! {
    /// What was read.
    pub enum Sight {
        /// The file's page, with its photos and voice notes.
        File = "file",
        /// What is told of a threat.
        Threats = "threats",
        /// The sheet that is printed for a service.
        Sheet = "sheet",
        /// A photo, without the page.
        Photo = "photo",
        /// A voice note, without the page.
        Voice = "voice",
    }
}

impl Sight {
    /// The reading that holds this one: its row is enough.
    const fn within(self) -> Sight {
        match self {
            Sight::Photo | Sight::Voice => Sight::File,
            Sight::File | Sight::Threats | Sight::Sheet => self,
        }
    }
}

/// Records that somebody of the staff reads a file that only a desk or oversight reads, where its words are open to
/// them. What a whole unit or everybody reads is not recorded.
///
/// # Errors
/// When it cannot be recorded: then it must not be shown. While nothing can be written at all, reading goes on.
pub(crate) async fn record_file(cx: &Cx, concern: &Concern, words: &Words, sight: Sight) -> Result<()> {
    match concern.audience.is_open() {
        true => Ok(()),
        false => record(cx, object(concern.number()), words, sight).await,
    }
}

/// The same of anything protected, under the name the ledger has for it.
///
/// # Errors
/// As [`record_file`].
pub(crate) async fn record(cx: &Cx, object: String, words: &Words, sight: Sight) -> Result<()> {
    let name = |sight: Sight| format!("{object} {sight}");
    if !words.are_read() || cx.has_read(&name(sight)) || cx.has_read(&name(sight.within())) {
        return Ok(());
    }
    let (what, actor) = (name(sight), cx.actor.clone());
    // Two pages asked for at once have a row each: rather one too many than a reading without any.
    let recorded = cx.site.db.write(move |tx| ledger::record(tx, &actor, "sealed.read", &object, sight.as_str())).await;
    match recorded {
        Ok(()) => cx.remember_read(&what),
        Err(error @ Error::ReadOnly) => {
            let account = cx.actor.account().map(|id| id.to_string());
            tracing::warn!(%error, account, what = sight.as_str(), "something protected was read, and the ledger could not be told");
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
