//! Files on their way in: each is made safe in the darkroom, then put in the store. What is not taken is named with its reason
//! and stops nothing else.

use std::time::Duration;

use tokio::time::timeout;

use super::bytes::{Locked, Made, put};
use super::model::{Kind, Stored, Turned};
use crate::error::{Error, Result};
use crate::media::{Name, Photo, Refused, Sound, Stop};
use crate::web::{Cx, FileField, Form, Upload};

/// What a filing takes (R6, C6): four photos as telephones make them, and one voice note.
pub(in crate::concerns) const FILES: &[FileField] = &[
    FileField { name: "photos", most: 4, bytes: 15 * 1024 * 1024 },
    FileField { name: "voice", most: 1, bytes: 12 * 1024 * 1024 },
];

/// Seconds of a voice note at most.
const LONGEST: u32 = 60;
/// How long a file may be looked at, waiting for its turn included.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a form's files.
#[derive(Debug, Default)]
pub(in crate::concerns) struct Received {
    /// What lies in the store.
    pub(in crate::concerns) stored: Vec<Stored>,
    /// What was not taken.
    pub(in crate::concerns) turned: Vec<Turned>,
}

impl Received {
    /// True when a voice note was taken.
    pub(in crate::concerns) fn has_voice(&self) -> bool {
        self.stored.iter().any(|stored| stored.kind == Kind::Voice)
    }

    /// Photos taken.
    pub(in crate::concerns) fn photos(&self) -> usize {
        self.stored.iter().filter(|stored| stored.kind == Kind::Photo).count()
    }

    /// Why the voice note was not taken, when it was not.
    pub(in crate::concerns) fn voice_turned(&self) -> Option<Refused> {
        self.turned.iter().find(|turned| turned.kind == Kind::Voice).map(|turned| turned.why)
    }
}

/// Takes the files of a form.
///
/// # Errors
/// When the database does not answer; whatever is wrong with a file is not an error but its reason.
pub(in crate::concerns) async fn receive(cx: &Cx, form: &mut Form) -> Result<Received> {
    let mut received = Received::default();
    let mut made = Vec::new();
    for (field, kind) in [("photos", Kind::Photo), ("voice", Kind::Voice)] {
        for upload in form.take_files(field) {
            let name = upload.name().to_owned();
            match develop(cx, kind, upload).await {
                Ok(safe) => made.push((kind, name, safe)),
                Err(why) => received.turned.push(Turned { kind, name, why }),
            }
        }
    }
    for (kind, name, safe) in made {
        match keep(cx, safe).await {
            Ok(stored) => received.stored.push(stored),
            Err(error @ (Error::Busy | Error::ReadOnly | Error::Database(_))) => return Err(error),
            Err(error) => {
                tracing::error!(%error, "the media store did not take a file");
                received.turned.push(Turned { kind, name, why: Refused::NotKept });
            }
        }
    }
    Ok(received)
}

/// A recorded sound in the store, which waits for its row.
#[derive(Debug, Clone)]
pub(crate) struct Sounded {
    /// Its name.
    pub(crate) object: Name,
    /// In what it is kept.
    pub(crate) format: &'static str,
    /// Bytes.
    pub(crate) bytes: i64,
    /// Seconds begun.
    pub(crate) seconds: i64,
}

/// Takes one sound of so many bytes at most.
///
/// # Errors
/// When the database or the store does not answer; within, why the sound is not taken.
pub(crate) async fn keep_sound(cx: &Cx, upload: Upload, most: i64) -> Result<std::result::Result<Sounded, Refused>> {
    let sound = match develop(cx, Kind::Voice, upload).await {
        Ok(Made::Sound(sound)) => sound,
        Ok(Made::Photo(_)) => return Err(Error::internal("a sound became a picture")),
        Err(why) => return Ok(Err(why)),
    };
    let bytes = i64::try_from(sound.bytes().len()).map_err(Error::internal)?;
    if bytes > most {
        return Ok(Err(Refused::TooLarge));
    }
    // Everybody hears it: it lies as it is.
    let object = Name::draw(&cx.site.entropy);
    put(&cx.site, vec![(object.clone(), sound.bytes().to_vec())]).await?;
    Ok(Ok(Sounded { object, format: sound.format().as_str(), bytes, seconds: sound.seconds() }))
}

/// Makes a file safe, away from the event loop and within its time.
async fn develop(cx: &Cx, kind: Kind, upload: Upload) -> std::result::Result<Made, Refused> {
    let stop = Stop::default();
    let string = stop.clone();
    let work = cx.site.darkroom.run(move || {
        let made = upload.read().and_then(|sent| match kind {
            Kind::Photo => Photo::make(&sent, &string).map(Made::Photo),
            Kind::Voice => Sound::make(&sent, LONGEST).map(Made::Sound),
        });
        Ok(made)
    });
    match timeout(PATIENCE, work).await {
        Ok(Ok(made)) => made,
        Ok(Err(Error::Busy)) => Err(Refused::TooSlow),
        Ok(Err(error)) => {
            tracing::error!(%error, "a file could not be looked at");
            Err(if kind == Kind::Photo { Refused::NotAPicture } else { Refused::NotASound })
        }
        Err(_) => {
            stop.pull();
            Err(Refused::TooSlow)
        }
    }
}

/// Puts a photo that was made over in the store.
///
/// # Errors
/// When the database or the store does not answer.
pub(in crate::concerns) async fn keep_photo(cx: &Cx, photo: Photo) -> Result<Stored> {
    keep(cx, Made::Photo(photo)).await
}

async fn keep(cx: &Cx, made: Made) -> Result<Stored> {
    let Locked { stored, objects } = match made {
        Made::Photo(photo) => Locked::photo(&cx.site, &photo)?,
        Made::Sound(sound) => Locked::sound(&cx.site, &sound)?,
    };
    put(&cx.site, objects).await?;
    Ok(stored)
}
