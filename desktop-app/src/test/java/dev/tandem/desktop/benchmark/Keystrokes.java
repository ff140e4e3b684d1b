package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.fx.Appearance;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// What a key costs, in a room and in a bare text control, in turns: a line is typed in each, and
/// taken back again, as often as is wanted.
final class Keystrokes {
    private static final int WARM_UP = 5;
    private static final String BREAK = "\n        ";
    private static final String LINE = "int half = order.count() / 2 + total;\n";
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long BETWEEN_KEYS_NS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long BETWEEN_OTHERS_KEYS_MS = 100;

    private final Seat seat;
    private final Supplier<SecondPerson> others;
    private final FrameWatch watch;
    private final List<Way> ways;

    /// One way to type.
    ///
    /// @param others where the second person types meanwhile; empty for nowhere
    private record Way(String name, Desk desk, String others, Samples cpu, Samples elapsed) {
        Way(String name, Desk desk, String others) {
            this(name, desk, others, new Samples(), new Samples());
        }
    }

    /// @param others lets a second person come in
    Keystrokes(Seat seat, Supplier<SecondPerson> others, FrameWatch watch, Appearance appearance) {
        this.seat = seat;
        this.others = others;
        this.watch = watch;
        Desk bare = FxThread.call(() -> Desk.bare(seat.desk(), appearance));
        Desk coloured = FxThread.call(() -> Desk.coloured(seat.desk(), appearance));
        ways =
                List.of(
                        new Way("a bare CodeArea with line numbers", bare, ""),
                        new Way("the same with Tandem's numbers and colours", coloured, ""),
                        new Way("Tandem, alone in the room", seat.desk(), ""),
                        new Way("Tandem, another types near", seat.desk(), LongProgram.NEAR),
                        new Way("Tandem, another types far off", seat.desk(), LongProgram.FAR));
        FxThread.run(() ->
                ways.stream().map(Way::desk).distinct().forEach(desk -> watch.watch(desk.scene())));
    }

    void measure(int turns) {
        for (int turn = -WARM_UP; turn < turns; turn++) {
            for (Way way : ways) {
                type(way, turn >= 0);
            }
        }
        print();
    }

    private void type(Way way, boolean counts) {
        seat.show(way.desk);
        Runnable goAway = accompany(way.others);
        int start = begin(way.desk);
        FxThread.run(watch::reset);
        for (char sign : LINE.toCharArray()) {
            FxThread.run(() -> watch.key(way.desk.scene(), () -> way.desk.press(sign)));
            LockSupport.parkNanos(BETWEEN_KEYS_NS);
        }
        FxThread.await("the last frame", watch::isIdle);
        goAway.run();
        if (counts) {
            way.cpu.addAll(watch.cpu());
            way.elapsed.addAll(watch.elapsed());
        }
        FxThread.run(() -> way.desk.takeBackTo(start));
        seat.awaitConfirmed();
    }

    /// Begins a line, and rests until that is laid out and coloured.
    private static int begin(Desk desk) {
        int start = FxThread.call(() -> desk.write(BREAK, LongProgram.HERE));
        LockSupport.parkNanos(REST_NS);
        return start;
    }

    private Runnable accompany(String place) {
        if (place.isEmpty()) {
            return () -> {};
        }
        SecondPerson second = others.get();
        second.goTo(place);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> keys =
                timer.scheduleAtFixedRate(
                        second::key, 0, BETWEEN_OTHERS_KEYS_MS, TimeUnit.MILLISECONDS);
        return () -> {
            keys.cancel(false);
            timer.close();
            second.tidy();
            second.close();
        };
    }

    private void print() {
        Way bare = ways.getFirst();
        System.out.printf(
                Locale.ENGLISH,
                "%nA key in a file of %,d lines, %,d keys each, in ms%n%n",
                LongProgram.LINES,
                bare.cpu.size());
        System.out.println("| | CPU median | p99 | to bare | elapsed median | p99 | to bare |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        ways.forEach(way -> print(way, bare));
    }

    private static void print(Way way, Way bare) {
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                way.name,
                way.cpu.medianMs(),
                way.cpu.p99Ms(),
                way.cpu.medianMs() / bare.cpu.medianMs(),
                way.elapsed.medianMs(),
                way.elapsed.p99Ms(),
                way.elapsed.medianMs() / bare.elapsed.medianMs());
    }
}
