-- « Patrouille vue » (N10): a short code on a wall, and how often a week somebody confirmed there. Nothing of who, when or by what.
CREATE TABLE walls (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    place TEXT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX walls_area ON walls (area_id);

-- A week is known by its Monday.
CREATE TABLE wall_weeks (
    wall_id BIGINT NOT NULL REFERENCES walls (id),
    week BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (wall_id, week)
);
