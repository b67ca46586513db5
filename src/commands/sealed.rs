//! What `sigida check` says of sealed things: that each column which holds them holds nothing else (R14). No key is needed to see
//! that something is not sealed, so whoever runs the machine can ask without being able to read.

use diesel::prelude::*;

use super::Failure;
use crate::base::Time;
use crate::concerns::{media, sealing};
use crate::db::Conn;
use crate::db::schema::{envelopes, identities, keyrings, once, rescue_envelopes, rescue_papers, sealed};
use crate::error::Error;
use crate::seal::{Kind, shape};

/// Bodies in memory at a time: one may be as long as a photo.
const BATCH: i64 = 64;

fn plain(what: &str, which: impl std::fmt::Display) -> Failure {
    Failure::new(format!("DATABASE_URL: {what} {which} is not sealed: whoever has the database can read it"))
}

/// What was looked at, and what is still to be sealed.
pub(super) struct Sealed {
    /// How much of it is sealed.
    pub(super) told: String,
    /// What lies open because its readers had no key, or because nobody served since an upgrade: to be warned of.
    pub(super) open: Vec<String>,
}

/// Looks at all of them.
pub(super) fn look(conn: &mut Conn) -> Result<Sealed, Failure> {
    let bodies = bodies(conn)?;
    let envelopes = envelopes_of(conn)?;
    let keys = keys(conn)?;
    let papers = papers(conn)?;
    identities_of(conn)?;
    if let Some(text) = sealing::plain_text(conn)? {
        return Err(plain("a text of a sealed concern, in", text));
    }
    answers(conn)?;
    let mut open = Vec::new();
    match sealing::waiting(conn)? {
        0 => {}
        concerns => {
            open.push(format!("{concerns} protected concerns lie open until somebody who reads them signs in"));
        }
    }
    if media::lie_open(conn)? {
        open.push(
            "photos and voice notes lie open in the media store until `sigida serve` has run for ten minutes"
                .to_owned(),
        );
    }
    let told =
        format!("{bodies} bodies, {envelopes} envelopes, {papers} for papers, {keys} private keys; none can be read");
    Ok(Sealed { told, open })
}

/// Private keys that are there. Of an erased account nothing is left of them.
fn keys(conn: &mut Conn) -> Result<usize, Failure> {
    let keys: Vec<(i64, Vec<u8>)> = keyrings::table
        .filter(keyrings::retired_at.is_null().or(keyrings::wrapped.ne(Vec::new())))
        .select((keyrings::id, keyrings::wrapped))
        .load(conn)
        .map_err(Error::from)?;
    match keys.iter().find(|(_, wrapped)| !shape::is_wrapped(wrapped)) {
        Some((id, _)) => Err(plain("the private key", id)),
        None => Ok(keys.len()),
    }
}

fn bodies(conn: &mut Conn) -> Result<usize, Failure> {
    let (mut seen, mut last) = (0, i64::MIN);
    loop {
        let rows: Vec<(i64, String, Vec<u8>)> = sealed::table
            .filter(sealed::id.gt(last))
            .order(sealed::id)
            .limit(BATCH)
            .select((sealed::id, sealed::kind, sealed::body))
            .load(conn)
            .map_err(Error::from)?;
        let Some((id, ..)) = rows.last() else { return Ok(seen) };
        last = *id;
        seen += rows.len();
        if let Some((id, ..)) = rows.iter().find(|(_, kind, body)| Kind::parse(kind).is_none() || !shape::is_body(body))
        {
            return Err(plain("the body", id));
        }
    }
}

fn envelopes_of(conn: &mut Conn) -> Result<usize, Failure> {
    let (mut seen, mut last) = (0, (i64::MIN, i64::MIN));
    loop {
        let later =
            envelopes::sealed_id.gt(last.0).or(envelopes::sealed_id.eq(last.0).and(envelopes::keyring_id.gt(last.1)));
        let rows: Vec<(i64, i64, Vec<u8>)> = envelopes::table
            .filter(later)
            .order((envelopes::sealed_id, envelopes::keyring_id))
            .limit(BATCH * 64)
            .select((envelopes::sealed_id, envelopes::keyring_id, envelopes::envelope))
            .load(conn)
            .map_err(Error::from)?;
        let Some((sealed, keyring, _)) = rows.last() else { return Ok(seen) };
        last = (*sealed, *keyring);
        seen += rows.len();
        if let Some((sealed, ..)) = rows.iter().find(|(.., envelope)| !shape::is_envelope(envelope)) {
            return Err(plain("an envelope of the body", sealed));
        }
    }
}

/// What is there for the key on papers: an envelope for each body, and its three shares while they are not on paper.
fn papers(conn: &mut Conn) -> Result<usize, Failure> {
    let shares: Vec<(i64, Option<Vec<u8>>)> = rescue_papers::table
        .filter(rescue_papers::share.is_not_null())
        .select((rescue_papers::paper, rescue_papers::share))
        .load(conn)
        .map_err(Error::from)?;
    if let Some((paper, _)) = shares.iter().find(|(_, share)| !share.as_deref().is_some_and(shape::is_share)) {
        return Err(plain("the share of the paper", paper));
    }
    let (mut seen, mut last) = (0, i64::MIN);
    loop {
        // One key is in force at a time, and the envelopes of one that is not are gone: an id is met once.
        let rows: Vec<(i64, Vec<u8>)> = rescue_envelopes::table
            .filter(rescue_envelopes::sealed_id.gt(last))
            .order(rescue_envelopes::sealed_id)
            .limit(BATCH * 64)
            .select((rescue_envelopes::sealed_id, rescue_envelopes::envelope))
            .load(conn)
            .map_err(Error::from)?;
        let Some((sealed, _)) = rows.last() else { return Ok(seen) };
        last = *sealed;
        seen += rows.len();
        if let Some((sealed, _)) = rows.iter().find(|(_, envelope)| !shape::is_envelope(envelope)) {
            return Err(plain("an envelope for papers of the body", sealed));
        }
    }
}

/// An identity is sealed or gone, and points at nothing else than an identity.
fn identities_of(conn: &mut Conn) -> Result<(), Failure> {
    let rows: Vec<(i64, Option<String>, Option<Time>)> = identities::table
        .left_join(sealed::table.on(identities::sealed_id.eq(sealed::id.nullable())))
        .select((identities::concern_id, sealed::kind.nullable(), identities::erased_at))
        .load(conn)
        .map_err(Error::from)?;
    let whole = |kind: &Option<String>, erased: &Option<Time>| match kind {
        Some(kind) => kind == Kind::Identity.as_str() && erased.is_none(),
        None => erased.is_some(),
    };
    match rows.iter().find(|(_, kind, erased)| !whole(kind, erased)) {
        Some((concern, ..)) => {
            Err(Failure::new(format!("DATABASE_URL: the identity of the concern {concern} is neither sealed nor gone")))
        }
        None => Ok(()),
    }
}

fn answers(conn: &mut Conn) -> Result<(), Failure> {
    let mut last = String::new();
    loop {
        let rows: Vec<(String, Vec<u8>)> = once::table
            .filter(once::token.gt(&last))
            .order(once::token)
            .limit(BATCH)
            .select((once::token, once::answer))
            .load(conn)
            .map_err(Error::from)?;
        let Some((token, _)) = rows.last() else { return Ok(()) };
        last.clone_from(token);
        if rows.iter().any(|(_, answer)| !shape::is_answer(answer)) {
            return Err(plain("an answer kept for", "a form"));
        }
    }
}
