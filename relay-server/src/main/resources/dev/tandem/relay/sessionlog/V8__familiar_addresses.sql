-- From where which account was logged in to, so that others' failures shut nobody out of there. The
-- addresses themselves are not stored: address_hash is an HMAC-SHA-256 of the account's and the IP
-- address, by the relay's own key.
CREATE TABLE address_key (
    secret BINARY(32) NOT NULL
);

INSERT INTO address_key (secret) VALUES (SECURE_RAND(32));

CREATE TABLE familiar_address (
    address_hash CHAR(64)    NOT NULL PRIMARY KEY,
    account      VARCHAR(64) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    seen_at      BIGINT      NOT NULL
);

-- How often it happened, where an entry stands for all of a minute.
ALTER TABLE audit ADD COLUMN times INTEGER DEFAULT 1 NOT NULL;
