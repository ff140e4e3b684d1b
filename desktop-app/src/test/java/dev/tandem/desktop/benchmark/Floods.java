package dev.tandem.desktop.benchmark;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// What 1,000 edits of someone else in a second cost the window.
final class Floods {
    private static final int EDITS = 1_000;
    private static final int WARM_UP = 5;

    private final Seat seat;
    private final Flood flood;

    Floods(Seat seat, Flood flood) {
        this.seat = seat;
        this.flood = flood;
    }

    void measure(int turns) {
        seat.show(seat.desk());
        FxThread.run(() -> seat.desk().write("\n", LongProgram.HERE));
        seat.awaitConfirmed();
        System.out.printf("%n%,d edits of someone else in a second%n%n", EDITS);
        System.out.println("| | FX thread, median | at most | a key waits, p99 | at most |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        measure("on the screen", LongProgram.NEAR, turns);
        measure("far off", LongProgram.FAR, turns);
    }

    private void measure(String name, String place, int turns) {
        int offset = FxThread.call(() -> seat.session().text().indexOf(place) + place.length());
        Samples waits = new Samples();
        Samples taken = new Samples();
        for (int turn = -WARM_UP; turn < turns; turn++) {
            Samples of = new Samples();
            long cpu = flood(offset, of);
            if (turn >= 0) {
                taken.add(cpu);
                waits.addAll(of);
            }
        }
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %.0f %% | %.0f %% | %.1f ms | %.1f ms |%n",
                name,
                taken.medianMs() / 10,
                taken.maxMs() / 10,
                waits.p99Ms(),
                waits.maxMs());
    }

    /// One second of it.
    ///
    /// @return what it takes of the FX thread, until all is there
    private long flood(int offset, Samples waits) {
        long before = FxThread.cpuNanos();
        AtomicInteger sent = new AtomicInteger();
        try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(2)) {
            var keys =
                    timer.scheduleAtFixedRate(
                            () -> {
                                if (sent.getAndIncrement() < EDITS) {
                                    flood.key(offset);
                                }
                            },
                            0,
                            1,
                            TimeUnit.MILLISECONDS);
            var probes = timer.scheduleAtFixedRate(probe(waits), 0, 5, TimeUnit.MILLISECONDS);
            while (sent.get() < EDITS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            keys.cancel(false);
            flood.mark(offset);
            FxThread.await(
                    "the last edit", () -> seat.session().visibleText().length() == flood.length());
            probes.cancel(false);
        }
        return FxThread.cpuNanos() - before;
    }

    /// Measures how long something waits until the FX thread gets to it.
    private static Runnable probe(Samples waits) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                long asked = System.nanoTime();
                Platform.runLater(() -> {
                    waits.add(System.nanoTime() - asked);
                    waiting.set(false);
                });
            }
        };
    }
}
