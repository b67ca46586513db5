//! The program's randomness, as the library of sealed boxes asks for it.

use crypto_box::aead::rand_core::{CryptoRng, Error, RngCore, impls};

use crate::base::Entropy;

pub(super) struct Chance<'a>(pub(super) &'a Entropy);

impl RngCore for Chance<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::from_le_bytes(self.0.bytes())
    }

    fn next_u64(&mut self) -> u64 {
        impls::next_u64_via_u32(self)
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        for chunk in dest.chunks_mut(32) {
            let bytes = self.0.bytes::<32>();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl CryptoRng for Chance<'_> {}
