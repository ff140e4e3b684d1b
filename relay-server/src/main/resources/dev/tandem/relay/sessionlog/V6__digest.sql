-- What the log of an ended session comes to: its size, and what is looked for in it, folded in case.
-- It is made from the log and never changed; a session without one is waiting for it.
CREATE TABLE digest (
    session     VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    events      BIGINT      NOT NULL,
    bytes       BIGINT      NOT NULL,
    runs        INTEGER     NOT NULL,
    submissions INTEGER     NOT NULL,
    text        CLOB        NOT NULL
);
