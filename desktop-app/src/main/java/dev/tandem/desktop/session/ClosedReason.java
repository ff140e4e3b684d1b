package dev.tandem.desktop.session;

/// Why a connection is closed for good.
public enum ClosedReason {
    /// One left.
    LEFT,
    /// The room was never reached: there was no relay, or not the right one.
    UNREACHABLE,
    /// The relay did not understand how one wanted to come in.
    NOT_UNDERSTOOD,
    /// The code, token or password is not valid or has expired.
    NOT_ADMITTED,
    /// The code was taken back, or one was removed.
    REVOKED,
    /// The same participant came in by another connection.
    REPLACED,
    /// There was no place left at the first attempt to come in.
    ROOM_FULL,
    /// There were too many attempts from this address.
    TOO_MANY_ATTEMPTS
}
