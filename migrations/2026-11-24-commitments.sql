-- M7, N3: a commitment is settled by two signatures, its owner's and the community's. Until the second one is there, what
-- the first one said stands as a claim: kept or abandoned, by which side, by which account (nobody signs for both).
ALTER TABLE commitments ADD COLUMN claim TEXT;
ALTER TABLE commitments ADD COLUMN claim_side TEXT;
ALTER TABLE commitments ADD COLUMN claim_by BIGINT;

-- Every step of a commitment, for everybody to read.
CREATE TABLE commitment_steps (
    id BIGINT PRIMARY KEY,
    commitment_id BIGINT NOT NULL REFERENCES commitments (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    function TEXT NOT NULL,
    scope_id BIGINT,
    body TEXT NOT NULL
);
CREATE INDEX commitment_steps_commitment ON commitment_steps (commitment_id, at, id);

-- What was settled before two signatures were asked stays settled, and says so.
INSERT INTO commitment_steps (id, commitment_id, at, kind, side, function, scope_id, body)
    SELECT id, id, made_at, 'made', 'community', 'moderator', committee_id, '' FROM commitments;
INSERT INTO commitment_steps (id, commitment_id, at, kind, side, function, scope_id, body)
    SELECT id + 1, id, changed_at, 'before', 'community', 'moderator', committee_id, reason FROM commitments
    WHERE state IN ('kept', 'abandoned');

-- M5: what residents ask beforehand. A visitor's question, or a newcomer's, is held until the committee has read it.
CREATE TABLE meeting_questions (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    account_id BIGINT REFERENCES accounts (id),
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    supports BIGINT NOT NULL,
    asked_at BIGINT NOT NULL
);
CREATE INDEX meeting_questions_meeting ON meeting_questions (meeting_id, state, supports);

CREATE TABLE meeting_question_supports (
    question_id BIGINT NOT NULL REFERENCES meeting_questions (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (question_id, account_id)
);

INSERT INTO agenda_items (id, meeting_id, position, kind, title, minutes, concern_id)
    SELECT id, id, 1000, 'questions', '', 15, NULL FROM meetings;
