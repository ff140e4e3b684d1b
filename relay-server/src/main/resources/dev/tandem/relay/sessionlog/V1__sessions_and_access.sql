-- Times are epoch milliseconds UTC. Of secrets there are hashes only. Lengths are UTF-16 code units:
-- twice the characters that the contract allows.

-- An event's payload usually lies in its row; only long texts go to H2's store for large objects.
SET MAX_LENGTH_INPLACE_LOB 65536;

CREATE TABLE account (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    email         VARCHAR(254) NOT NULL UNIQUE,
    name          VARCHAR(120) NOT NULL,
    password_hash VARCHAR(200) NOT NULL
);

CREATE TABLE login_token (
    token_hash CHAR(64)    NOT NULL PRIMARY KEY,
    account    VARCHAR(64) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at BIGINT      NOT NULL
);

-- From title to end_reason: what the log says, kept up to date by whoever appends to it.
CREATE TABLE session (
    id              VARCHAR(64)  NOT NULL PRIMARY KEY,
    owner           VARCHAR(64) REFERENCES account (id) ON DELETE SET NULL,
    title           VARCHAR(400) NOT NULL,
    status          VARCHAR(16)  NOT NULL,
    language        VARCHAR(32)  NOT NULL,
    planned_minutes INTEGER,
    created_at      BIGINT       NOT NULL,
    started_at      BIGINT,
    ended_at        BIGINT,
    end_reason      VARCHAR(32),
    password_hash   VARCHAR(200),
    host_token_hash CHAR(64)     NOT NULL UNIQUE
);

CREATE INDEX session_newest_first ON session (owner, created_at DESC, id DESC);
CREATE INDEX session_by_status ON session (status);

CREATE TABLE session_tag (
    session  VARCHAR(64) NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER     NOT NULL,
    tag      VARCHAR(100) NOT NULL,
    PRIMARY KEY (session, position)
);

-- Everyone who ever came; seq is that of their first peer_joined.
CREATE TABLE participant (
    session VARCHAR(64) NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    seq     BIGINT      NOT NULL,
    name    VARCHAR(120) NOT NULL,
    role    VARCHAR(16) NOT NULL,
    PRIMARY KEY (session, seq)
);

CREATE TABLE invite (
    code_hash  CHAR(64)    NOT NULL PRIMARY KEY,
    session    VARCHAR(64) NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    role       VARCHAR(16) NOT NULL,
    expires_at BIGINT,
    revoked    BOOLEAN     NOT NULL DEFAULT FALSE
);

CREATE TABLE resume_token (
    token_hash  CHAR(64)    NOT NULL PRIMARY KEY,
    session     VARCHAR(64) NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    participant VARCHAR(64) NOT NULL,
    owner       BOOLEAN     NOT NULL
);

CREATE TABLE event (
    session VARCHAR(64) NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    seq     BIGINT      NOT NULL,
    at      BIGINT      NOT NULL,
    by      VARCHAR(64),
    id      BIGINT,
    type    VARCHAR(32) NOT NULL,
    payload CLOB        NOT NULL,
    PRIMARY KEY (session, seq)
);
