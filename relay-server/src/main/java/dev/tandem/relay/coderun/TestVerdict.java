package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.RunId;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import java.util.Objects;
import java.util.stream.Collectors;

/// Whether a program did what a test case wants. Pure.
final class TestVerdict {
    /// Code units of its output that are kept.
    private static final int KEPT = 4_096;

    private TestVerdict() {}

    static TestFinished of(
            RunId id,
            int index,
            TestCase test,
            BoxEnd end,
            BoxLimits limits,
            String stdout,
            String stderr) {
        RunError error = Verdict.problem(end, limits, "program");
        boolean passed =
                error == null
                        && end.exitCode() == 0
                        && isSame(stdout, Objects.requireNonNullElse(test.expected(), ""));
        return new TestFinished(
                id,
                index,
                test.name(),
                test.hidden(),
                passed,
                end.exitCode(),
                end.time().toMillis(),
                cut(stdout),
                cut(stderr),
                error);
    }

    /// Blanks at the end of each line and of the whole are forgiven.
    static boolean isSame(String output, String expected) {
        return bare(output).equals(bare(expected));
    }

    private static String bare(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String cut(String text) {
        if (text.length() <= KEPT) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT);
    }
}
