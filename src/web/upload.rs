//! Forms with files (`multipart/form-data`): fields are read as those of any form, files as they come, each into a bounded
//! file of its own that has no name and is gone with its handle, even when the program is killed.
//!
//! Invariant: a file too many or too large is named as such and its bytes are let go; the rest of the form is read all the
//! same, because a refused photo must never stop a filing.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;
use tokio::sync::Semaphore;

use super::form::{GIVEN_BACK, LIMIT, TOKEN};
use super::patience::Patience;
use crate::error::{Error, Result};
use crate::media::Refused;

/// A field of a form that takes files.
#[derive(Debug, Clone, Copy)]
pub struct FileField {
    /// Its name.
    pub name: &'static str,
    /// Files at most.
    pub most: usize,
    /// Bytes of each at most.
    pub bytes: u64,
}

/// Parts of a form at most.
const PARTS: usize = 400;
/// Bytes of a whole body at most: what is read past a file's own limit is only let go, so that the fields behind it arrive.
const BODY: u64 = 80 * 1024 * 1024;
/// Forms with files that are read at once.
const AT_ONCE: usize = 24;
/// Bytes gathered before they are written.
const GATHERED: usize = 256 * 1024;

/// A file somebody sent.
pub struct Upload {
    pub(super) field: &'static str,
    name: String,
    content: std::result::Result<File, Refused>,
}

impl Upload {
    /// What its sender called it, shown back to them and kept nowhere.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its bytes, or why they were not read.
    ///
    /// # Errors
    /// The reason.
    pub fn read(self) -> std::result::Result<Vec<u8>, Refused> {
        let mut file = self.content?;
        let mut bytes = Vec::new();
        let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_end(&mut bytes));
        read.map(|_| bytes).map_err(|error| {
            tracing::error!(%error, "a file that waited could not be read");
            Refused::NotKept
        })
    }
}

/// Where files wait, and how many forms with files are read at once.
pub(super) struct Uploads {
    folder: PathBuf,
    silence: Duration,
    turns: Semaphore,
}

impl Uploads {
    pub(super) fn new(folder: PathBuf, silence: Duration) -> std::io::Result<Uploads> {
        std::fs::create_dir_all(&folder)?;
        Ok(Uploads { folder, silence, turns: Semaphore::new(AT_ONCE) })
    }
}

/// What a form with files says.
#[derive(Default)]
pub(super) struct Sent {
    pub(super) values: Vec<(String, String)>,
    pub(super) files: Vec<Upload>,
    /// Why it goes no further, though what was typed was read, to be given back.
    pub(super) wrong: Option<Error>,
}

/// Reads a form. `known` says of its token whether files behind it are worth reading.
pub(super) async fn read(
    uploads: &Uploads,
    req: &HttpRequest,
    body: web::Payload,
    fields: &'static [FileField],
    known: impl Fn(&str) -> bool,
) -> Result<Sent> {
    let said = req.headers().get("content-length").and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<u64>().ok());
    if said.is_some_and(|length| length > BODY) {
        return Err(Error::TooLarge);
    }
    // Without a turn its files are let go, and what was typed is read all the same.
    let turn = uploads.turns.try_acquire();
    let mut parts = Multipart::new(req.headers(), body);
    let (mut sent, mut text, mut rest) = (Sent::default(), 0, BODY);
    if turn.is_err() {
        sent.wrong = Some(Error::Busy);
    }
    let mut patience = Patience::new(uploads.silence);
    for _ in 0..PARTS {
        let Some(part) = patience.wait(parts.next()).await? else { return Ok(sent) };
        let mut part = part.map_err(|_| Error::BadRequest("the body did not arrive whole"))?;
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.content_disposition().and_then(|d| d.get_filename().map(str::to_owned));
        let Some(file_name) = file_name else {
            let value = written(&mut part, &mut patience, GIVEN_BACK - text).await?;
            text += value.len() + name.len();
            if text > GIVEN_BACK {
                return Err(Error::TooLarge);
            }
            if text > LIMIT {
                sent.wrong = Some(Error::TooLarge);
            }
            sent.values.push((name, String::from_utf8_lossy(&value).replace('\0', "")));
            continue;
        };
        let token = sent.values.iter().find(|(name, _)| name == TOKEN).map_or("", |(_, value)| value);
        if !known(token) {
            return Err(Error::Forbidden);
        }
        let field = fields.iter().find(|field| field.name == name).ok_or(Error::BadRequest("an unknown file"))?;
        let before = sent.files.iter().filter(|file| file.field == field.name).count();
        let most = if turn.is_ok() && before < field.most { field.bytes } else { 0 };
        let (length, file) = receive(uploads, &mut part, most, (&mut rest, &mut patience)).await?;
        // An empty field sends an empty file.
        if length == 0 {
            continue;
        }
        let content = file.ok_or(match length {
            _ if before >= field.most => Refused::TooMany,
            _ if length > most => Refused::TooLarge,
            _ => Refused::NotKept,
        });
        sent.files.push(Upload { field: field.name, name: shown(&file_name), content });
    }
    Err(Error::TooLarge)
}

/// Reads the next piece of a part.
async fn piece(part: &mut Field, patience: &mut Patience) -> Result<Option<web::Bytes>> {
    let Some(chunk) = patience.wait(part.next()).await? else { return Ok(None) };
    let chunk = chunk.map_err(|_| Error::BadRequest("the body did not arrive whole"))?;
    patience.came(chunk.len());
    Ok(Some(chunk))
}

/// Reads a field of words.
async fn written(part: &mut Field, patience: &mut Patience, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = piece(part, patience).await? {
        if bytes.len() + chunk.len() > most {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Reads one file: how long it was, and the file when it stayed within its limit and the disk took it.
async fn receive(
    uploads: &Uploads,
    part: &mut Field,
    most: u64,
    (rest, patience): (&mut u64, &mut Patience),
) -> Result<(u64, Option<File>)> {
    let (mut length, mut file, mut gathered, mut refused) = (0, None, Vec::new(), false);
    while let Some(chunk) = piece(part, patience).await? {
        length += chunk.len() as u64;
        *rest = rest.checked_sub(chunk.len() as u64).ok_or(Error::TooLarge)?;
        if length > most || refused {
            // Let go at once: the disk must not hold what will not be looked at.
            (file, gathered) = (None, Vec::new());
            continue;
        }
        gathered.extend_from_slice(&chunk);
        if gathered.len() >= GATHERED {
            file = append(uploads, file, std::mem::take(&mut gathered)).await;
            refused = file.is_none();
        }
    }
    if length == 0 || length > most || refused {
        return Ok((length, None));
    }
    Ok((length, append(uploads, file, gathered).await))
}

/// Writes on, away from the event loop; `None` when the disk takes no more: that file is let go, and the rest of the form is read all the same.
async fn append(uploads: &Uploads, file: Option<File>, bytes: Vec<u8>) -> Option<File> {
    let folder = uploads.folder.clone();
    let written = web::block(move || {
        let mut file = match file {
            Some(file) => file,
            None => tempfile::tempfile_in(folder)?,
        };
        file.write_all(&bytes)?;
        Ok::<_, std::io::Error>(file)
    });
    match written.await {
        Ok(Ok(file)) => Some(file),
        Ok(Err(error)) => {
            tracing::error!(%error, "a file cannot wait");
            None
        }
        Err(_) => None,
    }
}

/// A name to show back: one short line.
fn shown(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}
