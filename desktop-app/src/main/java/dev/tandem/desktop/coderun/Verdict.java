package dev.tandem.desktop.coderun;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.protocol.room.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run ended.
///
/// @param words very short
/// @param sentence the same for people
record Verdict(Tone tone, String words, String sentence) {

    /// @param limits of the language; null where they are not known
    static Verdict of(Run run, RunFinished end, @Nullable RunLimits limits) {
        RunError error = end.error();
        if (error != null) {
            return of(error, limits);
        }
        if (run.tests() != null) {
            return ofTests(run, run.tests());
        }
        if (end.signal() != null) {
            return new Verdict(Tone.BAD, end.signal(), signal(end.signal()));
        }
        Integer exitCode = end.exitCode();
        if (exitCode == null) {
            return new Verdict(Tone.NEUTRAL, "ended", "It has ended.");
        }
        return exitCode == 0
                ? new Verdict(Tone.OK, "exit 0", "It ended well.")
                : new Verdict(
                        Tone.BAD, "exit " + exitCode, "It ended with exit code " + exitCode + ".");
    }

    private static Verdict of(RunError error, @Nullable RunLimits limits) {
        return switch (error.code()) {
            case TIME_LIMIT -> limit("time limit", error, "It took too long and was stopped.");
            case CPU_LIMIT ->
                    limit(
                            "processor limit",
                            error,
                            limits == null
                                    ? "It used too much processor time and was stopped."
                                    : "It used more than %s of processor time and was stopped."
                                            .formatted(RunWords.time(limits.cpuMs())));
            case MEMORY_LIMIT ->
                    limit(
                            "memory limit",
                            error,
                            limits == null
                                    ? "It used too much memory and was stopped."
                                    : "It used more than %s of memory and was stopped."
                                            .formatted(RunWords.size(limits.memoryBytes())));
            case OUTPUT_LIMIT ->
                    limit(
                            "output limit",
                            error,
                            limits == null
                                    ? "It printed too much and was stopped; what came before is kept."
                                    : "It printed more than %s and was stopped; what came before is kept."
                                            .formatted(RunWords.size(limits.outputBytes())));
            case STOPPED -> new Verdict(Tone.NEUTRAL, "stopped", "It was stopped.");
            case COMPILE_FAILED ->
                    new Verdict(
                            Tone.BAD,
                            "does not compile",
                            "It does not compile; the compiler's words are under Errors.");
            case INTERNAL ->
                    new Verdict(
                            Tone.BAD,
                            "could not run",
                            error.message().isBlank() ? "It could not be run." : error.message());
        };
    }

    /// The relay knows best which limit it was; its sentence says how much.
    private static Verdict limit(String words, RunError error, String sentence) {
        return new Verdict(
                Tone.WARN, words, error.message().isBlank() ? sentence : error.message());
    }

    private static Verdict ofTests(Run run, int tests) {
        long passed = run.results().stream().filter(TestFinished::passed).count();
        return new Verdict(
                passed == tests ? Tone.OK : Tone.BAD,
                passed + "/" + tests + " passed",
                passed == tests
                        ? (tests == 1
                                ? "The test passed."
                                : "All %d tests passed.".formatted(tests))
                        : "%d of %d tests passed.".formatted(passed, tests));
    }

    private static String signal(String signal) {
        String why =
                switch (signal) {
                    case "SIGSEGV", "SIGBUS" -> "it used memory that it does not have";
                    case "SIGABRT" -> "it gave up by itself";
                    case "SIGFPE" -> "it calculated what cannot be, such as a division by zero";
                    case "SIGILL" -> "it met something that is no instruction";
                    case "SIGSYS" -> "it asked the system for something that is not allowed here";
                    case "SIGKILL" -> "it was killed";
                    default -> "";
                };
        return "It was ended by the signal " + signal + (why.isEmpty() ? "." : ": " + why + ".");
    }

    /// Time and memory, `41 ms · ≈12 MB`: memory is looked at now and then only.
    static String facts(RunFinished end) {
        List<String> facts = new ArrayList<>(List.of(RunWords.time(end.timeMs())));
        if (end.memoryBytes() != null && end.memoryBytes() > 0) {
            facts.add("≈" + RunWords.size(end.memoryBytes()));
        }
        return String.join(" · ", facts);
    }
}
