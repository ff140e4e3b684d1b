package dev.tandem.desktop.connection;

/// Why a connection is not opened again.
public enum Ending {
    LEFT,
    UNREACHABLE,
    NOT_UNDERSTOOD,
    NOT_ADMITTED,
    REVOKED,
    REPLACED,
    ROOM_FULL,
    TOO_MANY_ATTEMPTS
}
