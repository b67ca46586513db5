//! A private key on three papers, of which any two bring it back and one alone says nothing of it (A. Shamir, « How to share a
//! secret », 1979). For the day on which no custodian's password opens anything any more.

use std::convert::Infallible;

use blahaj::{Share, Sharks};
use data_encoding::{Encoding, Specification};
use rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::keys::{self, Secret};
use super::{Lock, Opened};
use crate::base::Entropy;
use crate::error::{Error, Result};

/// Papers that bring a key back.
const NEEDED: u8 = 2;
/// A paper's number and its share, a byte for each of the key's.
const SHARE: usize = 1 + 32;
/// Bytes that tell a slip of the pen: one in 2^32 stays unseen, and then the key's public half does not fit.
const CHECK: usize = 4;
/// Letters in a group.
const GROUP: usize = 4;

/// What stands on one paper.
#[derive(Clone)]
pub struct Paper(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Paper(…)")
    }
}

/// Splits a private key.
///
/// # Errors
/// [`Error::Internal`] when the dealer ends, which it does not before its 255th share: no paper may ever be empty.
pub fn split(secret: &Secret, entropy: &Entropy) -> Result<[Paper; 3]> {
    let sharks = Sharks(NEEDED);
    let bytes = secret.bytes();
    let mut dealer = sharks.dealer_rng(bytes.as_slice(), &mut Drawn(entropy));
    let mut next = || {
        let share = dealer.next().ok_or_else(|| Error::internal("the dealer of papers ended"))?;
        Ok::<Paper, Error>(Paper(Zeroizing::new(Vec::from(&share))))
    };
    Ok([next()?, next()?, next()?])
}

/// Brings back the key whose public half this is; `None` when the two papers are the same, or not of this key.
pub fn join(one: &Paper, other: &Paper, public: &[u8]) -> Option<Secret> {
    let shares: Vec<Share> = [one, other].iter().filter_map(|paper| Share::try_from(paper.0.as_slice()).ok()).collect();
    let bytes = Zeroizing::new(Sharks(NEEDED).recover(&shares).ok()?);
    Secret::of(&bytes).filter(|secret| secret.public() == public)
}

impl Paper {
    /// Which of the three it is, from 1.
    pub fn number(&self) -> u8 {
        self.0.first().copied().unwrap_or_default()
    }

    /// As it is written down: letters and digits that are not mistaken for one another (Crockford's), in fours.
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(self.0.to_vec());
        bytes.extend_from_slice(&check(&self.0));
        let letters = Zeroizing::new(alphabet().encode(&bytes));
        let groups: Vec<&str> =
            (0..letters.len()).step_by(GROUP).map(|at| &letters[at..letters.len().min(at + GROUP)]).collect();
        Zeroizing::new(groups.join(" "))
    }

    /// Reads what was written down, in whatever case and with whatever between the groups; `None` when it is no paper or a letter
    /// of it is wrong.
    pub fn parse(typed: &str) -> Option<Paper> {
        let bytes = Zeroizing::new(alphabet().decode(typed.trim().as_bytes()).ok()?);
        let (share, mark) = bytes.split_at_checked(SHARE)?;
        (mark == check(share)).then(|| Paper(Zeroizing::new(share.to_vec())))
    }

    /// In an envelope for the custodian who is to write it down.
    ///
    /// # Errors
    /// [`Error::Internal`] when the public key is none.
    pub fn closed(&self, to: &Lock, entropy: &Entropy) -> Result<Vec<u8>> {
        keys::close(&to.public, &self.0, entropy)
    }

    /// Out of its envelope.
    ///
    /// # Errors
    /// [`Error::Internal`] when the envelope is another's.
    pub fn opened(envelope: &[u8], key: &Opened) -> Result<Paper> {
        let bytes = key.secret.open(envelope)?;
        if bytes.len() == SHARE { Ok(Paper(bytes)) } else { Err(Error::internal("a paper of a wrong size")) }
    }
}

fn check(share: &[u8]) -> [u8; CHECK] {
    let hash = Sha256::new().chain_update(b"sigida paper").chain_update(share).finalize();
    std::array::from_fn(|i| hash[i])
}

fn alphabet() -> &'static Encoding {
    static ALPHABET: std::sync::LazyLock<Encoding> = std::sync::LazyLock::new(|| {
        let mut spec = Specification::new();
        spec.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        spec.translate.from.push_str("abcdefghjkmnpqrstvwxyzoOiIlL");
        spec.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
        spec.ignore.push_str(" -.\r\n\t");
        // Thirty-two letters, each once: there is nothing to refuse.
        #[allow(clippy::expect_used)]
        spec.encoding().expect("an alphabet of 32 letters")
    });
    &ALPHABET
}

/// The program's randomness, as the library asks for it.
struct Drawn<'a>(&'a Entropy);

impl TryRng for Drawn<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.0.bytes()))
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.0.bytes()))
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> std::result::Result<(), Infallible> {
        for chunk in dest.chunks_mut(32) {
            let bytes = self.0.bytes::<32>();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
        Ok(())
    }
}

impl TryCryptoRng for Drawn<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_papers_bring_the_key_back_and_one_does_not() {
        let entropy = Entropy::system();
        let secret = Secret::draw(&entropy);
        let papers = split(&secret, &entropy).expect("three papers");
        assert_eq!(papers.each_ref().map(Paper::number), [1, 2, 3]);
        for (one, other) in [(0, 1), (1, 0), (0, 2), (2, 1)] {
            let back = join(&papers[one], &papers[other], &secret.public()).expect("the key");
            assert_eq!(back.public(), secret.public());
        }
        assert!(join(&papers[0], &papers[0], &secret.public()).is_none(), "the same paper twice");
        let others = split(&Secret::draw(&entropy), &entropy).expect("three papers");
        assert!(join(&papers[0], &others[1], &secret.public()).is_none(), "a paper of another key");
        assert!(join(&others[0], &others[1], &secret.public()).is_none(), "another key");
    }

    #[test]
    fn a_paper_is_read_as_people_copy_it_and_a_slip_is_seen() {
        let entropy = Entropy::system();
        let [paper, ..] = split(&Secret::draw(&entropy), &entropy).expect("three papers");
        let text = paper.text();
        assert_eq!((text.len(), text.split(' ').count()), (74, 15), "{}", text.len());
        let same = |typed: &str| Paper::parse(typed).is_some_and(|read| read.0 == paper.0);
        for typed in [
            &**text,
            &text.to_lowercase(),
            &text.replace(' ', "-"),
            &text.replace('0', "O"),
            &format!(" {}\n", text.replace('1', "l")),
        ] {
            assert!(same(typed), "{typed}");
        }
        for (at, letter) in text.char_indices().filter(|(_, letter)| *letter != ' ') {
            let mut wrong = text.to_string();
            wrong.replace_range(at..=at, if letter == 'A' { "B" } else { "A" });
            assert!(Paper::parse(&wrong).is_none(), "letter {at}");
        }
        for none in ["", "A", "é", &text[..70], &format!("{} ABCD EFGH", *text)] {
            assert!(Paper::parse(none).is_none(), "{none}");
        }
        assert_eq!(format!("{paper:?}"), "Paper(…)");
    }
}
