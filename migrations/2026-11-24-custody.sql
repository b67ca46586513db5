-- Custody of identities, the privacy notice and what was agreed to, rights, and how long things are kept.

-- A key pair of somebody who may open sealed things. The private half is here only wrapped under a key made from the
-- holder's password. A pair that was replaced is kept, retired: its holder may yet remember the old password.
CREATE TABLE keyrings (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    public_key BYTEA NOT NULL,
    salt BYTEA NOT NULL,
    wrapped BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    retired_at BIGINT
);
CREATE INDEX keyrings_account ON keyrings (account_id, retired_at);

-- What only its readers can open: the body under a key of its own, and that key once for each reader.
CREATE TABLE sealed (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    body BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE TABLE envelopes (
    sealed_id BIGINT NOT NULL REFERENCES sealed (id),
    keyring_id BIGINT NOT NULL REFERENCES keyrings (id),
    envelope BYTEA NOT NULL,
    until BIGINT,
    PRIMARY KEY (sealed_id, keyring_id)
);
CREATE INDEX envelopes_keyring ON envelopes (keyring_id);
CREATE INDEX envelopes_until ON envelopes (until);

-- Who filed, when they said it. When the identity is gone the row stays and says since when.
CREATE TABLE identities (
    concern_id BIGINT NOT NULL PRIMARY KEY REFERENCES concerns (id),
    sealed_id BIGINT REFERENCES sealed (id),
    given_at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE INDEX identities_sealed ON identities (sealed_id);

-- Every step of custody, for ever: asked, granted or refused, opened. Rows are added, never changed or removed.
CREATE TABLE custody_steps (
    id BIGINT PRIMARY KEY,
    ask_id BIGINT NOT NULL REFERENCES custody_steps (id),
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    step TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    function TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX custody_steps_concern ON custody_steps (concern_id, at);
CREATE INDEX custody_steps_ask ON custody_steps (ask_id, step);

-- The privacy notice, version by version. A version without text is the one the program brings in its own sentences.
CREATE TABLE notices (
    version BIGINT PRIMARY KEY,
    text_fr TEXT NOT NULL,
    text_bm TEXT NOT NULL,
    published_at BIGINT NOT NULL
);
INSERT INTO notices (version, text_fr, text_bm, published_at) VALUES (1, '', '', 1795392000);

-- Which version was agreed to, with a concern or with an account. Nothing else about the person.
CREATE TABLE consents (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT REFERENCES concerns (id),
    account_id BIGINT REFERENCES accounts (id),
    version BIGINT NOT NULL REFERENCES notices (version),
    at BIGINT NOT NULL
);
CREATE INDEX consents_concern ON consents (concern_id);
CREATE INDEX consents_account ON consents (account_id);

-- What people ask of their own data: correction or erasure, with a number and a due date.
CREATE TABLE rights_requests (
    id BIGINT PRIMARY KEY,
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    concern_id BIGINT REFERENCES concerns (id),
    account_id BIGINT REFERENCES accounts (id),
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    correction TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by BIGINT REFERENCES accounts (id),
    UNIQUE (year, serial)
);
CREATE INDEX rights_requests_open ON rights_requests (state, due_at);
CREATE INDEX rights_requests_concern ON rights_requests (concern_id);
CREATE INDEX rights_requests_account ON rights_requests (account_id);

-- How long each thing is kept. Without days it is kept until somebody sets them.
CREATE TABLE retention_rules (
    name TEXT NOT NULL PRIMARY KEY,
    days BIGINT
);
INSERT INTO retention_rules (name, days) VALUES ('identity', 90);
INSERT INTO retention_rules (name, days) VALUES ('words', NULL);
INSERT INTO retention_rules (name, days) VALUES ('request', 365);
INSERT INTO retention_rules (name, days) VALUES ('answer', 30);
