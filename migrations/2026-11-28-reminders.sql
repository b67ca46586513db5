-- M10: a meeting was called to mind, once for each hour it was announced for. Moved, it has another hour, and is called to mind again.
CREATE TABLE meeting_reminders (
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    starts_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, starts_at)
);
