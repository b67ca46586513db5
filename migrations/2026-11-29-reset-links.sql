-- A link by which an account's owner chooses a new password, once: the hash of what stands in it, never that itself. A used one stays
-- until its owner has come in again: so long whoever made it takes nothing else off the account.
CREATE TABLE reset_links (
    account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
    hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE UNIQUE INDEX reset_links_hash ON reset_links (hash);
