package dev.tandem.relay.coderun;

import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.relay.coderun.language.Language;
import dev.tandem.relay.coderun.sandbox.Box;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what is installed: each language is asked for its version, in the sandbox, since what
/// is only there outside of it is of no use.
record Toolchains(Sandbox sandbox) {
    private static final Logger LOG = LoggerFactory.getLogger(Toolchains.class);
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");
    private static final int NOT_FOUND = 127;

    /// What can be offered of a language; empty if it does not answer.
    Optional<Offer> ask(Language language) throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Box.Sink sink =
                (bytes, length) -> {
                    synchronized (said) {
                        said.write(bytes, 0, length);
                    }
                };
        try {
            Box box =
                    sandbox.start(
                            Map.of(), language.probeScript(), language.compileLimits(), sink, sink);
            box.endInput();
            BoxEnd end = box.await();
            String words = said.toString(StandardCharsets.UTF_8);
            if (end.exitCode() == 0 && end.stop() == null) {
                return Optional.of(offer(language, words));
            }
            if (end.exitCode() != NOT_FOUND) {
                LOG.debug("{} does not answer: {} {}", language.id(), end, words);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be asked for its version: {}", language.id(), e.toString());
        }
        return Optional.empty();
    }

    /// Makes what a language has to have ready, so that its programs begin sooner; without it they
    /// run all the same.
    void prepare(Language language) throws InterruptedException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            Box box =
                    sandbox.start(
                            Map.of(),
                            language.prepareScript(),
                            language.compileLimits(),
                            (bytes, length) -> made.write(bytes, 0, length),
                            (_, _) -> {});
            box.endInput();
            BoxEnd end = box.await();
            if (end.exitCode() == 0 && end.stop() == null) {
                sandbox.prepare(language.id(), made.toByteArray());
            } else {
                LOG.debug("{} could not be prepared: {}", language.id(), end);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be prepared: {}", language.id(), e.toString());
        }
    }

    private static Offer offer(Language language, String words) {
        return new Offer(language.id(), language.name(), version(words), limits(language));
    }

    /// The first thing that looks like one.
    static String version(String words) {
        Matcher matcher = VERSION.matcher(words);
        return matcher.find() ? matcher.group() : "";
    }

    private static RunLimits limits(Language language) {
        BoxLimits run = language.limits();
        return new RunLimits(
                run.wall().toMillis(),
                run.interactive().toMillis(),
                language.compileLimits().wall().toMillis(),
                run.cpu().toMillis(),
                run.memory(),
                run.output());
    }
}
