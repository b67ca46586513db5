-- M2: until when somebody with an account has read what became of their place, so that a move, a cancellation or a place that was
-- found for them is told on the first page until then.
ALTER TABLE registrations ADD COLUMN seen_at BIGINT;
CREATE INDEX registrations_account ON registrations (account_id, meeting_id);
