-- Questions that an administrator asks of a kind of concern (R5), and what reporters answered.

CREATE TABLE questions (
    id BIGINT PRIMARY KEY,
    category_id BIGINT NOT NULL REFERENCES categories (id),
    code TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    label_fr TEXT NOT NULL,
    label_bm TEXT NOT NULL,
    help_fr TEXT NOT NULL,
    help_bm TEXT NOT NULL,
    options_fr TEXT NOT NULL,
    options_bm TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX questions_code ON questions (category_id, code);

-- One row an answer, of « several of » one row a choice. What was said stays readable in both languages, whatever becomes of
-- the question.
CREATE TABLE concern_answers (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    question_id BIGINT NOT NULL REFERENCES questions (id),
    value TEXT NOT NULL,
    said_fr TEXT NOT NULL,
    said_bm TEXT NOT NULL
);
CREATE INDEX concern_answers_concern ON concern_answers (concern_id, id);
