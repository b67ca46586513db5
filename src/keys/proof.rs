//! Proofs of filing: an Ed25519 key pair made from the instance's secret. Its public half is published, so that whoever holds
//! a proof can have it checked without this program and without its database.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::Keys;

impl Keys {
    fn proof_signer(&self) -> SigningKey {
        SigningKey::from_bytes(&self.proofs)
    }

    /// Signs a statement.
    pub fn prove(&self, statement: &[u8]) -> [u8; 64] {
        self.proof_signer().sign(statement).to_bytes()
    }

    /// True when this instance signed the statement.
    pub fn proved(&self, statement: &[u8], signature: &[u8; 64]) -> bool {
        let key: VerifyingKey = self.proof_signer().verifying_key();
        key.verify_strict(statement, &Signature::from_bytes(signature)).is_ok()
    }

    /// The key that everybody may know.
    pub fn proof_key(&self) -> [u8; 32] {
        self.proof_signer().verifying_key().to_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn what_one_secret_signed_holds_under_that_secret_and_for_those_words_only() {
        let (ours, theirs) = (Keys::from_secret(&[7; 32]), Keys::from_secret(&[8; 32]));
        let mut mark = ours.prove(b"filed");
        assert!(ours.proved(b"filed", &mark));
        assert!(!ours.proved(b"Filed", &mark));
        assert!(!theirs.proved(b"filed", &mark));
        assert_ne!(ours.proof_key(), theirs.proof_key());
        mark[40] ^= 1;
        assert!(!ours.proved(b"filed", &mark));
    }
}
