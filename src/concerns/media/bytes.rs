//! The bytes of a photo or a voice note, in and out of the store, where they lie encrypted under their row's key. What was kept before
//! there were such keys lies as it is until it is swept.

use std::sync::Arc;

use super::model::{Kind, Medium, Stored};
use super::store;
use crate::concerns::sealing::{self, Part};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::media::{Name, Photo, Sound};
use crate::seal::{Face, FileKey};
use crate::web::Site;

/// Something made safe.
pub(super) enum Made {
    Photo(Photo),
    Sound(Sound),
}

/// What goes into the store, under which name.
type Object = (Name, Vec<u8>);

/// A photo or a voice note before it is in the store: its row, and its bytes as they are kept.
pub(crate) struct Locked {
    pub(crate) stored: Stored,
    pub(crate) objects: Vec<Object>,
}

impl Locked {
    /// Draws names and a key, and encrypts.
    ///
    /// # Errors
    /// When encryption fails.
    pub(crate) fn photo(site: &Site, photo: &Photo) -> Result<Locked> {
        let key = FileKey::draw(&site.entropy);
        let (object, thumb) = (Name::draw(&site.entropy), Name::draw(&site.entropy));
        let objects = vec![
            (object.clone(), key.close(Face::Whole, photo.bytes())?),
            (thumb.clone(), key.close(Face::Small, photo.thumb())?),
        ];
        Ok(Locked { stored: Stored::photo(photo, object, thumb, key)?, objects })
    }

    /// The same of a sound.
    pub(super) fn sound(site: &Site, sound: &Sound) -> Result<Locked> {
        let key = FileKey::draw(&site.entropy);
        let object = Name::draw(&site.entropy);
        let objects = vec![(object.clone(), key.close(Face::Whole, sound.bytes())?)];
        Ok(Locked { stored: Stored::sound(sound, object, key)?, objects })
    }
}

/// Puts things in the store. Their names are noted first: whatever happens next, either a row takes them or they are swept.
pub(super) async fn put(site: &Site, objects: Vec<Object>) -> Result<()> {
    let names: Vec<Name> = objects.iter().map(|(name, _)| name.clone()).collect();
    site.db.keep(move |tx| store::note_strays(tx, &names)).await?;
    for (name, bytes) in objects {
        site.media.put(&name, bytes).await?;
    }
    Ok(())
}

/// The bytes of a face of something whose key is at hand.
///
/// # Errors
/// [`Error::NotFound`] while its key is sealed, or when the store has nothing under its name.
pub(in crate::concerns) async fn get(site: &Site, medium: &Medium, face: Face) -> Result<bytes::Bytes> {
    let name = match face {
        Face::Whole => &medium.object,
        Face::Small => &medium.thumb,
    };
    let name = Name::parse(name).ok_or(Error::NotFound)?;
    if medium.is_shut() {
        return Err(Error::NotFound);
    }
    let bytes = site.media.get(&name).await?;
    if medium.file_key.is_empty() {
        return Ok(bytes);
    }
    let key = FileKey::parse(medium.file_key.as_str()).ok_or_else(|| Error::internal("a file's key is none"))?;
    Ok(key.open(face, &bytes)?.into())
}

/// Encrypts what lies as it is, in other places; the old ones are let go.
///
/// # Errors
/// When the database or the store does not answer.
pub(super) async fn lock_old(site: &Arc<Site>) -> Result<()> {
    let mut last = None;
    loop {
        let old = site.db.read(move |conn| store::unlocked(conn, last)).await?;
        let Some(end) = old.last() else { return Ok(()) };
        last = Some(end.id);
        for medium in old {
            let id = medium.id.raw();
            match lock(site, medium).await {
                // A file that is lost keeps no other one open.
                Err(Error::NotFound) => {
                    tracing::error!(medium = id, "the media store has lost a photo or a voice note")
                }
                done => done?,
            }
        }
    }
}

async fn lock(site: &Arc<Site>, medium: Medium) -> Result<()> {
    let key = FileKey::draw(&site.entropy);
    let mut objects = Vec::new();
    let mut again = async |face: Face| -> Result<Name> {
        let name = Name::draw(&site.entropy);
        objects.push((name.clone(), key.close(face, &get(site, &medium, face).await?)?));
        Ok(name)
    };
    let object = again(Face::Whole).await?;
    let thumb = match medium.kind {
        Kind::Photo => Some(again(Face::Small).await?),
        Kind::Voice => None,
    };
    put(site, objects).await?;
    let moved = move |tx: &mut Tx<'_>| {
        let sealed = sealing::close(tx, medium.concern_id, Part::File, &key.text())?;
        store::move_to(tx, &medium, (&object, thumb.as_ref()), &sealed)
    };
    site.db.keep(moved).await
}

/// True while there are such.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn lie_open(conn: &mut Conn) -> Result<bool> {
    store::any_unlocked(conn)
}
