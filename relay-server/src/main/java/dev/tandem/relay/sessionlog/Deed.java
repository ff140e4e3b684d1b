package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.role.Word;

/// What the audit trail tells of.
public enum Deed implements Word {
    SESSION_CREATED,
    SESSION_STARTED,
    SESSION_ENDED,
    /// Its state was read by HTTP.
    SESSION_READ,
    /// Its log was read by HTTP.
    LOG_READ,
    /// Someone came into a session that had ended, to read.
    ENDED_SESSION_JOINED,
    /// It was written to a file.
    SESSION_EXPORTED,
    /// It was taken in from a file.
    SESSION_IMPORTED,
    SESSION_DELETED,
    /// An interviewer wrote what they think of it, or took it back.
    FEEDBACK_WRITTEN,
    FEEDBACK_READ,
    INVITE_CREATED,
    INVITE_REVOKED,
    LOGGED_IN,
    LOGIN_REFUSED,
    /// It was not tried, since too many had failed before.
    LOGIN_HELD_OFF,
    ACCOUNT_CREATED,
    ACCOUNT_REMOVED,
    PASSWORD_CHANGED,
    /// From now on signing in takes a second step.
    SECOND_STEP_ON,
    SECOND_STEP_OFF,
    /// What is stored about someone was written out, of this session or about this account.
    PERSON_EXPORTED,
    BACKUP_WRITTEN
}
