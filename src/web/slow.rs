//! Threads for work that is slow: hashing passwords, looking at what somebody sent. Away from the event loops and from the
//! database's threads, and bounded, so that a flood of either cannot take the reading pages' processor.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use tokio::sync::oneshot;

use crate::error::{Error, Result};

type Work = Box<dyn FnOnce() + Send>;

/// A few threads and a short queue.
pub struct Slow {
    queue: mpsc::SyncSender<Work>,
    taken: AtomicU64,
}

impl Slow {
    /// Starts the threads.
    pub(super) fn start(name: &str, threads: usize) -> std::io::Result<Slow> {
        let (queue, work) = mpsc::sync_channel::<Work>(64);
        let work = Arc::new(Mutex::new(work));
        for n in 0..threads.max(1) {
            let work = Arc::clone(&work);
            std::thread::Builder::new().name(format!("{name}-{n}")).spawn(move || {
                loop {
                    let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    match next {
                        Ok(work) => work(),
                        Err(_) => return,
                    }
                }
            })?;
        }
        Ok(Slow { queue, taken: AtomicU64::new(0) })
    }

    /// How many works were taken since the start: by what takes long, nobody may tell who has an account.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Runs `f` there.
    ///
    /// # Errors
    /// [`Error::Busy`] when the queue is full, or what `f` returns.
    pub async fn run<T: Send + 'static>(&self, f: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let (tell, answer) = oneshot::channel();
        let work: Work = Box::new(move || {
            // A file that makes a decoder panic must not take the thread with it. The asker may have gone away.
            let done = catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|_| Err(Error::internal("slow work panicked")));
            let _ = tell.send(done);
        });
        self.queue.try_send(work).map_err(|_| Error::Busy)?;
        self.taken.fetch_add(1, Ordering::Relaxed);
        answer.await.map_err(|_| Error::Busy)?
    }
}
