-- The discussion (D1, D2, D3, D4): threads of meetings, places and public concerns, their posts with what came before an edit,
-- who follows them and how far they read, and what moderators moved, merged and split.

-- Subjects are « meeting », « area », « concern » (public only) and « split »; a split is about what its origin is about, and its
-- subject_id is its own. A merged thread stays, empty, so that its address leads on. What a page needs of a thread's length is
-- kept here, so that no page counts its posts: `posts` are those everybody meets, hidden ones (which say so) included.
ALTER TABLE threads ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE threads ADD COLUMN origin_id BIGINT REFERENCES threads (id);
ALTER TABLE threads ADD COLUMN merged_into BIGINT REFERENCES threads (id);
ALTER TABLE threads ADD COLUMN posts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE threads ADD COLUMN last_at BIGINT;
UPDATE threads SET
    posts = (SELECT COUNT(*) FROM posts WHERE posts.thread_id = threads.id),
    last_at = (SELECT MAX(posts.at) FROM posts WHERE posts.thread_id = threads.id);
CREATE INDEX threads_origin ON threads (origin_id);
CREATE INDEX threads_merged ON threads (merged_into);

-- States are « visible », « hidden », « held » (waits for a moderator) and « refused » (was never shown). held_for names the rules
-- that held it, with commas: newcomer, phone, plate, email, watch, repeat, member. The digest of its folded words finds the same
-- text sent twice.
ALTER TABLE posts ADD COLUMN reply_to BIGINT REFERENCES posts (id);
ALTER TABLE posts ADD COLUMN edited_at BIGINT;
ALTER TABLE posts ADD COLUMN held_for TEXT NOT NULL DEFAULT '';
ALTER TABLE posts ADD COLUMN digest TEXT NOT NULL DEFAULT '';
CREATE INDEX posts_reply ON posts (reply_to);

-- What a post said before it was edited: `at` is when those words were written.
CREATE TABLE post_edits (
    id BIGINT PRIMARY KEY,
    post_id BIGINT NOT NULL REFERENCES posts (id),
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX post_edits_post ON post_edits (post_id, at, id);

-- How far an account has read a thread (up to the post with this instant and id), and whether it follows it.
CREATE TABLE thread_follows (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    thread_id BIGINT NOT NULL REFERENCES threads (id),
    following BOOLEAN NOT NULL,
    read_at BIGINT NOT NULL,
    read_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, thread_id)
);
CREATE INDEX thread_follows_thread ON thread_follows (thread_id);

-- What moderators did to whole threads, told on both: « moved » (was_kind and was_id say from where), « merged-in », « merged-away »,
-- « split-off » (posts went from here), « split-from » (posts came from there).
CREATE TABLE thread_traces (
    id BIGINT PRIMARY KEY,
    thread_id BIGINT NOT NULL REFERENCES threads (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    other_id BIGINT REFERENCES threads (id),
    was_kind TEXT NOT NULL,
    was_id BIGINT,
    posts BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX thread_traces_thread ON thread_traces (thread_id, at, id);

-- D3: an official's own name stands beside their function only where they asked for it.
ALTER TABLE accounts ADD COLUMN shows_name BOOLEAN NOT NULL DEFAULT FALSE;
