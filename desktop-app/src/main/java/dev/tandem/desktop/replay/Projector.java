package dev.tandem.desktop.replay;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has another thread find what is to be shown. However quickly somebody wants to see other places,
/// one is worked on at a time, and then the one that is wanted by then. FX thread.
final class Projector implements AutoCloseable {
    private final Projection projection;
    private final Executor fxThread;
    private final Consumer<Moment> sink;
    private final ExecutorService worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    work -> Thread.ofPlatform().daemon().name("replay").unstarted(work),
                    new ThreadPoolExecutor.DiscardPolicy());
    private @Nullable Wanted wanted;
    private @Nullable Wanted underWay;
    private @Nullable Moment shown;

    /// @param fxThread how the worker gets back, `Platform::runLater`
    /// @param sink gets what is to be shown; each follows from the one before
    Projector(Projection projection, Executor fxThread, Consumer<Moment> sink) {
        this.projection = projection;
        this.fxThread = fxThread;
        this.sink = sink;
    }

    void want(Wanted now) {
        if (!now.equals(wanted)) {
            wanted = now;
            if (underWay == null) {
                begin(now);
            }
        }
    }

    /// Begins to fold what nobody wants to see yet, in between.
    void foldOn() {
        worker.execute(() -> {
            if (projection.foldOn()) {
                foldOn();
            }
        });
    }

    private void begin(Wanted next) {
        underWay = next;
        Moment before = shown;
        worker.execute(() -> {
            Moment found = projection.at(next, before);
            fxThread.execute(() -> arrive(next, found));
        });
    }

    private void arrive(Wanted answered, Moment found) {
        underWay = null;
        if (worker.isShutdown()) {
            return;
        }
        shown = found;
        sink.accept(found);
        Wanted next = wanted;
        if (next != null && !next.equals(answered)) {
            begin(next);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
