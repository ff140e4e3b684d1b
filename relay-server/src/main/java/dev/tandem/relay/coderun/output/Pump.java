package dev.tandem.relay.coderun.output;

import dev.tandem.protocol.role.RunStream;
import dev.tandem.relay.coderun.output.Coalescer.Piece;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Passes on what a program writes, in few pieces, on a virtual thread of its own. Any thread
/// writes.
public final class Pump {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Coalescer coalescer = new Coalescer(System.nanoTime());
    private final BiConsumer<RunStream, String> receiver;
    private final Thread thread;
    private boolean closed;

    /// Begins to pass on what is written.
    ///
    /// @param receiver is told each piece, and must not hold up for long
    public Pump(BiConsumer<RunStream, String> receiver) {
        this.receiver = receiver;
        thread = Thread.ofVirtual().name("run-output").start(this::pump);
    }

    public void write(RunStream stream, String text) {
        lock.lock();
        try {
            coalescer.add(stream, text);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything that was written is passed on.
    public void finish() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        thread.join();
    }

    private void pump() {
        try {
            for (Piece piece = next(); piece != null; piece = next()) {
                receiver.accept(piece.stream(), piece.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Null when everything has gone and nothing more comes.
    private @Nullable Piece next() throws InterruptedException {
        lock.lock();
        try {
            while (coalescer.isEmpty() && !closed) {
                changed.await();
            }
            long delay = coalescer.delay(System.nanoTime());
            while (!coalescer.isEmpty() && delay > 0) {
                changed.await(delay, TimeUnit.NANOSECONDS);
                delay = coalescer.delay(System.nanoTime());
            }
            return coalescer.take(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }
}
