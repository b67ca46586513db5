-- M5: when somebody who asked a question for a meeting with an account read that it is not shown, and why: it is news to them until
-- then.
ALTER TABLE meeting_questions ADD COLUMN told_at BIGINT;
CREATE INDEX meeting_questions_account ON meeting_questions (account_id, state);
