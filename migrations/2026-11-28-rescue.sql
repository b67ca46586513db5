-- A key for the day on which no custodian's password opens anything: two of three papers bring its private half back.

-- The key; its private half is nowhere but on paper. At most one is not retired.
CREATE TABLE rescue_keys (
    id BIGINT PRIMARY KEY,
    public_key BYTEA NOT NULL,
    made_by BIGINT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    retired_at BIGINT
);

-- What stands on each paper, in an envelope that its custodian's own key opens, until they said that it is on paper.
CREATE TABLE rescue_papers (
    rescue_id BIGINT NOT NULL REFERENCES rescue_keys (id),
    paper BIGINT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    keyring_id BIGINT NOT NULL REFERENCES keyrings (id),
    share BYTEA,
    kept_at BIGINT,
    PRIMARY KEY (rescue_id, paper)
);
CREATE INDEX rescue_papers_account ON rescue_papers (account_id);
CREATE INDEX rescue_papers_keyring ON rescue_papers (keyring_id);

-- The key of each sealed body, once more, for that key.
CREATE TABLE rescue_envelopes (
    sealed_id BIGINT NOT NULL REFERENCES sealed (id),
    rescue_id BIGINT NOT NULL REFERENCES rescue_keys (id),
    envelope BYTEA NOT NULL,
    PRIMARY KEY (sealed_id, rescue_id)
);
CREATE INDEX rescue_envelopes_rescue ON rescue_envelopes (rescue_id);
