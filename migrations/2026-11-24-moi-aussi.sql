-- « Moi aussi » counted once per person, and what accounts follow. Search over the words: in sqlite/ and postgres/ beside this.

-- Who said « moi aussi »: the code they got (as its slow hash), and the account when they had one. Nothing else of them.
CREATE TABLE supports (
    code_hash TEXT NOT NULL PRIMARY KEY REFERENCES concern_keys (code_hash),
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    account_id BIGINT REFERENCES accounts (id),
    UNIQUE (concern_id, account_id)
);
CREATE INDEX supports_account ON supports (account_id);

-- What an account follows: a public concern, a quartier or a commune.
CREATE TABLE follows (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    object_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind, object_id)
);

-- When an account last looked at what it follows.
CREATE TABLE follow_visits (
    account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
    seen_at BIGINT NOT NULL
);

-- The feed of a place asks for its newest publications.
CREATE INDEX concerns_published ON concerns (area_id, moderation, published_at);
