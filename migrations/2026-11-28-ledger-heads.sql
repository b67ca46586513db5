-- N15: how the ledger stood at the end of a day, signed by the instance: whoever has the database and not the secret can make none.
CREATE TABLE ledger_heads (
    day BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    mark BYTEA NOT NULL
);
