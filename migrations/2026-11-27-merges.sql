-- Two files of the same thing followed in one (R7, P7). What the one that went was before stands here, so that an undoing restores it
-- exactly; nothing of either file is moved or overwritten.

CREATE TABLE merges (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    into_id BIGINT NOT NULL REFERENCES concerns (id),
    merged_at BIGINT NOT NULL,
    -- How many people of the one are counted with the other: each once.
    carried BIGINT NOT NULL,
    was_state TEXT NOT NULL,
    was_owed BOOLEAN NOT NULL,
    was_waiting BOOLEAN NOT NULL,
    was_first_answer_at BIGINT,
    was_last_act_at BIGINT,
    undone_at BIGINT
);
CREATE INDEX merges_concern ON merges (concern_id, undone_at);
CREATE INDEX merges_into ON merges (into_id, undone_at);
