-- Search over the folded words, kept right by the database itself: no writer can forget it. The text is not kept twice
-- (external content), and what is deleted leaves nothing behind in the index (secure-delete).
CREATE VIRTUAL TABLE concerns_search USING fts5 (
    folded,
    content = 'concerns',
    content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'",
    prefix = '2 3 5'
);
INSERT INTO concerns_search (concerns_search, rank) VALUES ('secure-delete', 1);
INSERT INTO concerns_search (concerns_search) VALUES ('rebuild');
CREATE TRIGGER concerns_search_insert AFTER INSERT ON concerns BEGIN
    INSERT INTO concerns_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER concerns_search_delete AFTER DELETE ON concerns BEGIN
    INSERT INTO concerns_search (concerns_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER concerns_search_update AFTER UPDATE OF id, folded ON concerns BEGIN
    INSERT INTO concerns_search (concerns_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO concerns_search (rowid, folded) VALUES (new.id, new.folded);
END;
