-- A photo or a voice note lies encrypted in the media store, under a key of its own: here, and sealed with the other texts of a
-- protected concern. Empty: it was kept before there were such keys, and lies as it is; or it was let go.
ALTER TABLE media ADD COLUMN file_key TEXT NOT NULL DEFAULT '';
