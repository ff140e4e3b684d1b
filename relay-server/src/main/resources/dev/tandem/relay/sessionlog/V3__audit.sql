-- Who did what, and when, in the order of the ids. Without names, titles or texts, and without
-- references: an entry stays when what it is about is erased. who is a kind, who_id the account's or
-- the participant's; account is the one that something was done to.
CREATE TABLE audit (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      BIGINT      NOT NULL,
    what    VARCHAR(32) NOT NULL,
    who     VARCHAR(16) NOT NULL,
    who_id  VARCHAR(64),
    session VARCHAR(64),
    account VARCHAR(64)
);

CREATE INDEX audit_by_time ON audit (at);
