package dev.tandem.protocol.intent;

import dev.tandem.protocol.role.Word;

/// The stable codes of refusals, for machines. A reader takes one that it does not know for
/// [#INTERNAL].
public enum ErrorCode implements Word {
    BAD_MESSAGE,
    UNKNOWN_TYPE,
    BAD_OPERATION,
    DOCUMENT_TOO_LARGE,
    FORBIDDEN,
    SESSION_ENDED,
    NOT_ACTIVE,
    ROOM_FULL,
    RATE_LIMITED,
    NO_SUCH_DOCUMENT,
    NO_SUCH_RUN,
    NO_SUCH_PARTICIPANT,
    LANGUAGE_UNAVAILABLE,
    TOO_MANY_RUNS,
    INTERNAL
}
