package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.Acknowledgement.Ended;
import dev.tandem.protocol.message.Acknowledgement.Gone;
import dev.tandem.protocol.message.Acknowledgement.Left;
import dev.tandem.protocol.message.Acknowledgement.Nothing;
import dev.tandem.protocol.message.Acknowledgement.Opened;
import dev.tandem.protocol.message.Acknowledgement.Permitted;
import dev.tandem.protocol.message.Acknowledgement.Revised;
import dev.tandem.protocol.message.Acknowledgement.Running;
import dev.tandem.protocol.message.Acknowledgement.Started;
import dev.tandem.protocol.message.Acknowledgement.Submitted;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;

/// The payload of an `ack`; its shape tells what was acknowledged.
final class AcknowledgementCodec {
    private AcknowledgementCodec() {}

    static ObjectNode write(Acknowledgement acknowledgement) {
        ObjectNode node = Json.object();
        return switch (acknowledgement) {
            case Nothing _ -> node;
            case Started(long startedAt) -> node.put("startedAt", startedAt);
            case Ended(long endedAt, var reason, long durationMs) ->
                    node.put("endedAt", endedAt)
                            .put("reason", reason.word())
                            .put("durationMs", durationMs);
            case Revised(var revision) -> node.put("revision", revision.value());
            case Left(var id, var reason) ->
                    node.put("participantId", id.value()).put("reason", reason.word());
            case Gone(var reason) -> node.put("reason", reason.word());
            case Permitted(var canEdit, var canRun) -> {
                Json.putIfPresent(node, "canEdit", canEdit);
                yield Json.putIfPresent(node, "canRun", canRun);
            }
            case Running(var runId, var language, var revision, var tests) ->
                    Json.putIfPresent(
                            node.put("runId", runId.value())
                                    .put("language", language)
                                    .put("revision", revision.value()),
                            "tests",
                            tests);
            case Submitted(var id, var revision, var text) ->
                    node.put("submissionId", id.value())
                            .put("revision", revision.value())
                            .put("text", text);
            case Opened(String text) -> node.put("text", text);
        };
    }

    static Acknowledgement read(Fields f) throws BadMessage {
        if (f.has("startedAt")) {
            return new Started(f.integer("startedAt"));
        }
        if (f.has("endedAt")) {
            return new Ended(
                    f.integer("endedAt"),
                    f.word("reason", EndReason.class),
                    f.integer("durationMs"));
        }
        if (f.has("participantId")) {
            return new Left(
                    f.participantId("participantId"), f.word("reason", DepartureReason.class));
        }
        if (f.has("reason")) {
            return new Gone(f.word("reason", DepartureReason.class));
        }
        if (f.has("runId")) {
            return new Running(
                    f.runId(), f.text("language"), f.revision(), f.smallIntegerOrNull("tests"));
        }
        if (f.has("submissionId")) {
            return new Submitted(f.submissionId(), f.revision(), f.text("text"));
        }
        if (f.has("revision")) {
            return new Revised(f.revision());
        }
        if (f.has("canEdit") || f.has("canRun")) {
            return new Permitted(f.flagOrNull("canEdit"), f.flagOrNull("canRun"));
        }
        return f.has("text") ? new Opened(f.text("text")) : new Nothing();
    }
}
