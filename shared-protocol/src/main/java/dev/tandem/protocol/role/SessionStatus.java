package dev.tandem.protocol.role;

/// How far a session has come. It never goes back.
public enum SessionStatus implements Word {
    WAITING,
    ACTIVE,
    ENDED
}
