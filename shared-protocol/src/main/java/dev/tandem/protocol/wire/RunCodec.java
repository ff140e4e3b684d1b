package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Intent.RunCode;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.room.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What runs are made of: their events, their test cases, and what a relay offers to run.
final class RunCodec {
    private RunCodec() {}

    static void write(ObjectNode node, @Nullable String stdin, boolean tests) {
        Json.putIfPresent(node, "stdin", stdin);
        if (tests) {
            node.put("tests", true);
        }
    }

    static RunCode readRunCode(Fields f) throws BadMessage {
        boolean tests = f.has("tests") && f.flag("tests");
        String stdin = f.textOrNull("stdin");
        if (tests && stdin != null) {
            throw BadMessage.field("stdin", "left out where the tests are run");
        }
        return new RunCode(f.doc(), stdin, tests);
    }

    static void writeInput(ObjectNode node, RunId id, String text, boolean eof) {
        node.put("runId", id.value()).put("text", text);
        if (eof) {
            node.put("eof", true);
        }
    }

    /// Who says that nothing follows need not say anything else.
    static String inputText(Fields f) throws BadMessage {
        return eof(f) && !f.has("text") ? "" : f.text("text");
    }

    static boolean eof(Fields f) throws BadMessage {
        return f.has("eof") && f.flag("eof");
    }

    static void write(ObjectNode node, RunStarted started) {
        node.put("runId", started.runId().value())
                .put("doc", started.doc().value())
                .put("language", started.language())
                .put("revision", started.revision().value());
        Json.putIfPresent(node, "stdin", started.stdin());
        Json.putIfPresent(node, "tests", started.tests());
    }

    static RunStarted readStarted(Fields f) throws BadMessage {
        return new RunStarted(
                f.runId(),
                f.doc(),
                f.text("language"),
                f.revision(),
                f.textOrNull("stdin"),
                f.smallIntegerOrNull("tests"));
    }

    static ObjectNode write(ObjectNode node, TestFinished test) {
        node.put("runId", test.runId().value())
                .put("index", test.index())
                .put("name", test.name())
                .put("hidden", test.hidden())
                .put("passed", test.passed());
        Json.putIfPresent(node, "exitCode", test.exitCode());
        Json.putIfPresent(node, "timeMs", test.timeMs());
        Json.putIfPresent(node, "output", test.output());
        Json.putIfPresent(node, "errors", test.errors());
        return writeError(node, test.error());
    }

    static TestFinished readTestFinished(Fields f) throws BadMessage {
        return new TestFinished(
                f.runId(),
                f.smallInteger("index"),
                f.text("name"),
                f.flag("hidden"),
                f.flag("passed"),
                f.smallIntegerOrNull("exitCode"),
                f.integerOrNull("timeMs"),
                f.textOrNull("output"),
                f.textOrNull("errors"),
                error(f));
    }

    static ObjectNode write(ObjectNode node, RunFinished finished) {
        node.put("runId", finished.runId().value())
                .put("exitCode", finished.exitCode())
                .put("timeMs", finished.timeMs())
                .put("truncated", finished.truncated());
        Json.putIfPresent(node, "signal", finished.signal());
        Json.putIfPresent(node, "cpuMs", finished.cpuMs());
        Json.putIfPresent(node, "memoryBytes", finished.memoryBytes());
        return writeError(node, finished.error());
    }

    static RunFinished readFinished(Fields f) throws BadMessage {
        return new RunFinished(
                f.runId(),
                f.smallIntegerOrNull("exitCode"),
                f.textOrNull("signal"),
                f.integer("timeMs"),
                f.integerOrNull("cpuMs"),
                f.integerOrNull("memoryBytes"),
                f.has("truncated") && f.flag("truncated"),
                error(f));
    }

    private static ObjectNode writeError(ObjectNode node, @Nullable RunError error) {
        return error == null
                ? node
                : node.set(
                        "error",
                        Json.object()
                                .put("code", error.code().word())
                                .put("message", error.message()));
    }

    private static @Nullable RunError error(Fields f) throws BadMessage {
        if (!f.has("error")) {
            return null;
        }
        Fields error = f.object("error");
        return new RunError(
                Word.of(RunProblem.class, error.text("code")).orElse(RunProblem.INTERNAL),
                error.text("message"));
    }

    static void write(ObjectNode node, CodeSubmitted submitted) {
        node.put("submissionId", submitted.submissionId().value())
                .put("doc", submitted.doc().value())
                .put("revision", submitted.revision().value());
        Json.putIfPresent(node, "questionId", submitted.questionId());
        node.put("text", submitted.text());
    }

    static CodeSubmitted readSubmitted(Fields f) throws BadMessage {
        return new CodeSubmitted(
                f.submissionId(),
                f.doc(),
                f.revision(),
                f.textOrNull("questionId"),
                f.text("text"));
    }

    static JsonNode write(TestCase test) {
        ObjectNode node = Json.object().put("name", test.name());
        Json.putIfPresent(node, "stdin", test.stdin());
        Json.putIfPresent(node, "expected", test.expected());
        return node.put("hidden", test.hidden());
    }

    static List<TestCase> readTests(Fields f) throws BadMessage {
        return f.objects(
                "tests",
                test ->
                        new TestCase(
                                test.text("name"),
                                test.textOrNull("stdin"),
                                test.textOrNull("expected"),
                                test.has("hidden") && test.flag("hidden")));
    }

    /// As someone may set them; what is not said of an input or of what is expected is nothing.
    static List<TestCase> checkedTests(Fields f) throws BadMessage {
        if (f.array("tests").size() > Limits.TESTS) {
            throw BadMessage.field("tests", "a list of at most %d tests".formatted(Limits.TESTS));
        }
        return f.objects(
                "tests",
                test ->
                        new TestCase(
                                test.line("name", Limits.TITLE_LENGTH),
                                testText(test, "stdin"),
                                testText(test, "expected"),
                                test.has("hidden") && test.flag("hidden")));
    }

    private static String testText(Fields test, String field) throws BadMessage {
        String text = test.has(field) ? test.text(field) : "";
        if (text.length() > Limits.TEST_LENGTH) {
            throw BadMessage.field(field, "at most %,d characters".formatted(Limits.TEST_LENGTH));
        }
        return text;
    }

    static ObjectNode write(Runner runner) {
        ObjectNode node = Json.object();
        Json.putIfPresent(node, "unavailable", runner.unavailable());
        return node.set("languages", Json.array(runner.languages(), RunCodec::write));
    }

    private static JsonNode write(Offer offer) {
        RunLimits limits = offer.limits();
        return Json.object()
                .put("language", offer.language())
                .put("name", offer.name())
                .put("version", offer.version())
                .set(
                        "limits",
                        Json.object()
                                .put("wallMs", limits.wallMs())
                                .put("interactiveMs", limits.interactiveMs())
                                .put("compileMs", limits.compileMs())
                                .put("cpuMs", limits.cpuMs())
                                .put("memoryBytes", limits.memoryBytes())
                                .put("outputBytes", limits.outputBytes()));
    }

    static Runner readRunner(Fields f) throws BadMessage {
        return new Runner(
                f.textOrNull("unavailable"),
                f.objects(
                        "languages",
                        offer ->
                                new Offer(
                                        offer.language(),
                                        offer.text("name"),
                                        offer.text("version"),
                                        limits(offer.object("limits")))));
    }

    private static RunLimits limits(Fields f) throws BadMessage {
        return new RunLimits(
                f.integer("wallMs"),
                f.integer("interactiveMs"),
                f.integer("compileMs"),
                f.integer("cpuMs"),
                f.integer("memoryBytes"),
                f.integer("outputBytes"));
    }
}
