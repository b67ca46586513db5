-- A password that somebody else chose is good for seven days (ASVS 5.0, 6.4.1): since when it has been given; empty once its owner
-- chose another.
ALTER TABLE accounts ADD COLUMN given_at BIGINT;
UPDATE accounts SET given_at = COALESCE((SELECT made_at FROM account_resets WHERE account_id = accounts.id AND what = 'password'), created_at)
    WHERE must_change;
