package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.Fact.PastedFromOutside;
import dev.tandem.protocol.event.Fact.WindowAway;
import dev.tandem.protocol.room.Limits;
import org.jspecify.annotations.Nullable;

/// Facts: a `kind`, and what belongs to it.
final class FactCodec {
    private static final String PASTED = "pasted_from_outside";
    private static final String AWAY = "window_away";

    private FactCodec() {}

    static ObjectNode write(ObjectNode node, Fact fact) {
        return switch (fact) {
            case PastedFromOutside(var doc, int length) ->
                    node.put("kind", PASTED).put("length", length).put("doc", doc.value());
            case WindowAway(long durationMs) ->
                    node.put("kind", AWAY).put("durationMs", durationMs);
        };
    }

    /// Null for a kind that is not known here.
    static @Nullable Fact read(Fields f) throws BadMessage {
        return switch (f.text("kind")) {
            case PASTED -> new PastedFromOutside(f.doc(), f.smallInteger("length"));
            case AWAY -> new WindowAway(f.integer("durationMs"));
            default -> null;
        };
    }

    /// As someone may tell it.
    static Fact checked(Fields f) throws BadMessage {
        return switch (read(f)) {
            case null -> throw BadMessage.field("kind", PASTED + " or " + AWAY);
            case PastedFromOutside(_, int length)
                    when length < 1 || length > Limits.DOCUMENT_LENGTH ->
                    throw BadMessage.field("length", "from 1 to " + Limits.DOCUMENT_LENGTH);
            case WindowAway(long durationMs) when durationMs < Fact.SHORTEST_AWAY_MS ->
                    throw BadMessage.field("durationMs", "at least " + Fact.SHORTEST_AWAY_MS);
            case Fact fact -> fact;
        };
    }
}
