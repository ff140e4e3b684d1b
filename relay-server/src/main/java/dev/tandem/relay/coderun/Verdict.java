package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.Stop;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is said of a program that has ended. Pure; nothing of it depends on what the program
/// printed.
final class Verdict {
    private static final int SIGNAL = 128;
    private static final int TOO_MUCH_CPU = SIGNAL + 24;
    private static final long MIB = 1 << 20;

    private static final Map<Integer, String> SIGNALS =
            Map.ofEntries(
                    Map.entry(1, "SIGHUP"),
                    Map.entry(2, "SIGINT"),
                    Map.entry(3, "SIGQUIT"),
                    Map.entry(4, "SIGILL"),
                    Map.entry(5, "SIGTRAP"),
                    Map.entry(6, "SIGABRT"),
                    Map.entry(7, "SIGBUS"),
                    Map.entry(8, "SIGFPE"),
                    Map.entry(9, "SIGKILL"),
                    Map.entry(10, "SIGUSR1"),
                    Map.entry(11, "SIGSEGV"),
                    Map.entry(12, "SIGUSR2"),
                    Map.entry(13, "SIGPIPE"),
                    Map.entry(14, "SIGALRM"),
                    Map.entry(15, "SIGTERM"),
                    Map.entry(24, "SIGXCPU"),
                    Map.entry(25, "SIGXFSZ"),
                    Map.entry(31, "SIGSYS"));

    private Verdict() {}

    /// Of a program that was run.
    static RunFinished ofRun(RunId id, BoxEnd end, BoxLimits limits) {
        return of(id, end, problem(end, limits, "program"));
    }

    /// Of a program that was not run, since its compiler ended so.
    static RunFinished ofCompiler(RunId id, BoxEnd end, BoxLimits limits) {
        RunError problem = problem(end, limits, "compiler");
        return of(
                id,
                end,
                problem != null
                        ? problem
                        : new RunError(
                                RunProblem.COMPILE_FAILED,
                                "The program does not compile; the errors say why."));
    }

    /// Of a program that could not be run at all.
    static RunFinished failed(RunId id, String sentence) {
        return without(id, new RunError(RunProblem.INTERNAL, sentence));
    }

    /// Of a program that was stopped before its turn.
    static RunFinished stopped(RunId id) {
        return without(id, stopped());
    }

    /// Why the relay ended it, or could not begin it; null where it ended by itself.
    static @Nullable RunError problem(BoxEnd end, BoxLimits limits, String who) {
        Stop stop = end.stop();
        if (stop != null) {
            return of(stop, limits, who);
        }
        if (!end.began()) {
            return new RunError(
                    RunProblem.INTERNAL,
                    "The sandbox could not be started; tell whoever runs the relay.");
        }
        return isOutOfTime(end, limits) ? of(Stop.CPU, limits, who) : null;
    }

    /// Whether the kernel ended it for its processor time. A program can end itself like that, too,
    /// but then it has not taken nearly as much; what was seen of it is a little late.
    private static boolean isOutOfTime(BoxEnd end, BoxLimits limits) {
        return end.exitCode() == TOO_MUCH_CPU
                && end.cpu().multipliedBy(2).compareTo(limits.cpu()) > 0;
    }

    private static RunError of(Stop stop, BoxLimits limits, String who) {
        return switch (stop) {
            case TIME ->
                    error(
                            RunProblem.TIME_LIMIT,
                            "The %s took longer than the %s it has.",
                            who,
                            seconds(limits.wall()));
            case CPU ->
                    error(
                            RunProblem.CPU_LIMIT,
                            "The %s used more than the %s of processor time it has.",
                            who,
                            seconds(limits.cpu()));
            case MEMORY ->
                    error(
                            RunProblem.MEMORY_LIMIT,
                            "The %s used more than the %s of memory it has.",
                            who,
                            mebibytes(limits.memory()));
            case OUTPUT ->
                    error(
                            RunProblem.OUTPUT_LIMIT,
                            "The %s wrote more than the %s it may.",
                            who,
                            mebibytes(limits.output()));
            case FILES ->
                    error(
                            RunProblem.MEMORY_LIMIT,
                            "The %s made more than the %s files it may.",
                            who,
                            Long.toString(limits.files()));
            case WANTED -> stopped();
        };
    }

    private static RunError stopped() {
        return new RunError(RunProblem.STOPPED, "The run was stopped.");
    }

    private static RunError error(RunProblem problem, String sentence, String who, String limit) {
        return new RunError(problem, sentence.formatted(who, limit));
    }

    private static String seconds(Duration limit) {
        return limit.toSeconds() + " s";
    }

    private static String mebibytes(long limit) {
        return limit / MIB + " MB";
    }

    private static RunFinished of(RunId id, BoxEnd end, @Nullable RunError error) {
        if (!end.began() && end.stop() == null) {
            return without(id, error);
        }
        return new RunFinished(
                id,
                end.exitCode(),
                signal(end.exitCode()),
                end.time().toMillis(),
                seen(end.cpu().toMillis()),
                seen(end.memory()),
                end.truncated(),
                error);
    }

    /// A short run may be over before anyone looks.
    private static @Nullable Long seen(long value) {
        return value == 0 ? null : value;
    }

    private static RunFinished without(RunId id, @Nullable RunError error) {
        return new RunFinished(id, null, null, 0, null, null, false, error);
    }

    private static @Nullable String signal(int exitCode) {
        return SIGNALS.get(exitCode - SIGNAL);
    }
}
