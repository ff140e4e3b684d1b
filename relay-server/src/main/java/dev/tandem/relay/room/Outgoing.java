package dev.tandem.relay.room;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.message.ServerMessage.TypingChanged;
import dev.tandem.protocol.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/// A message as it goes out, written once for everyone who gets it.
///
/// @param topic what it is the newest word on; an older word on it that still waits is worth
///   nothing any more. Null for what may not be left out
public record Outgoing(String text, @Nullable Topic topic) {

    /// What passing messages are about.
    public sealed interface Topic {}

    record Pointing(ParticipantId by, DocumentId doc) implements Topic {}

    record Typing(ParticipantId by) implements Topic {}

    record Check(DocumentId doc) implements Topic {}

    record Progress(RunId runId) implements Topic {}

    record Signed() implements Topic {}

    public static Outgoing of(ServerMessage message) {
        return new Outgoing(MessageCodec.write(message), topic(message));
    }

    private static @Nullable Topic topic(ServerMessage message) {
        return switch (message) {
            case CursorMoved moved -> new Pointing(moved.by(), moved.doc());
            case TypingChanged typing -> new Typing(typing.by());
            case TextChecked check -> new Check(check.doc());
            case RunProgressed progressed -> new Progress(progressed.runId());
            case HeadSigned _ -> new Signed();
            case ServerMessage _ -> null;
        };
    }

    /// Without the text: what people write is not for logs.
    @Override
    public String toString() {
        return "Outgoing[%d characters]".formatted(text.length());
    }
}
