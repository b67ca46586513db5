-- P9, N1: who left, and to whom each thing they held was given.
CREATE TABLE handovers (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    unit_id BIGINT REFERENCES units (id),
    way TEXT NOT NULL,
    by_id BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL
);
CREATE INDEX handovers_unit ON handovers (unit_id, id);

CREATE TABLE handover_items (
    id BIGINT PRIMARY KEY,
    handover_id BIGINT NOT NULL REFERENCES handovers (id),
    kind TEXT NOT NULL,
    thing_id BIGINT NOT NULL,
    to_id BIGINT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX handover_items_handover ON handover_items (handover_id, id);

-- A body owes a commitment; this is who follows it for the body, once somebody was named.
CREATE TABLE commitment_keepers (
    commitment_id BIGINT PRIMARY KEY REFERENCES commitments (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    since BIGINT NOT NULL
);
CREATE INDEX commitment_keepers_account ON commitment_keepers (account_id);
