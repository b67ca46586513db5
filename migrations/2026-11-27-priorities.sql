-- P10: what a unit puts first: the issue, the action, from when to when. Nothing is written over: a change is a new version of
-- the same line, and the newest counts.
CREATE TABLE unit_priorities (
    id BIGINT PRIMARY KEY,
    unit_id BIGINT NOT NULL REFERENCES units (id),
    line_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    lang TEXT NOT NULL,
    issue TEXT NOT NULL,
    action TEXT NOT NULL,
    begins_on BIGINT NOT NULL,
    ends_on BIGINT NOT NULL,
    state TEXT NOT NULL,
    by_id BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    UNIQUE (line_id, version)
);
CREATE INDEX unit_priorities_unit ON unit_priorities (unit_id, line_id);

-- A telephone number is shown to everybody once somebody called it, or as a sample of the demo.
ALTER TABLE units ADD COLUMN phone_verified_on BIGINT;
ALTER TABLE units ADD COLUMN sample BOOLEAN NOT NULL DEFAULT FALSE;
