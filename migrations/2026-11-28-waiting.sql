-- What residents asked before a meeting and nobody has read yet stands in the moderators' row, oldest first.
CREATE INDEX meeting_questions_waiting ON meeting_questions (state, asked_at, id);
