-- The desk: what its search reads, what stands how without counting it each time, and the lists that officers keep.

-- Everything that is said in a file, folded: number, words, landmark, place, answers, messages, notes. Only the desk's search reads it.
CREATE TABLE desk_texts (
    concern_id BIGINT PRIMARY KEY REFERENCES concerns (id),
    folded TEXT NOT NULL
);

-- How many files stand how: kept by the database itself (sqlite/ and postgres/ beside this), so that no page counts twenty thousand.
CREATE TABLE desk_counts (
    unit_id BIGINT NOT NULL REFERENCES units (id),
    audience TEXT NOT NULL,
    state TEXT NOT NULL,
    owed BOOLEAN NOT NULL,
    waiting BOOLEAN NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (unit_id, audience, state, owed, waiting)
);
INSERT INTO desk_counts (unit_id, audience, state, owed, waiting, number)
SELECT unit_id, audience, state, owed, waiting, COUNT(*) FROM concerns GROUP BY unit_id, audience, state, owed, waiting;

-- A list somebody keeps: a tab and what narrows it, as in an address.
CREATE TABLE desk_filters (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    UNIQUE (account_id, name)
);

-- Each stretch of the inbox is one walk along one index: what is owed by the clock, the rest by the longest silence.
CREATE INDEX concerns_desk_owed ON concerns (unit_id, owed, due_at, id, audience);
CREATE INDEX concerns_unit_state ON concerns (unit_id, state, owed, due_at, id);
CREATE INDEX concerns_desk_open ON concerns (unit_id, owed, waiting, (COALESCE(last_act_at, filed_at)), id)
WHERE state IN ('received', 'in_progress', 'referred');
CREATE INDEX concerns_assignee ON concerns (assignee_id, owed, due_at, id);
CREATE INDEX concerns_first ON concerns (owed, due_at, id) WHERE priority = TRUE;
CREATE INDEX concerns_serial ON concerns (serial);
