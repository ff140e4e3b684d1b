-- What a list says of facts about candidates' windows: whether they are noted, and how many were.
ALTER TABLE session ADD facts BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE session ADD facts_noted INTEGER DEFAULT 0 NOT NULL;

UPDATE session s SET facts = TRUE WHERE EXISTS (
    SELECT 1 FROM event WHERE session = s.id AND seq = 1 AND LOCATE('"facts":true', payload) > 0);

UPDATE session s SET facts_noted = (
    SELECT COUNT(*) FROM event WHERE session = s.id AND type = 'fact_noted') WHERE facts;

-- What interviewers wrote about a session. The author is a participant's id, or 'owner' for whoever
-- the session belongs to. Lengths are UTF-16 code units.
CREATE TABLE feedback (
    session    VARCHAR(64)    NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    author     VARCHAR(64)    NOT NULL,
    text       VARCHAR(20000) NOT NULL,
    updated_at BIGINT         NOT NULL,
    version    INTEGER        NOT NULL,
    PRIMARY KEY (session, author)
);

-- Digests are made anew: what programs printed, and lines that were taken out again, are looked
-- through from now on.
DELETE FROM digest;
