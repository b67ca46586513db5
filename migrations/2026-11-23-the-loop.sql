-- The whole loop: reference data, accounts, concerns, patrols, forums, and the ledger under them.
-- Portable SQL: instants are seconds since 1970 (UTC), days are whole days since 1970, ids are made by the program.

-- What every node agrees on: the ledger's end and the version of the reference data.
CREATE TABLE heads (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    reference BIGINT NOT NULL
);
INSERT INTO heads (id, seq, hash, reference) VALUES (1, 0, '', 0);

CREATE TABLE ledger (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    deed TEXT NOT NULL,
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- What a form's once-token answered, sealed under the token itself; only the token's hash is here.
CREATE TABLE once (
    token TEXT NOT NULL PRIMARY KEY,
    answer BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX once_expiry ON once (expires_at);

CREATE TABLE areas (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    parent_id BIGINT REFERENCES areas (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    alt TEXT NOT NULL,
    folded TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    outline TEXT,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE units (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    area_id BIGINT REFERENCES areas (id),
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    focal_point TEXT NOT NULL,
    district_desk BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE categories (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    icon TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    hint_fr TEXT NOT NULL,
    hint_bm TEXT NOT NULL,
    audience TEXT NOT NULL,
    conduct BOOLEAN NOT NULL,
    target_hours BIGINT NOT NULL,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL
);

-- Who answers where: the rule with a category comes before the rule without one; nothing found means the district desk.
CREATE TABLE routings (
    id BIGINT PRIMARY KEY,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    category_id BIGINT REFERENCES categories (id),
    unit_id BIGINT NOT NULL REFERENCES units (id)
);
CREATE INDEX routings_area ON routings (area_id, category_id);

CREATE TABLE committees (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    kind TEXT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE partners (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name_fr TEXT NOT NULL,
    name_bm TEXT NOT NULL,
    kind TEXT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE emergency_numbers (
    id BIGINT PRIMARY KEY,
    label_fr TEXT NOT NULL,
    label_bm TEXT NOT NULL,
    number TEXT NOT NULL,
    source TEXT NOT NULL,
    verified_on BIGINT,
    sample BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE accounts (
    id BIGINT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    lang TEXT NOT NULL,
    must_change BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE memberships (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_id BIGINT,
    since BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX memberships_account ON memberships (account_id, ended_at);

-- Only the key's hash is kept: a stolen database opens no session. No address, no user agent.
CREATE TABLE sessions (
    key_hash TEXT NOT NULL PRIMARY KEY,
    account_id BIGINT REFERENCES accounts (id),
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE concerns (
    id BIGINT PRIMARY KEY,
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    category_id BIGINT NOT NULL REFERENCES categories (id),
    area_id BIGINT NOT NULL REFERENCES areas (id),
    commune_id BIGINT NOT NULL REFERENCES areas (id),
    unit_id BIGINT NOT NULL REFERENCES units (id),
    assignee_id BIGINT REFERENCES accounts (id),
    account_id BIGINT REFERENCES accounts (id),
    channel TEXT NOT NULL,
    lang TEXT NOT NULL,
    landmark TEXT NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL,
    audience TEXT NOT NULL,
    moderation TEXT NOT NULL,
    moderation_reason TEXT NOT NULL,
    published_at BIGINT,
    state TEXT NOT NULL,
    reopened BOOLEAN NOT NULL,
    priority BOOLEAN NOT NULL,
    waiting BOOLEAN NOT NULL,
    owed BOOLEAN NOT NULL,
    reason TEXT,
    filed_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    first_answer_at BIGINT,
    last_act_at BIGINT,
    closed_at BIGINT,
    outcome TEXT,
    outcome_at BIGINT,
    supports BIGINT NOT NULL,
    UNIQUE (year, serial)
);
CREATE INDEX concerns_public ON concerns (audience, moderation, filed_at, id);
CREATE INDEX concerns_public_area ON concerns (area_id, audience, moderation, filed_at, id);
CREATE INDEX concerns_public_category ON concerns (category_id, audience, moderation, filed_at, id);
CREATE INDEX concerns_public_state ON concerns (state, audience, moderation, filed_at, id);
-- The desk's inbox, and with its last two columns its counts without a look at the rows.
CREATE INDEX concerns_unit ON concerns (unit_id, state, owed, due_at, waiting, audience);
CREATE INDEX concerns_unit_closed ON concerns (unit_id, state, closed_at, id);
CREATE INDEX concerns_commune ON concerns (commune_id, moderation, filed_at);
CREATE INDEX concerns_account ON concerns (account_id, filed_at);

-- Who may follow by code: only a slow, keyed hash of the code is kept.
CREATE TABLE concern_keys (
    code_hash TEXT NOT NULL PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    holder TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT
);
CREATE INDEX concern_keys_concern ON concern_keys (concern_id);

CREATE TABLE concern_events (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    function TEXT NOT NULL,
    account_id BIGINT REFERENCES accounts (id),
    scope_id BIGINT,
    audience TEXT NOT NULL,
    body TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL
);
CREATE INDEX concern_events_concern ON concern_events (concern_id, at, id);

CREATE TABLE referrals (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    partner_id BIGINT NOT NULL REFERENCES partners (id),
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by BIGINT REFERENCES accounts (id),
    answered_at BIGINT,
    answer TEXT NOT NULL
);
CREATE INDEX referrals_concern ON referrals (concern_id, asked_at);
CREATE INDEX referrals_partner ON referrals (partner_id, state, asked_at);

CREATE TABLE patrols (
    id BIGINT PRIMARY KEY,
    unit_id BIGINT NOT NULL REFERENCES units (id),
    leader_id BIGINT NOT NULL REFERENCES accounts (id),
    mode TEXT NOT NULL,
    headcount BIGINT NOT NULL,
    objective TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    observations TEXT NOT NULL
);
CREATE INDEX patrols_unit ON patrols (unit_id, started_at);

CREATE TABLE patrol_stops (
    id BIGINT PRIMARY KEY,
    patrol_id BIGINT NOT NULL REFERENCES patrols (id),
    area_id BIGINT NOT NULL REFERENCES areas (id),
    place TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    left_at BIGINT,
    contacts BIGINT NOT NULL,
    observation TEXT NOT NULL
);
CREATE INDEX patrol_stops_patrol ON patrol_stops (patrol_id, arrived_at);
CREATE INDEX patrol_stops_area ON patrol_stops (area_id, arrived_at);

CREATE TABLE stop_concerns (
    stop_id BIGINT NOT NULL REFERENCES patrol_stops (id),
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    PRIMARY KEY (stop_id, concern_id)
);

CREATE TABLE meetings (
    id BIGINT PRIMARY KEY,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    area_id BIGINT NOT NULL REFERENCES areas (id),
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    place TEXT NOT NULL,
    landmark TEXT NOT NULL,
    audience TEXT NOT NULL,
    capacity BIGINT,
    state TEXT NOT NULL,
    announced_at BIGINT NOT NULL,
    late BOOLEAN NOT NULL,
    cancel_reason TEXT NOT NULL
);
CREATE INDEX meetings_committee ON meetings (committee_id, starts_at);
CREATE INDEX meetings_time ON meetings (starts_at);

CREATE TABLE agenda_items (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    concern_id BIGINT REFERENCES concerns (id)
);
CREATE INDEX agenda_items_meeting ON agenda_items (meeting_id, position);
CREATE INDEX agenda_items_concern ON agenda_items (concern_id);

CREATE TABLE registrations (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    account_id BIGINT REFERENCES accounts (id),
    name TEXT NOT NULL,
    door_code TEXT NOT NULL,
    state TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    attended_at BIGINT,
    UNIQUE (meeting_id, door_code)
);

CREATE TABLE attendance (
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    sex TEXT NOT NULL,
    age TEXT NOT NULL,
    function TEXT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, sex, age, function)
);

-- Every version stays; the newest is the one that counts.
CREATE TABLE minutes (
    id BIGINT PRIMARY KEY,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    account_id BIGINT REFERENCES accounts (id),
    at BIGINT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (meeting_id, version)
);

CREATE TABLE commitments (
    id BIGINT PRIMARY KEY,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    meeting_id BIGINT REFERENCES meetings (id),
    body TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    owner_id BIGINT NOT NULL,
    due_on BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX commitments_committee ON commitments (committee_id, state, due_on);
CREATE INDEX commitments_owner ON commitments (owner_kind, owner_id, state, due_on);
CREATE INDEX commitments_state ON commitments (state, due_on);

CREATE TABLE threads (
    id BIGINT PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    committee_id BIGINT NOT NULL REFERENCES committees (id),
    locked BOOLEAN NOT NULL,
    UNIQUE (subject_kind, subject_id)
);

CREATE TABLE posts (
    id BIGINT PRIMARY KEY,
    thread_id BIGINT NOT NULL REFERENCES threads (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    function TEXT NOT NULL,
    scope_id BIGINT,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX posts_thread ON posts (thread_id, at, id);
CREATE INDEX posts_account ON posts (account_id, at);
CREATE INDEX posts_state ON posts (state, at);

-- The public log of moderation: what was done and why, never the text it was done to.
CREATE TABLE moderation_acts (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    committee_id BIGINT REFERENCES committees (id),
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX moderation_acts_at ON moderation_acts (at, id);
