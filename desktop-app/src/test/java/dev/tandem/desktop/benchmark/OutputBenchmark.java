package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.protocol.room.Run;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fxmisc.richtext.GenericStyledArea;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures what a megabyte of output costs the window on a screen that is not there, frame by
/// frame, and prints the table of `docs/performance.md`. A real relay runs a real program in its
/// sandbox, and sends what that prints as it does to everybody.
@Command(name = "bench output", mixinStandardHelpOptions = true)
public final class OutputBenchmark implements Callable<Integer> {
    private static final String PROGRAM =
            """
            import sys, time
            kind, pieces = input().split()
            lines = {
                'plain': 'the quick brown fox jumps over the lazy dog, and once more: %06d' + ' ok' * 11,
                'colours': '\\x1b[32mpassed\\x1b[0m \\x1b[1mtest_%06d\\x1b[0m (\\x1b[36msuite.Case\\x1b[0m)'
                           + ' in \\x1b[33m12 ms\\x1b[0m \\x1b[2mafter setup\\x1b[0m',
                'short': '%d',
            }
            if kind == 'long':
                text = 'abcdefghi ' * 100_000
            else:
                text = ''
                lines = [lines[kind] % n for n in range(200_000 if kind == 'short' else 20_000)]
                text = '\\n'.join(lines)[:1_000_000]
            size = -(-len(text) // int(pieces))
            for at in range(0, len(text), size):
                sys.stdout.write(text[at:at + size])
                sys.stdout.flush()
                time.sleep(0.05 if int(pieces) > 1 else 0)
            print('\\x1b[0m\\n\\nthe end', end='')
            """;
    private static final String END = "the end";

    /// A room lets one run something once a second.
    private static final long BETWEEN_RUNS_NS = TimeUnit.MILLISECONDS.toNanos(1_200);

    private static final long FRAME_NS = TimeUnit.MILLISECONDS.toNanos(16);
    private static final int STEPS = 300;
    private static final double STEP = 120;

    @Option(
            names = "--turns",
            paramLabel = "N",
            description = "How often each is printed (${DEFAULT-VALUE}).")
    private int turns = 3;

    private Seat seat;
    private GenericStyledArea<?, ?, ?> area;
    private Frames frames;

    /// A megabyte.
    ///
    /// @param input what the program reads: what it prints, and in how many pieces
    private record Way(String name, String input) {}

    private static final List<Way> WAYS =
            List.of(
                    new Way("lines of 100 characters, at once", "plain 1"),
                    new Way("the same, 10 KB at a time, 20 times a second", "plain 100"),
                    new Way("coloured lines, at once", "colours 1"),
                    new Way("lines of six characters, at once", "short 1"),
                    new Way("one line without an end, at once", "long 1"));

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OutputBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        FxThread.start();
        try (RelayChild relay = RelayChild.with("python", PROGRAM);
                Network network = new Network()) {
            Appearance appearance = FxThread.call(() -> new Appearance(Theme.LIGHT));
            seat = Seat.take(network, relay.room(), relay.interviewer("Ada"), appearance);
            area =
                    (GenericStyledArea<?, ?, ?>)
                            Objects.requireNonNull(seat.desk().scene().lookup("#output"));
            frames = FxThread.call(() -> new Frames(seat.desk().scene()));
            FxThread.run(seat.session()::start);
            FxThread.await("a relay that can run Python", this::canRun);
            WAYS.forEach(this::print);
            Frames.printHead();
            for (Way way : WAYS) {
                measure(way);
            }
        }
        return 0;
    }

    private boolean canRun() {
        var runner = seat.session().runnerProperty().get();
        return runner != null && runner.offer("python") != null;
    }

    private void measure(Way way) {
        FxThread.run(frames::reset);
        for (int turn = 0; turn < turns; turn++) {
            print(way);
        }
        FxThread.run(() -> frames.print(way.name));
        LockSupport.parkNanos(BETWEEN_RUNS_NS);
        FxThread.run(frames::reset);
        FxThread.run(frames::count);
        for (int step = 0; step < STEPS; step++) {
            FxThread.run(() -> Wheel.turn(area.lookup(".virtual-flow"), STEP));
            LockSupport.parkNanos(FRAME_NS);
        }
        FxThread.run(frames::rest);
        if (FxThread.call(() -> area.visibleParToAllParIndex(0))
                > area.getParagraphs().size() - 20) {
            throw new IllegalStateException("nothing was scrolled");
        }
        FxThread.run(() -> frames.print("then scrolled up through, 120 pixels a frame"));
    }

    /// Until all of it is shown.
    private void print(Way way) {
        LockSupport.parkNanos(BETWEEN_RUNS_NS);
        Run before = FxThread.call(this::newest);
        FxThread.run(frames::count);
        FxThread.run(() -> seat.session().run(way.input + "\n"));
        FxThread.await(
                way.name,
                () -> {
                    Run now = newest();
                    return now != null
                            && (before == null || !now.runId().equals(before.runId()))
                            && now.isOver()
                            && area.getLength() > END.length()
                            && area.getText(area.getLength() - END.length(), area.getLength())
                                    .equals(END);
                });
        FxThread.run(frames::rest);
    }

    private Run newest() {
        return seat.session().runsProperty().get().newest();
    }
}
