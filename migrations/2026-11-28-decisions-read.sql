-- D7: until when somebody with an account has read what was decided on their own messages, so that a decision is told on the first
-- page until then.
ALTER TABLE accounts ADD COLUMN decisions_read_at BIGINT;
-- D5: what waits is counted for the menu of every page of a moderator, concerns of a place and messages of a committee together.
CREATE INDEX flags_state ON flags (state, at, id);
