package dev.tandem.desktop.benchmark;

import java.util.Locale;
import javafx.scene.Scene;

/// What the frames of a scene cost the FX thread: of each, the processor time of all that the
/// thread did since the one before was laid out, and the time by the clock between the two. FX
/// thread.
final class Frames {
    private static final double ONE_MS = 1_000 / 60.0;

    private Samples cpu = new Samples();
    private Samples apart = new Samples();
    private boolean counting;
    private long cpuBefore;
    private long before;

    /// Counts none yet.
    Frames(Scene scene) {
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    /// Forgets what was counted.
    void reset() {
        cpu = new Samples();
        apart = new Samples();
    }

    void count() {
        counting = true;
        cpuBefore = FxThread.ownCpuNanos();
        before = System.nanoTime();
    }

    void rest() {
        counting = false;
    }

    private void laidOut() {
        if (counting) {
            cpu.add(FxThread.ownCpuNanos() - cpuBefore);
            apart.add(System.nanoTime() - before);
            count();
        }
    }

    static void printHead() {
        System.out.println("| | frames | median | p99 | at most | over 16.7 ms | apart, p99 |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    void print(String what) {
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %,d | %.1f ms | %.1f ms | %.1f ms | %d | %.1f ms |%n",
                what,
                cpu.size(),
                cpu.medianMs(),
                cpu.p99Ms(),
                cpu.maxMs(),
                cpu.above(ONE_MS),
                apart.p99Ms());
    }
}
