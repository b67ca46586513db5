-- Keys of telephones, computers and security sticks (WebAuthn) beside the code of the second step. A public key opens nothing; of the
-- device itself (its make, its attestation) nothing is kept.
CREATE TABLE passkeys (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    -- As its holder calls it.
    name TEXT NOT NULL,
    credential TEXT NOT NULL UNIQUE,
    public_key BYTEA NOT NULL,
    algorithm INTEGER NOT NULL,
    -- How often it signed, as it last said itself: one that goes back is a copy.
    counter BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    -- The hash of the challenge it last answered: each is answered once.
    answered TEXT NOT NULL
);
CREATE INDEX passkeys_account ON passkeys (account_id);
