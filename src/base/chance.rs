//! Randomness: the operating system's, or a repeatable stream for tests, samples and generated data.

use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// A source of random bytes.
#[derive(Clone)]
pub struct Entropy(Option<Arc<Mutex<(u64, u64)>>>);

impl Entropy {
    /// The operating system's randomness, fit for secrets.
    pub const fn system() -> Entropy {
        Entropy(None)
    }

    /// A repeatable stream: same seed, same bytes. Never for secrets that matter.
    pub fn seeded(seed: u64) -> Entropy {
        Entropy(Some(Arc::new(Mutex::new((seed, 0)))))
    }

    /// `N` fresh bytes.
    ///
    /// # Panics
    /// When the operating system has no randomness to give: nothing secret can be made, so nothing is.
    #[allow(clippy::expect_used)]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match &self.0 {
            None => getrandom::fill(&mut out).expect("the operating system gives randomness"),
            Some(stream) => {
                let mut stream = stream.lock().unwrap_or_else(PoisonError::into_inner);
                for chunk in out.chunks_mut(32) {
                    stream.1 += 1;
                    let block = Sha256::new()
                        .chain_update(stream.0.to_be_bytes())
                        .chain_update(stream.1.to_be_bytes())
                        .finalize();
                    let n = chunk.len();
                    chunk.copy_from_slice(&block[..n]);
                }
            }
        }
        out
    }

    /// A number from 0 to `bound` − 1, each as likely as the next (0 when `bound` is 0).
    pub fn below(&self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        // Rejection keeps it fair: numbers past the last whole multiple of the bound are drawn again.
        let limit = u64::MAX - u64::MAX % bound;
        loop {
            let n = u64::from_be_bytes(self.bytes());
            if n < limit {
                return n % bound;
            }
        }
    }
}

impl std::fmt::Debug for Entropy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Entropy(seeded)" } else { "Entropy(system)" })
    }
}
