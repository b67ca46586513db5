-- Sealed things: desks that alone read a kind, services that may be given one, help shown first, what the chief is told,
-- and the reporter being asked whether somebody threatened them.

-- The one desk that reads a sealed kind, wherever it was filed.
CREATE TABLE category_desks (
    category_id BIGINT PRIMARY KEY REFERENCES categories (id),
    unit_id BIGINT NOT NULL REFERENCES units (id)
);
CREATE INDEX category_desks_unit ON category_desks (unit_id);

-- Services that a sealed concern may be referred to; the others never learn of one.
CREATE TABLE sealed_partners (
    partner_id BIGINT PRIMARY KEY REFERENCES partners (id)
);

-- Who helps, shown before a sealed kind's questions.
CREATE TABLE support_services (
    id BIGINT PRIMARY KEY,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    what_fr TEXT NOT NULL,
    what_bm TEXT NOT NULL,
    phone TEXT NOT NULL,
    place TEXT NOT NULL,
    hours TEXT NOT NULL,
    source TEXT NOT NULL,
    verified_on BIGINT,
    sample BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE support_categories (
    service_id BIGINT NOT NULL REFERENCES support_services (id),
    category_id BIGINT NOT NULL REFERENCES categories (id),
    PRIMARY KEY (service_id, category_id)
);

-- What the reporter said of the result and the chief has not opened yet. Whose chief: that of the unit which holds it now.
CREATE TABLE chief_notices (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    outcome TEXT NOT NULL,
    at BIGINT NOT NULL,
    seen_at BIGINT
);
CREATE INDEX chief_notices_concern ON chief_notices (concern_id, seen_at);
CREATE INDEX chief_notices_unseen ON chief_notices (seen_at, at);

-- « Were you threatened because of this? », answered. A yes is a file of oversight's; the unit knows of none of these rows.
CREATE TABLE checkbacks (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    days BIGINT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX checkbacks_concern ON checkbacks (concern_id, at);
CREATE INDEX checkbacks_answer ON checkbacks (answer, closed_at, at);

-- What the reporter and oversight wrote to each other about a threat.
CREATE TABLE checkback_words (
    id BIGINT PRIMARY KEY,
    checkback_id BIGINT NOT NULL REFERENCES checkbacks (id),
    at BIGINT NOT NULL,
    function TEXT NOT NULL,
    account_id BIGINT REFERENCES accounts (id),
    body TEXT NOT NULL
);
CREATE INDEX checkback_words_checkback ON checkback_words (checkback_id, at, id);

-- Sealed concerns that stand with a unit of the place: until a desk is named they are the district's.
UPDATE concerns
SET assignee_id = NULL, unit_id = (SELECT MIN(id) FROM units WHERE district_desk AND active)
WHERE audience = 'sealed' AND EXISTS (SELECT 1 FROM units WHERE district_desk AND active);
