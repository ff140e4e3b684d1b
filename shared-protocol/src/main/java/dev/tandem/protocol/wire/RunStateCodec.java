package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.RunPart;
import dev.tandem.protocol.room.RunPart.Printed;
import dev.tandem.protocol.room.RunPart.Typed;
import dev.tandem.protocol.room.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.TreePVector;

/// A run as `room_state` tells of it. Output and input stand in lists of their own; each input says
/// behind how many pieces of output it was typed.
final class RunStateCodec {
    private RunStateCodec() {}

    static JsonNode write(Run run) {
        ObjectNode node =
                Json.object()
                        .put("runId", run.runId().value())
                        .put("doc", run.doc().value())
                        .put("language", run.language())
                        .put("revision", run.revision().value())
                        .put("by", run.by() == null ? null : run.by().value())
                        .put("startedAt", run.startedAt());
        writeParts(node, run.transcript());
        Json.putIfPresent(node, "tests", run.tests());
        if (!run.results().isEmpty()) {
            node.set(
                    "results",
                    Json.array(run.results(), test -> RunCodec.write(Json.object(), test)));
        }
        if (run.inputEnded()) {
            node.put("inputEnded", true);
        }
        if (run.stopping()) {
            node.put("stopping", true);
        }
        RunFinished finished = run.finished();
        return finished == null
                ? node
                : node.set("finished", RunCodec.write(Json.object(), finished));
    }

    private static void writeParts(ObjectNode node, Transcript transcript) {
        ArrayNode output = node.putArray("output");
        ArrayNode input = Json.array(List.<JsonNode>of(), part -> part);
        for (RunPart part : transcript.parts()) {
            switch (part) {
                case Printed(var stream, String text) ->
                        output.addObject().put("stream", stream.word()).put("text", text);
                case Typed(var by, String text, boolean eof) ->
                        input.addObject()
                                .put("after", output.size())
                                .put("by", by == null ? null : by.value())
                                .put("text", text)
                                .put("eof", eof);
            }
        }
        if (!input.isEmpty()) {
            node.set("input", input);
        }
        if (transcript.cut()) {
            node.put("cut", true);
        }
    }

    static Run read(Fields f) throws BadMessage {
        List<TestFinished> results =
                f.has("results")
                        ? f.objects("results", RunCodec::readTestFinished)
                        : List.<TestFinished>of();
        return new Run(
                f.runId(),
                f.doc(),
                f.text("language"),
                f.revision(),
                f.participantIdOrNull("by"),
                f.integer("startedAt"),
                f.smallIntegerOrNull("tests"),
                f.has("inputEnded") && f.flag("inputEnded"),
                f.has("stopping") && f.flag("stopping"),
                transcript(f),
                TreePVector.from(results),
                f.has("finished") ? RunCodec.readFinished(f.object("finished")) : null);
    }

    private static Transcript transcript(Fields f) throws BadMessage {
        List<RunPart> parts = new ArrayList<>();
        List<Fields> inputs = f.has("input") ? f.objects("input") : List.of();
        int typed = 0;
        int printed = 0;
        for (Fields output : f.objects("output")) {
            while (typed < inputs.size() && inputs.get(typed).smallInteger("after") <= printed) {
                parts.add(typed(inputs.get(typed++)));
            }
            parts.add(new Printed(output.word("stream", RunStream.class), output.text("text")));
            printed++;
        }
        for (Fields input : inputs.subList(typed, inputs.size())) {
            parts.add(typed(input));
        }
        return new Transcript(
                TreePVector.from(parts),
                parts.stream().mapToInt(RunPart::bytes).sum(),
                f.has("cut") && f.flag("cut"));
    }

    private static Typed typed(Fields f) throws BadMessage {
        return new Typed(
                f.participantIdOrNull("by"), f.text("text"), f.has("eof") && f.flag("eof"));
    }
}
