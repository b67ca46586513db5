//! Reading what is sealed: with the reader's own key, or with what a code opened.

use std::sync::Arc;

use super::sharing::Errands;
use super::{Part, store};
use crate::accounts::keyring;
use crate::base::{ConcernId, Time};
use crate::concerns::answers::Answer;
use crate::concerns::checkback;
use crate::concerns::media::Medium;
use crate::concerns::model::{Concern, Event, Referral};
use crate::db::Conn;
use crate::error::Result;
use crate::policy::{Deed, may};
use crate::seal::{self, Holder, Opened, OpenedCode, Secret};
use crate::web::Cx;

/// How a reader stands to a concern's words.
#[derive(Clone)]
pub(crate) enum Words {
    /// They lie open.
    Plain,
    /// They are sealed, and this opens them.
    Opened(Secret),
    /// They are sealed, and the reader's key is not at hand: a password or a code opens it.
    Shut,
    /// They are sealed, and the reader's key was not given what opens them yet.
    NotGiven,
}

impl Words {
    /// Opens what this reader may open of some texts.
    pub(crate) fn unveil(&self, texts: &mut dyn Unveil) {
        if let Words::Opened(secret) = self {
            texts.unveil(secret);
        }
    }

    /// True when they are sealed, whoever may open them.
    pub(crate) fn are_sealed(&self) -> bool {
        !matches!(self, Words::Plain)
    }

    /// True when they are shown: opened, or lying open.
    pub(crate) fn are_read(&self) -> bool {
        matches!(self, Words::Plain | Words::Opened(_))
    }

    /// True when a password or a code is wanted.
    pub(crate) fn is_shut(&self) -> bool {
        matches!(self, Words::Shut)
    }

    /// True when somebody else must come first.
    pub(crate) fn is_not_given(&self) -> bool {
        matches!(self, Words::NotGiven)
    }
}

/// How whoever reads by a key of their own stands to the words of a part.
///
/// # Errors
/// When the database cannot be read, or something sealed was changed.
pub(crate) fn of_reader(
    conn: &mut Conn,
    (concern, part): (ConcernId, Part),
    key: Option<&Opened>,
    now: Time,
) -> Result<Words> {
    let Some(sealed) = store::sealed_of(conn, concern, part)? else { return Ok(Words::Plain) };
    let Some(key) = key else { return Ok(Words::Shut) };
    Ok(match keyring::sealed_for(conn, sealed, key.keyring, now)? {
        Some((body, envelope)) => Words::Opened(seal::open_key(&body, &envelope, &key.secret)?),
        None => Words::NotGiven,
    })
}

/// What a reporter opens things with: the code they typed, or the key of the account they filed with.
#[derive(Clone)]
pub(crate) struct Reporter {
    code: Option<OpenedCode>,
    key: Option<Arc<Opened>>,
    now: Time,
}

impl Reporter {
    /// Whoever follows a concern in this session.
    pub(crate) fn of(cx: &Cx, concern: ConcernId) -> Reporter {
        Reporter { code: cx.code_of(concern), key: cx.key(), now: cx.now }
    }
}

/// How whoever reported a concern stands to the words of a part.
///
/// # Errors
/// When the database cannot be read, or something sealed was changed.
pub(crate) fn of_reporter(conn: &mut Conn, concern: ConcernId, part: Part, reporter: &Reporter) -> Result<Words> {
    let Some(sealed) = store::sealed_of(conn, concern, part)? else { return Ok(Words::Plain) };
    if let Some(code) = &reporter.code
        && let Some(envelope) = store::code_envelope(conn, &code.hash, sealed)?
    {
        return Ok(Words::Opened(code.secret.opens(&envelope)?));
    }
    match (of_reader(conn, (concern, part), reporter.key.as_deref(), reporter.now)?, &reporter.code) {
        (opened @ Words::Opened(_), _) => Ok(opened),
        (_, Some(_)) => Ok(Words::NotGiven),
        (_, None) => Ok(Words::Shut),
    }
}

/// What the reader's key can do for the other readers of what it opens, once after it was opened: files that wait for a key are
/// sealed, those who came since are given what they read, and those who left lose it. Reading goes on where nothing can be written.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) async fn settle(cx: &Cx) -> Result<()> {
    let Some(key) = cx.fresh_key() else { return Ok(()) };
    let (r, mine, keeps) = (Arc::clone(&cx.r), Holder::Reader(key.keyring), may(&cx.actor, &Deed::KeepIdentities));
    let looked = cx.read(move |conn| Ok((keeps && keyring::leavers_hold(conn)?, Errands::of(conn, &r, mine)?)));
    let (leavers, errands) = looked.await.inspect_err(|_| cx.keep_fresh())?;
    if !leavers && errands.are_none() {
        return Ok(());
    }
    let r = Arc::clone(&cx.r);
    let more = cx.note(move |tx| {
        if leavers {
            keyring::take_from_leavers(tx)?;
        }
        errands.run(tx, &r, mine, &key.secret)
    });
    if more.await? != Some(false) {
        cx.keep_fresh();
    }
    Ok(())
}

/// Something with texts that may be sealed.
pub(crate) trait Unveil {
    /// Opens those that this key opens.
    fn unveil(&mut self, secret: &Secret);
}

impl Unveil for Concern {
    fn unveil(&mut self, secret: &Secret) {
        self.words.unveil(secret);
        self.landmark.unveil(secret);
    }
}

impl Unveil for Event {
    fn unveil(&mut self, secret: &Secret) {
        self.body.unveil(secret);
    }
}

impl Unveil for Answer {
    fn unveil(&mut self, secret: &Secret) {
        self.said_fr.unveil(secret);
        self.said_bm.unveil(secret);
    }
}

impl Unveil for Referral {
    fn unveil(&mut self, secret: &Secret) {
        self.note.unveil(secret);
        self.answer.unveil(secret);
    }
}

impl Unveil for Medium {
    fn unveil(&mut self, secret: &Secret) {
        self.transcript.unveil(secret);
        self.file_key.unveil(secret);
    }
}

impl Unveil for checkback::Words {
    fn unveil(&mut self, secret: &Secret) {
        self.body.unveil(secret);
    }
}

impl<T: Unveil> Unveil for Vec<T> {
    fn unveil(&mut self, secret: &Secret) {
        self.iter_mut().for_each(|one| one.unveil(secret));
    }
}
