-- Roles over the whole district that one person asked for and another one decides on.
CREATE TABLE role_grants (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    asked_by BIGINT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    decided_by BIGINT REFERENCES accounts (id),
    decided_at BIGINT,
    granted BOOLEAN
);
CREATE INDEX role_grants_waiting ON role_grants (decided_at, asked_at);
CREATE INDEX role_grants_account ON role_grants (account_id);

-- Who last gave an account a new password, and who took its second step off: never one person both.
CREATE TABLE account_resets (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    what TEXT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, what)
);
