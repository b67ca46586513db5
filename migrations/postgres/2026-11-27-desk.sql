-- Search over everything said in a file, and the counts: kept right by the database itself; no writer can forget them.
CREATE INDEX desk_texts_words ON desk_texts USING GIN (to_tsvector('simple', folded));

CREATE FUNCTION desk_counts_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE desk_counts SET number = number - 1
        WHERE unit_id = OLD.unit_id AND audience = OLD.audience AND state = OLD.state AND owed = OLD.owed AND waiting = OLD.waiting;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO desk_counts (unit_id, audience, state, owed, waiting, number)
        VALUES (NEW.unit_id, NEW.audience, NEW.state, NEW.owed, NEW.waiting, 1)
        ON CONFLICT (unit_id, audience, state, owed, waiting) DO UPDATE SET number = desk_counts.number + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER desk_counts_change AFTER INSERT OR DELETE OR UPDATE OF unit_id, audience, state, owed, waiting ON concerns
FOR EACH ROW EXECUTE FUNCTION desk_counts_keep();
