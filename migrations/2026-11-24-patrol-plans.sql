-- Patrols planned ahead (T3, N9): what was drawn and why, what the chief made of it, and the patrol that came of it.
CREATE TABLE patrol_plans (
    id BIGINT PRIMARY KEY,
    unit_id BIGINT NOT NULL REFERENCES units (id),
    leaves_at BIGINT NOT NULL,
    mode TEXT NOT NULL,
    headcount BIGINT NOT NULL,
    objective TEXT NOT NULL,
    draw BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    patrol_id BIGINT UNIQUE REFERENCES patrols (id),
    made_by BIGINT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL
);
CREATE INDEX patrol_plans_unit ON patrol_plans (unit_id, leaves_at);

-- A stop keeps the figures it was drawn by; one that the chief struck out stays, struck out.
CREATE TABLE planned_stops (
    id BIGINT PRIMARY KEY,
    plan_id BIGINT NOT NULL REFERENCES patrol_plans (id),
    position BIGINT NOT NULL,
    area_id BIGINT NOT NULL REFERENCES areas (id),
    place TEXT NOT NULL,
    origin TEXT NOT NULL,
    struck BOOLEAN NOT NULL,
    open_concerns BIGINT NOT NULL,
    days_since BIGINT,
    stayed BIGINT NOT NULL
);
CREATE INDEX planned_stops_plan ON planned_stops (plan_id, position);
