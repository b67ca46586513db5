-- Patrols noted on a phone without a network (T6): the names phones give, so that whatever comes again is known; what each phone
-- last said, to tell its changes from somebody else's; which of its words met other ones; how far its clock was off.
CREATE TABLE patrol_marks (
    mark TEXT NOT NULL PRIMARY KEY,
    patrol_id BIGINT NOT NULL REFERENCES patrols (id),
    stop_id BIGINT REFERENCES patrol_stops (id),
    planned_id BIGINT REFERENCES planned_stops (id),
    version BIGINT NOT NULL,
    said TEXT NOT NULL
);
CREATE INDEX patrol_marks_patrol ON patrol_marks (patrol_id);

-- Two officers said different things of the same stop: what stands, and what came second. Neither is lost.
CREATE TABLE patrol_conflicts (
    id BIGINT PRIMARY KEY,
    patrol_id BIGINT NOT NULL REFERENCES patrols (id),
    stop_id BIGINT REFERENCES patrol_stops (id),
    field TEXT NOT NULL,
    stands TEXT NOT NULL,
    brought TEXT NOT NULL,
    brought_by BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL
);
CREATE INDEX patrol_conflicts_patrol ON patrol_conflicts (patrol_id, id);

-- Seconds by which the phone's clock was ahead of the house's when it delivered.
CREATE TABLE patrol_deliveries (
    id BIGINT PRIMARY KEY,
    patrol_id BIGINT NOT NULL REFERENCES patrols (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    skew BIGINT NOT NULL
);
CREATE INDEX patrol_deliveries_patrol ON patrol_deliveries (patrol_id, id);

-- With whom they spoke at a stop, by kind; the stop itself holds the sum.
CREATE TABLE stop_contacts (
    stop_id BIGINT NOT NULL REFERENCES patrol_stops (id),
    kind TEXT NOT NULL,
    met BIGINT NOT NULL,
    PRIMARY KEY (stop_id, kind)
);
