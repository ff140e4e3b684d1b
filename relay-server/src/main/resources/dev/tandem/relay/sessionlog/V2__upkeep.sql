-- Long texts go into their rows as well: H2's store for large objects can keep what was deleted
-- shortly before a crash, and what is erased has to be gone.
SET MAX_LENGTH_INPLACE_LOB 16777216;

UPDATE event SET payload = payload || '' WHERE CHAR_LENGTH(payload) > 16384;

-- One row. beats: written to see whether writing is possible. erased: how many sessions were erased;
-- wiped: how many of them the file is clean of.
CREATE TABLE upkeep (
    beats  BIGINT NOT NULL,
    erased BIGINT NOT NULL,
    wiped  BIGINT NOT NULL
);

INSERT INTO upkeep (beats, erased, wiped) VALUES (0, 0, 0);
