-- Minutes are saved while they are written. Saves of one author within ten minutes are one version: when it was begun.
ALTER TABLE minutes ADD COLUMN begun_at BIGINT NOT NULL DEFAULT 0;
UPDATE minutes SET begun_at = at;
