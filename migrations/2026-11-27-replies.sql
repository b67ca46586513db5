-- Reply templates (P4): ready words in both languages, with places that the file's facts fill.

CREATE TABLE reply_templates (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    purpose TEXT NOT NULL,
    words_fr TEXT NOT NULL,
    words_bm TEXT NOT NULL,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL
);

-- The kinds a template is for; none stands for every kind.
CREATE TABLE reply_categories (
    template_id BIGINT NOT NULL REFERENCES reply_templates (id),
    category_id BIGINT NOT NULL REFERENCES categories (id),
    PRIMARY KEY (template_id, category_id)
);
