package dev.tandem.desktop.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Carries what the connection tells over to the FX thread, in order. What comes first after a
/// pause is done at once; what comes within a frame's time after that is done together, and shown
/// once: however many edits there are in a second, the text is laid out for each frame at most.
final class Inbox {
    private static final long FRAME_NS = TimeUnit.MILLISECONDS.toNanos(16);

    private final Runnable afterwards;
    private List<Runnable> waiting = new ArrayList<>();
    private long emptiedAt = System.nanoTime() - FRAME_NS;

    /// @param afterwards done on the FX thread after each time that something was done
    Inbox(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /// Any thread.
    synchronized void add(Runnable work) {
        waiting.add(work);
        if (waiting.size() == 1) {
            emptyAfter(emptiedAt + FRAME_NS - System.nanoTime());
        }
    }

    private void emptyAfter(long nanos) {
        if (nanos <= 0) {
            Platform.runLater(this::empty);
        } else {
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Platform::runLater)
                    .execute(this::empty);
        }
    }

    private void empty() {
        taken().forEach(Runnable::run);
        afterwards.run();
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> taken = waiting;
        emptiedAt = System.nanoTime();
        waiting = new ArrayList<>();
        return taken;
    }
}
