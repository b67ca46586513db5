-- The second step of signing in: what an account shares with a telephone, sealed under the instance's secret, and one-time codes for
-- when the telephone is lost.
CREATE TABLE second_steps (
    account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
    salt BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    -- The last step of time whose code was taken: each is taken once (RFC 6238, 5.2).
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);
