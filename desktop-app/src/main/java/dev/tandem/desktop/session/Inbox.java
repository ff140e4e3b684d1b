package dev.tandem.desktop.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/// Carries what the connection tells over to the FX thread, in order. What comes first after a
/// pause is done at once; what comes within a frame's time after that is done together, and shown
/// once: however many edits there are in a second, the text is laid out for each frame at most.
final class Inbox {
    private static final long FRAME_NS = TimeUnit.MILLISECONDS.toNanos(16);

    private final Runnable afterwards;
    private final LongSupplier clock;
    private final Later later;
    private List<Runnable> waiting = new ArrayList<>();
    private long emptiedAt;

    /// Does something on the FX thread after so many nanoseconds, or at once where there are none.
    interface Later {
        void run(Runnable action, long nanos);
    }

    /// @param afterwards done on the FX thread after each time that something was done
    Inbox(Runnable afterwards) {
        this(afterwards, System::nanoTime, Inbox::onFxThread);
    }

    /// @param clock nanoseconds on any clock that does not go back
    Inbox(Runnable afterwards, LongSupplier clock, Later later) {
        this.afterwards = afterwards;
        this.clock = clock;
        this.later = later;
        emptiedAt = clock.getAsLong() - FRAME_NS;
    }

    /// Any thread.
    synchronized void add(Runnable work) {
        waiting.add(work);
        if (waiting.size() == 1) {
            later.run(this::empty, emptiedAt + FRAME_NS - clock.getAsLong());
        }
    }

    private static void onFxThread(Runnable action, long nanos) {
        if (nanos <= 0) {
            Platform.runLater(action);
        } else {
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Platform::runLater)
                    .execute(action);
        }
    }

    private void empty() {
        taken().forEach(Runnable::run);
        afterwards.run();
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> taken = waiting;
        emptiedAt = clock.getAsLong();
        waiting = new ArrayList<>();
        return taken;
    }
}
