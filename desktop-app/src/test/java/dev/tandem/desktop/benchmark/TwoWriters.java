package dev.tandem.desktop.benchmark;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Two people who write in two windows, and what a minute of that is like. Any thread but the FX
/// one.
final class TwoWriters {
    private static final int GARBAGE_COLLECTIONS = 4;
    private static final double BYTES_PER_MB = 1e6;

    private final FrameWatch watch;
    private final Writer ada;
    private final Writer mert;
    private Samples echoes = new Samples();

    TwoWriters(FrameWatch watch, Seat ada, Seat mert) {
        this.watch = watch;
        FxThread.run(() -> {
            watch.watch(ada.desk().scene());
            watch.watch(mert.desk().scene());
        });
        this.ada = FxThread.call(() -> writer(ada, mert, 1));
        this.mert = FxThread.call(() -> writer(mert, ada, 2));
    }

    private Writer writer(Seat at, Seat other, long seed) {
        Echo echo = new Echo(other.session(), time -> echoes.add(time));
        return new Writer(
                new Typist(
                        at.desk(),
                        seed,
                        press -> {
                            echo.pressed();
                            watch.key(at.desk().scene(), press);
                        },
                        () -> at.session().say("What do you think of this line?")));
    }

    private static final class Writer {
        private final Typist typist;
        private long nextAt = System.nanoTime();

        Writer(Typist typist) {
            this.typist = typist;
        }

        void act() {
            int waitMs = FxThread.call(typist::act);
            nextAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        }
    }

    /// What one minute was like.
    ///
    /// @param heapMb in use when what is garbage has been collected
    /// @param keyMs processor time of a key until its frame is laid out, the median
    /// @param echoMs from a key in one window until its letter is in the other, the median
    record Minute(double heapMb, double keyMs, double keyP99Ms, double echoMs, double echoP99Ms) {}

    /// Lets them write for a minute.
    Minute minute() {
        FxThread.run(() -> {
            watch.reset();
            echoes = new Samples();
        });
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (Writer next = next(); next.nextAt < end; next = next()) {
            LockSupport.parkNanos(next.nextAt - System.nanoTime());
            next.act();
        }
        double heapMb = heapMb();
        return FxThread.call(() -> {
            Samples keys = watch.cpu();
            return new Minute(
                    heapMb, keys.medianMs(), keys.p99Ms(), echoes.medianMs(), echoes.p99Ms());
        });
    }

    private Writer next() {
        return ada.nextAt <= mert.nextAt ? ada : mert;
    }

    private static double heapMb() {
        for (int i = 0; i < GARBAGE_COLLECTIONS; i++) {
            System.gc();
            FxThread.run(() -> {}); // lets it drop what the collector has found
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB;
    }
}
