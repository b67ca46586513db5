-- N12: what is said in a quartier, and what committee and police say of it together. What one side signed and the other has not
-- accepted stands as a claim, read by nobody else: a verdict, the words, the source, by which side and account.
CREATE TABLE rumours (
    id BIGINT PRIMARY KEY,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    lang TEXT NOT NULL,
    words TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    claim TEXT,
    claim_side TEXT,
    claim_by BIGINT REFERENCES accounts (id),
    claim_function TEXT,
    claim_scope BIGINT,
    claim_at BIGINT,
    claim_words TEXT NOT NULL,
    claim_source TEXT NOT NULL
);
CREATE INDEX rumours_area ON rumours (area_id, opened_at, id);
CREATE INDEX rumours_opened ON rumours (opened_at, id);

-- Every step, never written over. Of an answer: who signed first, and who second.
CREATE TABLE rumour_steps (
    id BIGINT PRIMARY KEY,
    rumour_id BIGINT NOT NULL REFERENCES rumours (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    function TEXT NOT NULL,
    scope_id BIGINT,
    first_function TEXT,
    first_scope BIGINT,
    words TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX rumour_steps_rumour ON rumour_steps (rumour_id, at, id);

-- « Is it true? »: asked without an account, read by the committee alone.
CREATE TABLE rumour_asks (
    id BIGINT PRIMARY KEY,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    lang TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    rumour_id BIGINT REFERENCES rumours (id),
    asked_at BIGINT NOT NULL
);
CREATE INDEX rumour_asks_waiting ON rumour_asks (state, asked_at, id);
