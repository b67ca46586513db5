-- Search over everything said in a file, and the counts: kept right by the database itself; no writer can forget them.
CREATE VIRTUAL TABLE concerns_search_desk USING fts5 (
    folded,
    content = 'desk_texts',
    content_rowid = 'concern_id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'",
    prefix = '2 3 5'
);
INSERT INTO concerns_search_desk (concerns_search_desk, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER desk_texts_insert AFTER INSERT ON desk_texts BEGIN
    INSERT INTO concerns_search_desk (rowid, folded) VALUES (new.concern_id, new.folded);
END;
CREATE TRIGGER desk_texts_delete AFTER DELETE ON desk_texts BEGIN
    INSERT INTO concerns_search_desk (concerns_search_desk, rowid, folded) VALUES ('delete', old.concern_id, old.folded);
END;
CREATE TRIGGER desk_texts_update AFTER UPDATE ON desk_texts BEGIN
    INSERT INTO concerns_search_desk (concerns_search_desk, rowid, folded) VALUES ('delete', old.concern_id, old.folded);
    INSERT INTO concerns_search_desk (rowid, folded) VALUES (new.concern_id, new.folded);
END;

CREATE TRIGGER desk_counts_insert AFTER INSERT ON concerns BEGIN
    INSERT INTO desk_counts (unit_id, audience, state, owed, waiting, number)
    VALUES (new.unit_id, new.audience, new.state, new.owed, new.waiting, 1)
    ON CONFLICT (unit_id, audience, state, owed, waiting) DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER desk_counts_delete AFTER DELETE ON concerns BEGIN
    UPDATE desk_counts SET number = number - 1
    WHERE unit_id = old.unit_id AND audience = old.audience AND state = old.state AND owed = old.owed AND waiting = old.waiting;
END;
CREATE TRIGGER desk_counts_update AFTER UPDATE OF unit_id, audience, state, owed, waiting ON concerns BEGIN
    UPDATE desk_counts SET number = number - 1
    WHERE unit_id = old.unit_id AND audience = old.audience AND state = old.state AND owed = old.owed AND waiting = old.waiting;
    INSERT INTO desk_counts (unit_id, audience, state, owed, waiting, number)
    VALUES (new.unit_id, new.audience, new.state, new.owed, new.waiting, 1)
    ON CONFLICT (unit_id, audience, state, owed, waiting) DO UPDATE SET number = number + 1;
END;
