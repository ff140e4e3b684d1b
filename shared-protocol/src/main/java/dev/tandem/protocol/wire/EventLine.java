package dev.tandem.protocol.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.proof.ChainHash;
import org.jspecify.annotations.Nullable;

/// An event as it stands on its line in a file, whose text is also the canonical form over which
/// the chain of hashes goes. The payload is kept as it was once written, so that an event has the
/// same text for ever, whatever a later version would write.
///
/// @param payload one JSON object
public record EventLine(
        Seq seq,
        long at,
        @Nullable ParticipantId by,
        @Nullable CommandId id,
        String type,
        String payload) {
    private static final String HASH = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final int SUFFIX = HASH.length() + 64 + END.length();

    public static EventLine of(LoggedEvent logged) {
        return new EventLine(
                logged.seq(),
                logged.at(),
                logged.by(),
                logged.id(),
                EventCodec.type(logged.event()),
                EventCodec.payload(logged.event()));
    }

    /// The canonical form: `{"type":…,"seq":…,"at":…,"by":…,"id":…,"payload":…}` in this order,
    /// without blanks; `by` may be null, `id` is left out where there is none.
    public String text() {
        return start().append(payload).append('}').toString();
    }

    /// The same with its link of the chain, as it stands in a file with a proof.
    public String text(ChainHash hash) {
        return start().append(payload).append(HASH).append(hash.hex()).append(END).toString();
    }

    private StringBuilder start() {
        StringBuilder text = new StringBuilder(payload.length() + 200);
        text.append("{\"type\":");
        quote(text, type);
        text.append(",\"seq\":").append(seq.value()).append(",\"at\":").append(at);
        text.append(",\"by\":");
        if (by == null) {
            text.append("null");
        } else {
            quote(text, by.value());
        }
        if (id != null) {
            text.append(",\"id\":").append(id.value());
        }
        return text.append(",\"payload\":");
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }

    /// The event; null for one of a type that is not known here.
    ///
    /// @throws BadMessage if the payload is not that of an event of its type
    public @Nullable LoggedEvent event() throws BadMessage {
        var event = EventCodec.read(type, payload);
        return event == null ? null : new LoggedEvent(seq, at, by, id, event);
    }

    /// A line of a file with a proof.
    record Linked(EventLine line, ChainHash hash) {}

    /// Reads what [#text(ChainHash)] wrote.
    ///
    /// @throws BadMessage if it is not exactly that
    static Linked read(String written) throws BadMessage {
        Fields f = new Fields(Json.parse(written));
        String hash = f.text("hash");
        int end = written.length() - SUFFIX;
        if (!ChainHash.isValid(hash) || end < 0) {
            throw BadMessage.field("hash", "64 hexadecimal digits");
        }
        EventLine empty = line(f, "");
        int start = empty.start().length();
        EventLine line = line(f, start <= end ? written.substring(start, end) : "");
        if (!line.text(new ChainHash(hash)).equals(written)) {
            throw BadMessage.field("payload", "in a line as a relay writes it");
        }
        return new Linked(line, new ChainHash(hash));
    }

    private static EventLine line(Fields f, String payload) throws BadMessage {
        return new EventLine(
                f.seq("seq"),
                f.integer("at"),
                f.participantIdOrNull("by"),
                f.commandIdOrNull("id"),
                f.text("type"),
                payload);
    }
}
