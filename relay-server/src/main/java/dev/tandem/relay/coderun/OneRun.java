package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.relay.coderun.language.Language;
import dev.tandem.relay.coderun.output.Budget;
import dev.tandem.relay.coderun.output.Pump;
import dev.tandem.relay.coderun.output.Utf8Decoder;
import dev.tandem.relay.coderun.sandbox.Box;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.Sandbox;
import dev.tandem.relay.coderun.sandbox.Stop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run, from its place in the queue to its verdict, on a virtual thread of its own. What is
/// compiled is compiled in a sandbox of its own, and every test case has one too. Others stop it
/// and type for it from any thread.
final class OneRun {
    private static final Logger LOG = LoggerFactory.getLogger(OneRun.class);

    private final Sandbox sandbox;
    private final Language language;
    private final RunOrder order;
    private final Turns.Turn turn;
    private final RunListener listener;
    private final Typing typing = new Typing();
    private @Nullable Box box;
    private boolean stopping;

    OneRun(
            Sandbox sandbox,
            Language language,
            RunOrder order,
            Turns.Turn turn,
            RunListener listener) {
        this.sandbox = sandbox;
        this.language = language;
        this.order = order;
        this.turn = turn;
        this.listener = listener;
    }

    void type(String text, boolean eof) {
        typing.type(text, eof);
    }

    synchronized void stop() {
        stopping = true;
        turn.end();
        if (box != null) {
            box.stop(Stop.WANTED);
        }
    }

    /// Waits for its turn, runs, and says how it ended, whatever happens.
    void live() {
        RunFinished end;
        try {
            turn.await(place -> listener.progressed(RunPhase.QUEUED, place, null));
            end = isStopping() ? Verdict.stopped(id()) : run();
        } catch (IOException | RuntimeException e) {
            LOG.error("A run failed", e);
            end = Verdict.failed(id(), "The relay could not run this; try again in a moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = Verdict.stopped(id());
        } finally {
            turn.end();
        }
        listener.happened(end);
    }

    private RunFinished run() throws IOException, InterruptedException {
        Map<String, byte[]> files =
                Map.of(language.file(), order.text().getBytes(StandardCharsets.UTF_8));
        if (language.compile() != null) {
            ByteArrayOutputStream artefact = new ByteArrayOutputStream();
            BoxEnd end = compile(files, artefact);
            if (end.exitCode() != 0 || end.stop() != null) {
                return Verdict.ofCompiler(id(), end, language.compileLimits());
            }
            files = Map.of(Language.ARCHIVE, artefact.toByteArray());
        }
        progress(RunPhase.RUNNING, limitMs());
        return order.tests().isEmpty() ? runOnce(files) : runTests(files);
    }

    private long limitMs() {
        BoxLimits limits = language.limits();
        boolean interactive = order.stdin() == null && order.tests().isEmpty();
        return (interactive ? limits.interactive() : limits.wall()).toMillis();
    }

    /// Of the compiler's words as many are kept as of a program's: they are in the log for good.
    private BoxEnd compile(Map<String, byte[]> files, ByteArrayOutputStream artefact)
            throws IOException, InterruptedException {
        progress(RunPhase.COMPILING, language.compileLimits().wall().toMillis());
        Pump pump = new Pump(this::print);
        Text errors = new Text(RunStream.STDERR, pump);
        Budget budget = new Budget(language.limits().output());
        BoxEnd end =
                runIn(
                        files,
                        language.compileScript(),
                        language.compileLimits(),
                        (bytes, length) -> artefact.write(bytes, 0, length),
                        (bytes, length) -> errors.take(bytes, budget.take(length)),
                        Box::endInput);
        errors.finish();
        pump.finish();
        return budget.isOver() ? end.cut() : end;
    }

    private RunFinished runOnce(Map<String, byte[]> files)
            throws IOException, InterruptedException {
        Pump pump = new Pump(this::print);
        Text stdout = new Text(RunStream.STDOUT, pump);
        Text stderr = new Text(RunStream.STDERR, pump);
        String stdin = order.stdin();
        if (stdin != null) {
            typing.type(stdin, true);
        }
        BoxEnd end =
                runIn(files, language.runScript(), language.limits(), stdout, stderr, typing::goTo);
        stdout.finish();
        stderr.finish();
        pump.finish();
        return Verdict.ofRun(id(), end, language.limits());
    }

    private RunFinished runTests(Map<String, byte[]> files)
            throws IOException, InterruptedException {
        TestTally tally = new TestTally(id());
        for (int index = 0; index < order.tests().size() && !isStopping(); index++) {
            TestFinished result = test(files, index, order.tests().get(index));
            tally.add(result);
            listener.happened(result);
        }
        return tally.finish(isStopping());
    }

    private TestFinished test(Map<String, byte[]> files, int index, TestCase test)
            throws IOException, InterruptedException {
        Captured stdout = new Captured();
        Captured stderr = new Captured();
        BoxEnd end =
                runIn(
                        files,
                        language.runScript(),
                        language.limits(),
                        stdout,
                        stderr,
                        program -> {
                            program.type(text(test.stdin()).getBytes(StandardCharsets.UTF_8));
                            program.endInput();
                        });
        return TestVerdict.of(
                id(), index, test, end, language.limits(), stdout.text(), stderr.text());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private interface Beginning {
        void begin(Box program);
    }

    private BoxEnd runIn(
            Map<String, byte[]> files,
            String script,
            BoxLimits limits,
            Box.Sink stdout,
            Box.Sink stderr,
            Beginning beginning)
            throws IOException, InterruptedException {
        Box program = sandbox.start(files, script, limits, stdout, stderr);
        take(program);
        beginning.begin(program);
        BoxEnd end = program.await();
        if (!end.began() && end.stop() == null) {
            LOG.error("The sandbox did not begin: {}", end.words());
        }
        return end;
    }

    private synchronized void take(Box program) {
        box = program;
        if (stopping) {
            program.stop(Stop.WANTED);
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void print(RunStream stream, String text) {
        listener.happened(new CodeOutput(id(), stream, text));
    }

    private void progress(RunPhase phase, long limitMs) {
        listener.progressed(phase, null, limitMs);
    }

    private RunId id() {
        return order.id();
    }

    /// One stream of a program, on its way to be shown. The stream's thread writes; whoever waited
    /// for its end finishes.
    private static final class Text implements Box.Sink {
        private final Utf8Decoder decoder = new Utf8Decoder();
        private final RunStream stream;
        private final Pump pump;

        Text(RunStream stream, Pump pump) {
            this.stream = stream;
            this.pump = pump;
        }

        @Override
        public synchronized void take(byte[] bytes, int length) {
            pump.write(stream, decoder.decode(bytes, length));
        }

        synchronized void finish() {
            pump.write(stream, decoder.finish());
        }
    }

    /// One stream of a program, to be looked at when it has ended.
    private static final class Captured implements Box.Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void take(byte[] more, int length) {
            bytes.write(more, 0, length);
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
