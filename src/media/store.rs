//! Where the bytes of media lie: one face, two places. A folder, or a store that speaks S3; which one, the settings say.
//!
//! Names are drawn by chance and say nothing. The store runs on a thread of its own, so that a slow line to it holds no event
//! loop, and commands without one may use it too.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};

use data_encoding::HEXLOWER;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use tokio::runtime::{Builder, Runtime};

use super::line::Line;
use crate::base::Entropy;
use crate::error::{Error, Result};

/// How long the store may take for one thing.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// A word that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a word from being printed.
    pub const fn new(word: String) -> Secret {
        Secret(word)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// A store that speaks S3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3 {
    /// Its address: `https://…`. Without TLS only what is given as `http://…`.
    pub endpoint: String,
    /// Its region; what a store of one's own calls itself.
    pub region: String,
    /// The bucket, which must be there.
    pub bucket: String,
    /// The key's name.
    pub key: String,
    /// The key's secret.
    pub secret: Secret,
}

/// Where media lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a folder, made when it is not there.
    Folder(PathBuf),
    /// In a store that speaks S3.
    S3(S3),
}

/// The name of something kept: 32 hexadecimal digits of chance.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

impl Name {
    /// A fresh name.
    pub fn draw(entropy: &Entropy) -> Name {
        Name(HEXLOWER.encode(&entropy.bytes::<16>()))
    }

    /// A name as the database keeps it; nothing else names anything.
    pub fn parse(text: &str) -> Option<Name> {
        let digits = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| Name(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it lies: 256 folders, so that none grows long.
    fn path(&self) -> Path {
        Path::from_iter([&self.0[..2], &self.0[2..]])
    }
}

/// The store; cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    objects: Arc<dyn ObjectStore>,
    /// The folder, where media lie in one.
    folder: Option<PathBuf>,
    runtime: Option<Runtime>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        // Whoever drops it may itself run on an event loop, which must not wait.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Store {
    /// Opens it. Of S3 nothing is asked yet: a store that is away must not keep the program from starting.
    ///
    /// # Errors
    /// A sentence that names the setting to mend.
    pub fn open(place: &Place) -> std::result::Result<Store, String> {
        let mut held = None;
        let objects: Arc<dyn ObjectStore> = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder)
                    .map_err(|e| format!("SIGIDA_DATA: cannot make {}: {e}", folder.display()))?;
                let local = LocalFileSystem::new_with_prefix(folder).map_err(|e| format!("SIGIDA_MEDIA: {e}"))?;
                held = Some(folder.clone());
                Arc::new(local.with_automatic_cleanup(true))
            }
            Place::S3(s3) => {
                let plain = s3.endpoint.starts_with("http://");
                let retry = RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() };
                let built = AmazonS3Builder::new()
                    .with_http_connector(Line { secure: !plain })
                    .with_retry(retry)
                    .with_endpoint(&s3.endpoint)
                    .with_allow_http(plain)
                    .with_region(&s3.region)
                    .with_bucket_name(&s3.bucket)
                    .with_access_key_id(&s3.key)
                    .with_secret_access_key(&s3.secret.0)
                    .build()
                    .map_err(|e| format!("SIGIDA_S3_ENDPOINT: {e}"))?;
                Arc::new(built)
            }
        };
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .max_blocking_threads(2)
            .thread_name("media-store")
            .enable_all()
            .build()
            .map_err(|e| format!("cannot start the media store's thread: {e}"))?;
        Ok(Store(Arc::new(Inner { objects, folder: held, runtime: Some(runtime) })))
    }

    /// Keeps bytes under a name. Once it returns they outlive a power cut, as the row that names them will.
    ///
    /// # Errors
    /// When the store does not take them.
    pub async fn put(&self, name: &Name, bytes: Vec<u8>) -> Result<()> {
        let (path, payload) = (name.path(), PutPayload::from(bytes));
        let held = self.0.folder.clone();
        self.run(move |objects| async move {
            objects.put(&path, payload).await?;
            let Some(folder) = held else { return Ok(()) };
            settle(&folder, path.as_ref())
                .map_err(|e| object_store::Error::Generic { store: "folder", source: Box::new(e) })
        })
        .await
    }

    /// The bytes under a name.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there are none, or when the store does not answer.
    pub async fn get(&self, name: &Name) -> Result<bytes::Bytes> {
        let path = name.path();
        self.run(move |objects| async move { objects.get(&path).await?.bytes().await }).await
    }

    /// Removes what is kept under a name; it may be gone already.
    ///
    /// # Errors
    /// When the store does not do it.
    pub async fn delete(&self, name: &Name) -> Result<()> {
        let path = name.path();
        let half = self.0.folder.as_ref().map(|folder| folder.join(format!("{path}#1")));
        self.run(move |objects| async move {
            // What the object store had only begun to write when the program was killed: it renames once all is there.
            if let Some(half) = half
                && let Err(error) = fs::remove_file(&half)
                && error.kind() != io::ErrorKind::NotFound
            {
                return Err(object_store::Error::Generic { store: "folder", source: Box::new(error) });
            }
            match objects.delete(&path).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
                // Stores differ in what they answer when there is nothing to remove; what counts is that nothing is there.
                Err(error) => match objects.head(&path).await {
                    Err(object_store::Error::NotFound { .. }) => Ok(()),
                    _ => Err(error),
                },
            }
        })
        .await
    }

    /// [`Store::put`] for commands, which have no event loop.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub fn put_now(&self, name: &Name, bytes: Vec<u8>) -> Result<()> {
        self.wait(self.put(name, bytes))
    }

    /// [`Store::get`] for commands.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn get_now(&self, name: &Name) -> Result<bytes::Bytes> {
        self.wait(self.get(name))
    }

    /// [`Store::delete`] for commands.
    ///
    /// # Errors
    /// As [`Store::delete`].
    pub fn delete_now(&self, name: &Name) -> Result<()> {
        self.wait(self.delete(name))
    }

    /// Tries whether the store takes, gives back and removes.
    ///
    /// # Errors
    /// What went wrong, in the store's words.
    pub fn probe_now(&self) -> std::result::Result<(), String> {
        let name = Name::draw(&Entropy::system());
        let tried = self.wait(async {
            self.put(&name, b"sigida check".to_vec()).await?;
            let back = self.get(&name).await?;
            self.delete(&name).await?;
            Ok(back.as_ref() == b"sigida check")
        });
        match tried {
            Ok(true) => Ok(()),
            Ok(false) => Err("it gave back something else".into()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Runs on the store's own thread and waits without holding this one up.
    async fn run<T, F, R>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<dyn ObjectStore>) -> R,
        R: Future<Output = object_store::Result<T>> + Send + 'static,
    {
        let runtime = self.0.runtime.as_ref().ok_or(Error::Busy)?;
        let done = runtime.spawn(work(Arc::clone(&self.0.objects))).await.map_err(Error::internal)?;
        done.map_err(|error| match error {
            object_store::Error::NotFound { .. } => Error::NotFound,
            other => Error::internal(format!("media store: {}", causes(&other))),
        })
    }

    fn wait<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        match self.0.runtime.as_ref() {
            Some(runtime) => runtime.block_on(work),
            None => Err(Error::Busy),
        }
    }
}

/// Has the file, and the names that lead to it, written to the disk itself: the object store renames, and stops there.
fn settle(folder: &std::path::Path, path: &str) -> io::Result<()> {
    let file = folder.join(path);
    fs::File::open(&file)?.sync_all()?;
    for above in file.ancestors().skip(1).take_while(|above| above.starts_with(folder)) {
        fs::File::open(above)?.sync_all()?;
    }
    Ok(())
}

/// An error with its causes, without what a store's answer says of keys.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    if let Some(cause) = error.source() {
        text = format!("{text}: {cause}");
    }
    text.lines().next().unwrap_or_default().chars().take(300).collect()
}
