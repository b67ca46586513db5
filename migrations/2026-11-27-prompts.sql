-- Recorded sounds of the sentences of a page, one a language (R16, C6, N14). The bytes lie in the media store.

CREATE TABLE prompt_sounds (
    id BIGINT PRIMARY KEY,
    prompt TEXT NOT NULL,
    lang TEXT NOT NULL,
    format TEXT NOT NULL,
    object TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    UNIQUE (prompt, lang)
);
