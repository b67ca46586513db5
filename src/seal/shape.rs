//! What a sealed thing looks like from outside. Nobody needs a key to see that something is *not* sealed: words can be read, and
//! what a cipher made cannot. `sigida check` looks at all that is stored.

/// A mark that a body was not changed.
const TAG: usize = 16;
/// A key.
const KEY: usize = 32;
/// Equal bytes in a row that a cipher makes once in 2^56 places, and a padded text at each end.
const RUN: usize = 8;

/// True when bytes read like what a cipher makes: no text in UTF-8 and no filling.
fn is_noise(bytes: &[u8]) -> bool {
    let filled = bytes.windows(RUN).any(|run| run.iter().all(|byte| *byte == run[0]));
    !filled && std::str::from_utf8(bytes).is_err()
}

/// True for a body: a padded text and its tag.
pub fn is_body(bytes: &[u8]) -> bool {
    bytes.len() >= super::ROUND + TAG && is_noise(bytes)
}

/// True for an envelope: a key under a key drawn for it alone, and a tag.
pub fn is_envelope(bytes: &[u8]) -> bool {
    bytes.len() == KEY + TAG + KEY && is_noise(bytes)
}

/// True for a text sealed in its column: a key drawn for it alone, a tag, and the text, padded.
pub fn is_text(bytes: &[u8]) -> bool {
    bytes.len() >= KEY + TAG + super::ROUND && is_noise(bytes)
}

/// True for what stands on a paper, in an envelope: a number and a key's share.
pub fn is_share(bytes: &[u8]) -> bool {
    bytes.len() == KEY + TAG + 1 + KEY && is_noise(bytes)
}

/// True for a private key that is wrapped.
pub fn is_wrapped(bytes: &[u8]) -> bool {
    bytes.len() == KEY + TAG && is_noise(bytes)
}

/// True for an answer kept for a form that may be sent twice: it was sealed under the form's token.
pub fn is_answer(bytes: &[u8]) -> bool {
    // What is shorter cannot be told from chance; the least that is kept, an address, is longer.
    bytes.len() < KEY || is_noise(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Entropy, Id};
    use crate::seal::{Holder, Kind, Lock, Secret, seal, split};

    #[test]
    fn what_is_sealed_is_told_from_what_is_written() {
        let entropy = Entropy::system();
        let secret = Secret::draw(&entropy);
        let lock = Lock { holder: Holder::Reader(Id::new(1)), public: secret.public() };
        for plain in ["", "Awa", &"Awa Diarra, 76 11 22 33. ".repeat(40), &"é".repeat(70_000)] {
            let sealed = seal(Kind::Identity, plain, std::slice::from_ref(&lock), &entropy).unwrap();
            assert!(is_body(&sealed.body) && is_envelope(&sealed.envelopes[0].1));
        }
        assert!(is_wrapped(&secret.wrap("trois mangues", &entropy).unwrap().wrapped));
        for paper in split(&secret, &entropy).unwrap() {
            assert!(is_share(&paper.closed(&lock, &entropy).unwrap()) && !is_share(paper.text().as_bytes()));
        }
        let name = format!("{:<200}", "Awa Diarra, 76 11 22 33");
        let latin: Vec<u8> = name.bytes().map(|b| if b == b'a' { 0xe9 } else { b }).collect();
        for plain in [name.as_bytes(), &latin, b"", &[7; 400], "ɲɛ".repeat(60).as_bytes()] {
            assert!(!is_body(plain), "{plain:?}");
        }
        assert!(!is_envelope(&[0; 80]) && !is_wrapped("a private key as text, of forty-eight bytes....!".as_bytes()));
    }
}
