package dev.tandem.protocol.role;

/// Why a session ended.
public enum EndReason implements Word {
    ENDED_BY_INTERVIEWER,
    INTERVIEWER_LEFT,
    ROOM_EMPTY,
    EXPIRED
}
