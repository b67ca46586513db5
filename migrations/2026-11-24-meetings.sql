-- M1: a series makes single meetings, which then live their own lives.
CREATE TABLE meeting_series (
    id BIGINT PRIMARY KEY,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    meetings BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

-- The invitation is what a reserved meeting asks of whoever registers; empty until the committee draws one (M9).
-- The sequence tells calendars which news of a meeting is newer (RFC 5545).
ALTER TABLE meetings ADD COLUMN series_id BIGINT REFERENCES meeting_series (id);
ALTER TABLE meetings ADD COLUMN invitation TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
UPDATE meetings SET changed_at = announced_at;
UPDATE meetings SET sequence = 1 WHERE state = 'cancelled';

-- What a meeting was before it was moved: the notice to those registered, and to everybody.
CREATE TABLE meeting_moves (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    at BIGINT NOT NULL,
    was_at BIGINT NOT NULL,
    was_place TEXT NOT NULL
);
CREATE INDEX meeting_moves_meeting ON meeting_moves (meeting_id, at);

-- When a place was found for somebody who waited; whether they said what they thought of the meeting (never what).
ALTER TABLE registrations ADD COLUMN promoted_at BIGINT;
ALTER TABLE registrations ADD COLUMN spoke BOOLEAN NOT NULL DEFAULT FALSE;

-- M8: three answers after a meeting. Nothing leads from here to a registration.
CREATE TABLE meeting_feedback (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    heard TEXT NOT NULL,
    useful TEXT NOT NULL,
    again TEXT NOT NULL
);
CREATE INDEX meeting_feedback_meeting ON meeting_feedback (meeting_id);

-- M3: a list of names, if a committee wants one. It alone reads it; saved empty it is gone.
CREATE TABLE attendance_lists (
    meeting_id BIGINT PRIMARY KEY REFERENCES meetings (id),
    body TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- M6: what those who came ask to correct in the minutes, and what the secretary said to it.
CREATE TABLE minutes_corrections (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    registration_id BIGINT REFERENCES registrations (id),
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX minutes_corrections_meeting ON minutes_corrections (meeting_id, at, id);
