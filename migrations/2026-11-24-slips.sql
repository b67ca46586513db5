-- Slips printed before anybody has a concern (N5), and how much relays file (N6).
-- Portable SQL: instants are seconds since 1970 (UTC), days are whole days since 1970.

-- One sheet of paper.
CREATE TABLE slip_sheets (
    number BIGINT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by BIGINT REFERENCES accounts (id)
);

-- One slip. Only the slow, keyed hash of its code is kept, as of every code. Once used, the hash moves to `concern_keys` and
-- leaves no trace here, and the day alone is noted: nothing ties the number on the paper to a concern.
CREATE TABLE slips (
    sheet BIGINT NOT NULL REFERENCES slip_sheets (number),
    place BIGINT NOT NULL,
    state TEXT NOT NULL,
    code_hash TEXT UNIQUE,
    changed_on BIGINT,
    PRIMARY KEY (sheet, place)
);
CREATE INDEX slips_state ON slips (state, sheet);

-- How many concerns a relay filed in a week, which begins on its Monday: the count and nothing else.
CREATE TABLE relay_weeks (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    week BIGINT NOT NULL,
    filed BIGINT NOT NULL,
    PRIMARY KEY (account_id, week)
);
