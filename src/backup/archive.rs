//! The archive: tar within age, hashed as it goes by. Knows no database and no media.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::stream::{StreamReader, StreamWriter};
use age::x25519::{Identity, Recipient};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::manifest::{Entry, MANIFEST, Manifest};

/// Why a backup cannot be made or read: a sentence for whoever asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Broken(pub String);

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Broken {
        Broken(error.to_string())
    }
}

/// Reads a public key: `age1…`.
///
/// # Errors
/// When it is none.
pub fn recipient(text: &str) -> Result<Recipient, Broken> {
    Recipient::from_str(text.trim()).map_err(|e| Broken(format!("« {} » is no age key: {e}", text.trim())))
}

/// Makes a key in a new file of its owner's alone. Returns the public half.
///
/// # Errors
/// When there is such a file, or none can be made.
pub fn key_in(file: &Path) -> Result<String, Broken> {
    let key = Identity::generate();
    let public = key.to_public().to_string();
    let text = Zeroizing::new(format!("# public key: {public}\n{}\n", key.to_string().expose_secret()));
    write_own(file, &mut text.as_bytes())?;
    Ok(public)
}

/// Reads a file of keys, as `age-keygen` and [`key_in`] write it.
fn identities(file: &Path) -> Result<Vec<Identity>, Broken> {
    let text = std::fs::read_to_string(file).map_err(|e| Broken(format!("cannot read {}: {e}", file.display())))?;
    let text = Zeroizing::new(text);
    let keys = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    // The line itself is a secret: it is not repeated.
    let read = |line: &str| Identity::from_str(line).map_err(|e| Broken(format!("{}: {e}", file.display())));
    let keys = keys.map(read).collect::<Result<Vec<_>, _>>()?;
    if keys.is_empty() { Err(Broken(format!("{} holds no key", file.display()))) } else { Ok(keys) }
}

/// An archive being written. It takes its name only when it is whole.
pub(super) struct Writer {
    tar: tar::Builder<StreamWriter<BufWriter<File>>>,
    entries: Vec<Entry>,
}

impl Writer {
    /// Begins an archive that nobody else on the machine reads.
    pub(super) fn create(file: &Path, recipients: &[Recipient]) -> Result<Writer, Broken> {
        let out = File::options().write(true).create_new(true).mode(0o600).open(file);
        let out = out.map_err(|e| Broken(format!("cannot make {}: {e}", file.display())))?;
        let to = recipients.iter().map(|r| r as &dyn age::Recipient);
        let sealed = age::Encryptor::with_recipients(to).map_err(|e| Broken(e.to_string()))?;
        let out = sealed.wrap_output(BufWriter::new(out))?;
        Ok(Writer { tar: tar::Builder::new(out), entries: Vec::new() })
    }

    /// Adds so many bytes under a name.
    pub(super) fn add(&mut self, name: &str, bytes: u64, from: impl Read) -> Result<(), Broken> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes);
        header.set_mode(0o600);
        let mut hashed = Hashed::new(from.take(bytes));
        self.tar.append_data(&mut header, name, &mut hashed)?;
        let (read, sha256) = hashed.end();
        if read != bytes {
            return Err(Broken(format!("{name} grew shorter while it was read")));
        }
        if name != MANIFEST {
            self.entries.push(Entry { name: name.to_owned(), bytes, sha256 });
        }
        Ok(())
    }

    /// Adds the list and closes. Once this returns, the file outlives a power cut under the name it has.
    pub(super) fn finish(mut self, manifest: impl FnOnce(Vec<Entry>) -> Manifest) -> Result<Manifest, Broken> {
        let manifest = manifest(std::mem::take(&mut self.entries));
        let text = serde_json::to_vec_pretty(&manifest).map_err(|e| Broken(e.to_string()))?;
        self.add(MANIFEST, text.len() as u64, text.as_slice())?;
        let out = self.tar.into_inner()?.finish()?;
        out.into_inner().map_err(|e| Broken(e.to_string()))?.sync_all()?;
        Ok(manifest)
    }
}

/// Bytes of the list that are read: some hundred for each file.
const LIST_MOST: u64 = 256 * 1024 * 1024;

/// An archive being read.
pub(super) struct Reader(StreamReader<BufReader<File>>);

impl Reader {
    /// Opens an archive with one of the keys in a file.
    pub(super) fn open(file: &Path, keys: &Path) -> Result<Reader, Broken> {
        let keys = identities(keys)?;
        let from = File::open(file).map_err(|e| Broken(format!("cannot read {}: {e}", file.display())))?;
        let no = |e: age::DecryptError| Broken(format!("{}: {e}", file.display()));
        let sealed = age::Decryptor::new_buffered(BufReader::new(from)).map_err(no)?;
        let plain = sealed.decrypt(keys.iter().map(|k| k as &dyn age::Identity)).map_err(no)?;
        Ok(Reader(plain))
    }

    /// As [`listed`].
    pub(super) fn read(self, take: impl FnMut(&str, &mut dyn Read) -> Result<(), Broken>) -> Result<Manifest, Broken> {
        listed(self.0, take)
    }
}

/// Hands each entry of what lay sealed to `take` in turn, then compares all of them with the list at the end.
pub(super) fn listed(
    plain: impl Read,
    mut take: impl FnMut(&str, &mut dyn Read) -> Result<(), Broken>,
) -> Result<Manifest, Broken> {
    let (mut archive, mut seen, mut manifest) = (tar::Archive::new(plain), Vec::new(), None);
    // As they lie there: what says a name longer than ours are, or something else of an entry, would be read whole before it is shown.
    for entry in archive.entries()?.raw(true) {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        if manifest.is_some() {
            return Err(Broken(format!("{name} follows the list that should be last")));
        }
        // A file with holes says itself how long it is, and would fill any disk with nothing.
        if !entry.header().entry_type().is_file() {
            return Err(Broken(format!("{name} is no plain file, as all is in a backup")));
        }
        if name == MANIFEST {
            manifest = Some(
                serde_json::from_reader((&mut entry).take(LIST_MOST))
                    .map_err(|e| Broken(format!("{MANIFEST}: {e}")))?,
            );
            continue;
        }
        let mut hashed = Hashed::new(&mut entry);
        take(&name, &mut hashed)?;
        io::copy(&mut hashed, &mut io::sink())?;
        let (bytes, sha256) = hashed.end();
        seen.push(Entry { name, bytes, sha256 });
    }
    let manifest: Manifest =
        manifest.ok_or_else(|| Broken("the archive ends before its list: it was cut short".into()))?;
    match manifest.entries == seen {
        true => Ok(manifest),
        false => Err(Broken("what is in the archive is not what its list says".into())),
    }
}

/// Counts and hashes what is read through it.
struct Hashed<R> {
    from: R,
    bytes: u64,
    hash: Sha256,
}

impl<R> Hashed<R> {
    fn new(from: R) -> Hashed<R> {
        Hashed { from, bytes: 0, hash: Sha256::new() }
    }

    fn end(self) -> (u64, String) {
        (self.bytes, HEXLOWER.encode(&self.hash.finalize()))
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }
}

/// Writes a file of one's own: nobody else reads it, and it outlives a power cut.
pub(super) fn write_own(path: &Path, from: &mut dyn Read) -> Result<(), Broken> {
    let made = File::options().write(true).create_new(true).mode(0o600).open(path);
    let mut file = made.map_err(|e| Broken(format!("cannot make {}: {e}", path.display())))?;
    io::copy(from, &mut file)?;
    file.flush()?;
    Ok(file.sync_all()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_file_is_none_of_a_backup() {
        for kind in [tar::EntryType::Symlink, tar::EntryType::GNULongName, tar::EntryType::XHeader] {
            let mut archive = tar::Builder::new(Vec::new());
            let mut header = tar::Header::new_gnu();
            header.set_entry_type(kind);
            header.set_size(4);
            archive.append_data(&mut header, "database", &b"long"[..]).expect("memory takes all");
            let bytes = archive.into_inner().expect("memory takes all");
            let why = listed(bytes.as_slice(), |_, _| Ok(())).map(drop);
            assert!(why.is_err_and(|broken| broken.0.contains("database is no plain file")), "{kind:?}");
        }
    }
}
