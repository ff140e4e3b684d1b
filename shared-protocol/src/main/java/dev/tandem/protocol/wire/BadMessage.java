package dev.tandem.protocol.wire;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came is not a message of the contract. Expected from the outside, so it has no stack trace.
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final transient @Nullable CommandId replyTo;

    private BadMessage(Refusal refusal, @Nullable CommandId replyTo) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
        this.replyTo = replyTo;
    }

    static BadMessage notJson() {
        return of(new Refusal(ErrorCode.BAD_MESSAGE, "A message is one JSON object."));
    }

    static BadMessage field(String field, String expected) {
        return of(
                new Refusal(
                        ErrorCode.BAD_MESSAGE,
                        "The field \"%s\" must be %s.".formatted(field, expected),
                        Map.of("field", field)));
    }

    static BadMessage unknownType(String type) {
        String shown = type.length() > 40 ? type.substring(0, 40) + "…" : type;
        return of(
                new Refusal(
                        ErrorCode.UNKNOWN_TYPE,
                        "This relay does not know the message type \"%s\".".formatted(shown)));
    }

    private static BadMessage of(Refusal refusal) {
        return new BadMessage(refusal, null);
    }

    BadMessage inReplyTo(@Nullable CommandId id) {
        return new BadMessage(refusal, id);
    }

    public Refusal refusal() {
        return refusal;
    }

    /// The id of the command, where it had a usable one.
    public @Nullable CommandId replyTo() {
        return replyTo;
    }
}
