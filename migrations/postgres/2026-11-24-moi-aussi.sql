-- Search over the folded words: an index over an expression, which the database itself keeps right. « simple » takes the
-- words as they are: the folding was ours, and there is no dictionary of Bambara.
CREATE INDEX concerns_search ON concerns USING GIN (to_tsvector('simple', folded));
