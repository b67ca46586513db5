-- N2: what a unit lacked when it closed a concern or let it wait: fuel, a vehicle, staff, or another body's competence.
CREATE TABLE concern_causes (
    id BIGINT PRIMARY KEY,
    concern_id BIGINT NOT NULL REFERENCES concerns (id),
    unit_id BIGINT NOT NULL REFERENCES units (id),
    cause TEXT NOT NULL,
    closing BOOLEAN NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX concern_causes_unit ON concern_causes (unit_id, at);
CREATE INDEX concern_causes_concern ON concern_causes (concern_id, at);
