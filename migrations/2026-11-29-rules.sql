-- Rules that had none: names that were typed on the lists of meetings, and accounts that nobody signs in to (none are closed until an
-- administrator gives a term). The rule of voice notes has no row until somebody sets it: SIGIDA_SOUND_DAYS is its first value.
INSERT INTO retention_rules (name, days) VALUES ('meeting-names', 365);
INSERT INTO retention_rules (name, days) VALUES ('account-idle', NULL);

-- When somebody signed in to an account last. Of those that are there already nobody noted it: they count from the last deed of all, so
-- that no term is over before its time.
ALTER TABLE accounts ADD COLUMN signed_in_at BIGINT;
UPDATE accounts SET signed_in_at = (SELECT MAX(at) FROM ledger);
