//! Texts that lie sealed in the column where others lie as they were written: to the public half of a key pair that is their
//! concern's own. Whoever writes needs no secret; whoever reads needs the private half.

use data_encoding::{BASE64, HEXLOWER};
use zeroize::Zeroizing;

use super::{Kind, Lock, Seal, Secret, keys, open, padded, seal, shape};
use crate::base::Entropy;
use crate::error::{Error, Result};

/// What a sealed text begins with. No form lets a control character through, so nobody writes such a text.
const MARK: &str = "\u{1}sealed ";

/// A text of a concern, as it was written or sealed. One that is sealed is nowhere shown: it reads as nothing until
/// [`Veiled::unveil`] has opened it.
#[derive(Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Veiled(String);

impl std::fmt::Debug for Veiled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_closed() { "Veiled(sealed)" } else { "Veiled(…)" })
    }
}

/// What a sealed text is like, to a database.
pub const SEALED_LIKE: &str = "\u{1}sealed %";

impl Veiled {
    /// A text that everybody who reaches it may read.
    pub fn plain(text: &str) -> Veiled {
        Veiled(text.to_owned())
    }

    /// The text; nothing while it is sealed.
    pub fn as_str(&self) -> &str {
        if self.is_closed() { "" } else { &self.0 }
    }

    /// True while it is sealed.
    pub fn is_closed(&self) -> bool {
        self.0.starts_with(MARK)
    }

    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens it, where this key does; it stays sealed where not.
    pub fn unveil(&mut self, secret: &Secret) {
        if let Some(text) = self.opened(secret) {
            self.0 = text.trim_end().to_owned();
        }
    }

    fn sealed(&self) -> Option<Vec<u8>> {
        BASE64.decode(self.0.strip_prefix(MARK)?.as_bytes()).ok()
    }

    fn opened(&self, secret: &Secret) -> Option<Zeroizing<String>> {
        let plain = secret.open(&self.sealed()?).ok()?;
        std::str::from_utf8(&plain).ok().map(|text| Zeroizing::new(text.to_owned()))
    }

    /// True when it is empty, or looks like what a cipher makes: what `sigida check` asks of each text of a sealed concern.
    pub fn is_hidden(&self) -> bool {
        self.is_empty() || self.sealed().is_some_and(|bytes| shape::is_text(&bytes))
    }
}

impl<DB> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for Veiled
where
    DB: diesel::backend::Backend,
    str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
        <str as diesel::serialize::ToSql<diesel::sql_types::Text, DB>>::to_sql(&self.0, out)
    }
}

impl<DB> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for Veiled
where
    DB: diesel::backend::Backend,
    String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(bytes).map(Veiled)
    }
}

/// The public half of a concern's key pair: seals, and opens nothing.
#[derive(Debug, Clone)]
pub struct Veil(Vec<u8>);

impl Veil {
    /// Of a public key.
    pub fn of(public: Vec<u8>) -> Veil {
        Veil(public)
    }

    /// The public key.
    pub fn public(&self) -> &[u8] {
        &self.0
    }

    /// Seals a text. Its length is rounded up, so that it tells little; nothing stays nothing, for whether somebody wrote is told
    /// by the timeline in any case.
    ///
    /// # Errors
    /// [`Error::Internal`] when the public key is none.
    pub fn close(&self, text: &str, entropy: &Entropy) -> Result<Veiled> {
        if text.is_empty() {
            return Ok(Veiled(String::new()));
        }
        let sealed = keys::close(&self.0, padded(text).as_bytes(), entropy)?;
        Ok(Veiled(format!("{MARK}{}", BASE64.encode(&sealed))))
    }
}

/// Seals a private key to readers.
///
/// # Errors
/// As [`seal`].
pub fn seal_key(key: &Secret, locks: &[Lock], entropy: &Entropy) -> Result<Seal> {
    seal(Kind::Words, &Zeroizing::new(HEXLOWER.encode(key.bytes().as_slice())), locks, entropy)
}

/// Opens what [`seal_key`] sealed, with one of its envelopes.
///
/// # Errors
/// As [`open`].
pub fn open_key(body: &[u8], envelope: &[u8], secret: &Secret) -> Result<Secret> {
    let text = open(Kind::Words, body, envelope, secret)?;
    let bytes = HEXLOWER.decode(text.as_bytes()).map(Zeroizing::new).map_err(Error::internal)?;
    Secret::of(&bytes).ok_or_else(|| Error::internal("a sealed key of a wrong size"))
}

impl Secret {
    /// Puts this private key into an envelope for the holder of another one.
    ///
    /// # Errors
    /// [`Error::Internal`] when the public key is none.
    pub fn closed_for(&self, public: &[u8], entropy: &Entropy) -> Result<Vec<u8>> {
        keys::close(public, self.bytes().as_slice(), entropy)
    }

    /// Opens an envelope that holds a private key.
    ///
    /// # Errors
    /// [`Error::Internal`] when it is another's, or holds something else.
    pub fn opens(&self, envelope: &[u8]) -> Result<Secret> {
        let plain = self.open(envelope)?;
        Secret::of(&plain).ok_or_else(|| Error::internal("an envelope without a key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_as_nothing_until_its_own_key_opens_it() {
        let entropy = Entropy::system();
        let (own, other) = (Secret::draw(&entropy), Secret::draw(&entropy));
        let veil = Veil::of(own.public());
        let mut text = veil.close("Awa a vu l’agent.", &entropy).unwrap();
        assert!(text.is_closed() && text.as_str().is_empty() && text.is_hidden() && !text.is_empty());
        assert!(!format!("{text:?}").contains("Awa"));
        text.unveil(&other);
        assert!(text.is_closed(), "another's key opens nothing");
        text.unveil(&own);
        assert_eq!(text.as_str(), "Awa a vu l’agent.");
        assert!(!text.is_hidden(), "what can be read is not sealed");
    }

    #[test]
    fn nothing_stays_nothing_and_a_long_text_is_as_sealed_as_a_short_one() {
        let entropy = Entropy::system();
        let veil = Veil::of(Secret::draw(&entropy).public());
        assert!(veil.close("", &entropy).unwrap().is_empty());
        let length = |text: &str| veil.close(text, &entropy).unwrap().0.len();
        assert_eq!(length("Oui"), length("Non, jamais de la vie"));
        assert!(veil.close(&"é".repeat(4_000), &entropy).unwrap().is_hidden());
    }

    #[test]
    fn a_broken_seal_shows_nothing_and_passes_for_no_seal() {
        for broken in ["\u{1}sealed ", "\u{1}sealed !!", "\u{1}sealed QXdh"] {
            let mut text = Veiled(broken.to_owned());
            text.unveil(&Secret::draw(&Entropy::system()));
            assert!(text.as_str().is_empty() && !text.is_hidden(), "{broken}");
        }
    }
}
