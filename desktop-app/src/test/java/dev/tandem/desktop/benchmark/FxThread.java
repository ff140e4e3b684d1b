package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.fx.TextLayouts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;

/// The FX thread, seen from another one: what is done there, and how much of a processor it takes.
final class FxThread {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_S = 60;
    private static final long BETWEEN_LOOKS_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private static volatile long id;

    private FxThread() {}

    static void start() {
        TextLayouts.keepFew(); // as the application does
        CompletableFuture<Long> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(Thread.currentThread().threadId()));
        id = started.join();
        run(() -> Platform.setImplicitExit(false));
    }

    static <T> T call(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Platform::runLater)
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Looks again and again until it is so.
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
    }

    /// The processor time that the FX thread has taken so far.
    static long cpuNanos() {
        return THREADS.getThreadCpuTime(id);
    }

    /// The same for the thread that asks.
    static long ownCpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
