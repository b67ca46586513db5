//! A real S3 server on loopback: requests, signatures and all, its objects in a folder.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder as Connection;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use sigida::media::{S3, Secret};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

const KEY: &str = "sigida-tests";
const SECRET: &str = "a secret that stays in the tests";
const BUCKET: &str = "media";

/// The server; it stops when this is dropped.
pub struct S3Server {
    address: SocketAddr,
    folder: TempDir,
    runtime: Option<Runtime>,
}

impl S3Server {
    /// Starts one with an empty bucket.
    pub fn start() -> S3Server {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(BUCKET)).expect("a folder in the folder just made");
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).expect("a folder that is there"));
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = service.build().into_shared();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime starts");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket");
        let address = listener.local_addr().expect("a bound socket");
        runtime.spawn(async move {
            let listener = TcpListener::from_std(listener).expect("a socket");
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    // A client that goes away ends its connection, and nothing else.
                    let _ = Connection::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        S3Server { address, folder, runtime: Some(runtime) }
    }

    /// What the program is told of it.
    pub fn settings(&self) -> S3 {
        self.settings_with(SECRET)
    }

    /// The same with another secret.
    pub fn settings_with(&self, secret: &str) -> S3 {
        S3 {
            endpoint: format!("http://{}", self.address),
            region: "us-east-1".into(),
            bucket: BUCKET.into(),
            key: KEY.into(),
            secret: Secret::new(secret.into()),
        }
    }

    /// Where the bucket's objects lie.
    pub fn bucket(&self) -> PathBuf {
        self.folder.path().join(BUCKET)
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Every file under a folder, with its bytes.
pub fn files(under: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![under.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => {
                    let bytes = std::fs::read(&path).expect("a file that is there");
                    found.push((path, bytes));
                }
            }
        }
    }
    found
}
