-- P2: how a kind counts its target, the working calendar, and when a late answer goes to the chief and to the district.
-- Around the clock, as before, until an administrator says otherwise of a kind.
ALTER TABLE categories ADD COLUMN counting TEXT NOT NULL DEFAULT 'clock';

-- Numbers of the clock: percent of the target at which the officer is warned, the chief and the district asked; opening hours in
-- minutes of the day; rest days as bits, Monday the first; hours a service has to say whether it takes what was referred.
CREATE TABLE clock_rules (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO clock_rules (name, value) VALUES
    ('warn', 75), ('chief', 100), ('district', 150), ('opens', 450), ('closes', 960), ('rest', 96), ('acceptance', 120);

-- Public holidays, once or every year on the same date.
CREATE TABLE holidays (
    id BIGINT PRIMARY KEY,
    day BIGINT NOT NULL,
    yearly BOOLEAN NOT NULL,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    active BOOLEAN NOT NULL
);

-- The clock of a concern: what it counts, since when it runs, what was used before that, whether it stands still while the
-- resident is asked, when the next steps are, which of them was told, and until when the first answer was owed.
CREATE TABLE concern_clocks (
    concern_id BIGINT PRIMARY KEY REFERENCES concerns (id),
    counting TEXT NOT NULL,
    target BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    used BIGINT NOT NULL,
    paused BOOLEAN NOT NULL,
    warn_at BIGINT NOT NULL,
    chief_at BIGINT NOT NULL,
    district_at BIGINT NOT NULL,
    reached TEXT NOT NULL,
    first_due_at BIGINT NOT NULL
);
CREATE INDEX concern_clocks_reached ON concern_clocks (reached, warn_at);

-- Clocks of before ran around the clock: the kind's hours for a first answer, 72 for every later word.
INSERT INTO concern_clocks
    (concern_id, counting, target, from_at, used, paused, warn_at, chief_at, district_at, reached, first_due_at)
SELECT c.id, 'clock', t.target, c.due_at - t.target, 0, FALSE,
    c.due_at - t.target + t.target * 3 / 4, c.due_at, c.due_at + t.target / 2, 'none', t.first_due
FROM concerns c JOIN (
    SELECT o.id AS id, o.filed_at + k.target_hours * 3600 AS first_due,
        CASE WHEN o.first_answer_at IS NULL THEN k.target_hours * 3600 ELSE 259200 END AS target
    FROM concerns o JOIN categories k ON k.id = o.category_id
) t ON t.id = c.id;
