-- The second step of signing in, for who has it on. The secret is in base 32, and cannot be a hash:
-- codes are computed with it. Until it is confirmed it counts for nothing. last_step is that of the
-- latest code that was used, counted as RFC 6238 does, since each is good once.
CREATE TABLE totp (
    account   VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    secret    VARCHAR(64) NOT NULL,
    confirmed BOOLEAN     NOT NULL,
    last_step BIGINT      NOT NULL
);

CREATE TABLE recovery_code (
    account   VARCHAR(64) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code_hash CHAR(64)    NOT NULL,
    PRIMARY KEY (account, code_hash)
);
