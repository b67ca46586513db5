-- Photos and voice notes of concerns, and the recorded sounds of kinds. The bytes lie in the media store under names drawn by
-- chance; here stands whose they are and who may have them.

CREATE TABLE media (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    kind TEXT NOT NULL,
    format TEXT NOT NULL,
    object TEXT NOT NULL UNIQUE,
    thumb TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    -- A voice note that stands instead of words.
    instead BOOLEAN NOT NULL,
    -- waiting, published, hidden: of a sound, its transcript.
    state TEXT NOT NULL,
    transcript TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    transcribed_at BIGINT,
    -- When its bytes were let go; the row stays, so that the file still says that there was one.
    deleted_at BIGINT
);
CREATE INDEX media_concern ON media (concern_id, added_at, id);
CREATE INDEX media_sounds ON media (kind, transcribed_at);

-- Names that are in the store, or about to be, and belong to no row: noted before the bytes are written and struck out with
-- the row that takes them, or noted when a row lets them go. Whatever is still here after an hour is removed.
CREATE TABLE media_strays (
    object TEXT NOT NULL PRIMARY KEY,
    noted_at BIGINT NOT NULL
);

CREATE TABLE category_sounds (
    id BIGINT PRIMARY KEY,
    category_id BIGINT NOT NULL REFERENCES categories (id),
    lang TEXT NOT NULL,
    format TEXT NOT NULL,
    object TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    UNIQUE (category_id, lang)
);
