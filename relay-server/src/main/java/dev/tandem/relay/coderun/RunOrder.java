package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be run.
///
/// @param text of the program
/// @param stdin all of its input; null where it is typed meanwhile
/// @param tests to run it against, in place of an input; empty for none
public record RunOrder(
        RunId id, String language, String text, @Nullable String stdin, List<TestCase> tests) {
    public RunOrder {
        tests = List.copyOf(tests);
    }
}
