-- The words of what a desk or oversight alone reads: sealed to a key pair of their own.

-- The pair of one part of a concern (its file; what is told of threats): its public half, and the sealed thing that holds its private
-- half for the readers of that part.
CREATE TABLE word_seals (
    sealed_id BIGINT PRIMARY KEY REFERENCES sealed (id),
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    part TEXT NOT NULL,
    public_key BYTEA NOT NULL
);
CREATE UNIQUE INDEX word_seals_concern ON word_seals (concern_id, part);

-- The pair of whoever holds a code: made from the code and a salt, so that only the code opens it. A slip's is there before its
-- concern is.
CREATE TABLE code_pairs (
    code_hash TEXT PRIMARY KEY,
    salt BYTEA NOT NULL,
    public_key BYTEA NOT NULL
);

-- The same private half once more, for whoever holds the concern's code.
CREATE TABLE code_envelopes (
    code_hash TEXT NOT NULL REFERENCES code_pairs (code_hash),
    sealed_id BIGINT NOT NULL REFERENCES sealed (id),
    envelope BYTEA NOT NULL,
    PRIMARY KEY (code_hash, sealed_id)
);
CREATE INDEX code_envelopes_sealed ON code_envelopes (sealed_id);
