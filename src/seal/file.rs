//! Files that lie encrypted where they are kept, each under a key of its own. The key is a text of the file's row: whoever keeps the
//! files, which may be somebody else, reads none of them, and where the row's texts are sealed the files are sealed with them.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::base::Entropy;
use crate::error::{Error, Result};

/// The key of one row's files.
#[derive(Clone)]
pub struct FileKey(Zeroizing<[u8; 32]>);

/// Which of a row's files: a key encrypts each of them once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The photo or the sound.
    Whole,
    /// The photo's small copy.
    Small,
}

impl std::fmt::Debug for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileKey(…)")
    }
}

impl FileKey {
    /// A fresh key.
    pub fn draw(entropy: &Entropy) -> FileKey {
        FileKey(Zeroizing::new(entropy.bytes::<32>()))
    }

    /// The key as a row keeps it.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(HEXLOWER.encode(self.0.as_slice()))
    }

    /// A key out of a row; `None` when the text is none.
    pub fn parse(text: &str) -> Option<FileKey> {
        let bytes = Zeroizing::new(HEXLOWER.decode(text.as_bytes()).ok()?);
        Some(FileKey(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// Encrypts a file. Each face once, for the number used once is the face's own.
    ///
    /// # Errors
    /// [`Error::Internal`] when encryption fails.
    pub fn close(&self, face: Face, bytes: &[u8]) -> Result<Vec<u8>> {
        self.cipher().encrypt(&nonce(face), bytes).map_err(|_| Error::internal("encrypting a file failed"))
    }

    /// Opens a file.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was changed, or is another's.
    pub fn open(&self, face: Face, bytes: &[u8]) -> Result<Vec<u8>> {
        self.cipher().decrypt(&nonce(face), bytes).map_err(|_| Error::internal("a file in the media store was changed"))
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new((&*self.0).into())
    }
}

fn nonce(face: Face) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[0] = match face {
        Face::Whole => 0,
        Face::Small => 1,
    };
    nonce
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_opened_by_its_key_as_what_it_is_and_unchanged() {
        let entropy = Entropy::system();
        let (key, other) = (FileKey::draw(&entropy), FileKey::draw(&entropy));
        let mut closed = key.close(Face::Whole, b"OggS, une voix").unwrap();
        assert!(!closed.windows(4).any(|part| part == b"OggS"));
        let again = FileKey::parse(&key.text()).unwrap();
        assert_eq!(again.open(Face::Whole, &closed).unwrap(), b"OggS, une voix");
        assert!(again.open(Face::Small, &closed).is_err() && other.open(Face::Whole, &closed).is_err());
        closed[3] ^= 1;
        assert!(key.open(Face::Whole, &closed).is_err());
        for none in ["", "00", "zz", &"0".repeat(66)] {
            assert!(FileKey::parse(none).is_none(), "{none}");
        }
        assert_eq!(format!("{key:?}"), "FileKey(…)");
    }
}
