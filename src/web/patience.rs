//! How long the body of a form may take. A telephone on a bad line gets all the time it can use; a line that is held open for
//! its own sake does not (what is called a slow client). The head of a request has its own time: `WebSettings::head`.

use std::time::{Duration, Instant};

use tokio::time::timeout;

use crate::error::{Error, Result};

/// What every body gets.
const FIRST: Duration = Duration::from_secs(120);
/// Bytes a second, on the whole, past that: a tenth of the slowest GPRS.
const SLOWEST: u64 = 200;

/// The time of one body.
pub(super) struct Patience {
    silence: Duration,
    began: Instant,
    came: u64,
}

impl Patience {
    /// Begins. `silence`: how long the line may bring nothing.
    pub(super) fn new(silence: Duration) -> Patience {
        Patience { silence, began: Instant::now(), came: 0 }
    }

    /// Notes that so many bytes came.
    pub(super) fn came(&mut self, bytes: usize) {
        self.came += bytes as u64;
    }

    /// Waits for what comes next.
    ///
    /// # Errors
    /// When the line is silent or slow for too long.
    pub(super) async fn wait<T>(&self, next: impl Future<Output = T>) -> Result<T> {
        let left = allowed(self.came).saturating_sub(self.began.elapsed());
        timeout(left.min(self.silence), next).await.map_err(|_| Error::BadRequest("the body did not arrive whole"))
    }
}

fn allowed(came: u64) -> Duration {
    FIRST + Duration::from_secs(came / SLOWEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_on_a_bad_line_has_its_time_and_a_drop_a_minute_has_not() {
        // Two megabytes at 1 kB/s take 2,000 s.
        assert!(allowed(1_000_000) > Duration::from_secs(2_000));
        // One byte at a time for ever: no more than what everybody gets.
        assert!(allowed(10) < Duration::from_secs(121));
    }
}
