package dev.tandem.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/// Why the relay closed a connection: the code of the WebSocket close frame, and one plain sentence
/// that goes with it.
public enum CloseCode {
    LEFT(1000, "You left the room."),
    GOING_AWAY(1001, "The relay is going away; come back in a moment."),
    BROKEN_FRAMES(1002, "What came was not written as WebSocket frames are."),
    TOO_LARGE(1009, "A message was larger than 1 MiB."),
    FAILED(1011, "Something went wrong in the relay; come back in a moment."),
    TOO_SLOW(1013, "The connection could not keep up; come back."),
    UNUSABLE(4400, "The relay could not make sense of what this connection said."),
    NOT_ADMITTED(4401, "The code, the token or the password is not valid, or has expired."),
    REVOKED(4403, "This code lets nobody in any more, or you were removed."),
    NOT_JOINED(4408, "The connection did not say in time whom it belongs to."),
    REPLACED(4409, "You came back over another connection."),
    ROOM_FULL(4413, "The room is full; try again later."),
    TOO_MANY_ATTEMPTS(4429, "There were too many attempts from this address; wait a minute.");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /// The number in the close frame.
    public int code() {
        return code;
    }

    /// One plain sentence, at most 123 bytes in UTF-8, as a close frame can hold.
    public String reason() {
        return reason;
    }

    /// The meaning of a close frame's code; empty for one that a relay does not give by itself.
    public static Optional<CloseCode> of(int code) {
        return Arrays.stream(values()).filter(c -> c.code == code).findFirst();
    }
}
