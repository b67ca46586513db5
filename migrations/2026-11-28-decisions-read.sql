-- D7: until when somebody with an account has read what was decided on their own messages, so that a decision is told on the first
-- page until then.
ALTER TABLE accounts ADD COLUMN decisions_read_at BIGINT;
