-- Moderation: what people report, what was decided and by whom, appeals, what was blacked out, who is held back, the watch list.
-- A target is a post or a concern, named by its kind and id.

-- Somebody says that a post should not stand. One account reports a thing once.
CREATE TABLE flags (
    id BIGINT PRIMARY KEY,
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    assignee_id BIGINT REFERENCES accounts (id),
    staff_note TEXT NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    UNIQUE (target_kind, target_id, account_id)
);
CREATE INDEX flags_committee ON flags (committee_id, state, at, id);

-- Each step of a flag: taken in hand, noted, decided.
CREATE TABLE flag_steps (
    id BIGINT PRIMARY KEY,
    flag_id BIGINT NOT NULL REFERENCES flags (id),
    step TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    note TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX flag_steps_flag ON flag_steps (flag_id, at, id);

-- Who decided what on a thing, for what reason, and since when it had waited. Who decided is never public: it only keeps an
-- appeal from the one it is against.
CREATE TABLE moderation_decisions (
    id BIGINT PRIMARY KEY,
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    action TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    waited BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX moderation_decisions_target ON moderation_decisions (target_kind, target_id, at, id);
CREATE INDEX moderation_decisions_committee ON moderation_decisions (committee_id, at, id);

-- The author says once why a decision was wrong. Who wrote a concern is known by the code alone, and stays so here. Whom it goes to
-- is no column: it is asked anew each time, so that an appeal never waits for somebody who left.
CREATE TABLE appeals (
    id BIGINT PRIMARY KEY,
    decision_id BIGINT NOT NULL UNIQUE REFERENCES moderation_decisions (id),
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    account_id BIGINT REFERENCES accounts (id),
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    answer TEXT NOT NULL
);
CREATE INDEX appeals_state ON appeals (state, at, id);
CREATE INDEX appeals_target ON appeals (target_kind, target_id);

-- What was blacked out, and the original, sealed to overseers. When its time is over the original goes; the row stays.
CREATE TABLE redactions (
    id BIGINT PRIMARY KEY,
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    medium_id BIGINT REFERENCES media (id),
    sealed_id BIGINT REFERENCES sealed (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE INDEX redactions_target ON redactions (target_kind, target_id, at);
CREATE INDEX redactions_sealed ON redactions (sealed_id);
CREATE INDEX redactions_at ON redactions (at, id);

-- Kept for a year: as long as whoever was blacked out, or in, may complain about it.
INSERT INTO retention_rules (name, days) VALUES ('original', 365);

-- Each time somebody read an original, for ever.
CREATE TABLE redaction_openings (
    id BIGINT PRIMARY KEY,
    redaction_id BIGINT NOT NULL REFERENCES redactions (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX redaction_openings_redaction ON redaction_openings (redaction_id, at);

-- Who is held back in a committee's discussions: blocked until a day, or one post in so many minutes.
CREATE TABLE standings (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    kind TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    until BIGINT,
    reason TEXT NOT NULL,
    by_id BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    lifted_at BIGINT,
    lifted_by BIGINT REFERENCES accounts (id)
);
CREATE INDEX standings_account ON standings (account_id, committee_id, lifted_at);
CREATE INDEX standings_committee ON standings (committee_id, lifted_at, at);

-- Words that make a text wait for a moderator.
CREATE TABLE watch_words (
    id BIGINT PRIMARY KEY,
    lang TEXT NOT NULL,
    word TEXT NOT NULL,
    folded TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    UNIQUE (lang, folded)
);
