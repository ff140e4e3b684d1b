package dev.tandem.protocol.api;

import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.role.Word;

/// The stable codes of what can go wrong with a request, each with its HTTP status.
public enum ProblemCode implements Word {
    BAD_MESSAGE(400, "The request is not as it should be"),
    BAD_FILE(400, "Not a file that is taken"),
    UNAUTHORIZED(401, "Not logged in"),
    OTP_REQUIRED(401, "A code is wanted"),
    OTP_INVALID(401, "Not the right code"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not possible here"),
    SESSION_ENDED(409, "The interview has ended"),
    NOT_ACTIVE(409, "The interview is not in that state"),
    NOT_ENDED(409, "The interview has not ended"),
    SESSION_EXISTS(409, "The interview is here already"),
    TOTP_ON(409, "Two-step sign-in is on"),
    TOTP_OFF(409, "Two-step sign-in is off"),
    FEEDBACK_CHANGED(409, "The feedback was changed meanwhile"),
    CONTENT_TOO_LARGE(413, "Too large"),
    DOCUMENT_TOO_LARGE(413, "The text is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not JSON"),
    RATE_LIMITED(429, "Too many attempts"),
    INTERNAL(500, "Something went wrong in the relay");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /// What kind of problem it is, in a few words.
    public String title() {
        return title;
    }

    /// What a room's refusal is called here.
    public static ProblemCode of(ErrorCode code) {
        return switch (code) {
            case BAD_MESSAGE, UNKNOWN_TYPE, BAD_OPERATION -> BAD_MESSAGE;
            case DOCUMENT_TOO_LARGE -> DOCUMENT_TOO_LARGE;
            case FORBIDDEN, ROOM_FULL, LANGUAGE_UNAVAILABLE -> FORBIDDEN;
            case SESSION_ENDED -> SESSION_ENDED;
            case NOT_ACTIVE -> NOT_ACTIVE;
            case RATE_LIMITED, TOO_MANY_RUNS -> RATE_LIMITED;
            case NO_SUCH_DOCUMENT, NO_SUCH_RUN, NO_SUCH_PARTICIPANT -> NOT_FOUND;
            case INTERNAL -> INTERNAL;
        };
    }
}
