package dev.tandem.relay.bench;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The one thread of all connections. What others want from it they hand in; everything that is its
/// guest's is touched by it alone.
final class Loop implements AutoCloseable {
    private static final long SHORTEST_WAIT_MS = 1;
    private static final long LONGEST_WAIT_MS = 50;

    /// Whose channel it watches.
    interface Guest {
        void ready();
    }

    private final Selector selector;
    private final Queue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    private final Wire.Tools tools = new Wire.Tools();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Agenda agenda = new Agenda();
    private volatile boolean closed;

    private Loop(Selector selector) {
        this.selector = selector;
    }

    static Loop start() throws IOException {
        Loop loop = new Loop(Selector.open());
        Thread.ofPlatform().name("bench-loop").daemon().start(loop::run);
        return loop;
    }

    /// Does `work` on the loop's thread and waits for it.
    <T> T ask(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        handedIn.add(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        selector.wakeup();
        return CompletableFuture.anyOf(answer, end)
                .thenApply(_ -> answer.join()) // the loop's own failure is everybody's
                .join();
    }

    /// What is due when; on the loop's thread.
    Agenda agenda() {
        return agenda;
    }

    /// On the loop's thread.
    Wire.Tools tools() {
        return tools;
    }

    /// On the loop's thread.
    SelectionKey register(SelectableChannel channel, int operations, Guest guest)
            throws IOException {
        return channel.register(selector, operations, guest);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        end.exceptionally(_ -> null).join();
    }

    private void run() {
        try (selector) {
            while (!closed) {
                turn();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            end.complete(null);
        } catch (IOException | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void turn() throws IOException {
        Runnable next;
        while ((next = handedIn.poll()) != null) {
            next.run();
        }
        long waitNanos = agenda.doWhatIsDue();
        if (waitNanos == 0) {
            selector.selectNow(Loop::serve);
        } else {
            long waitMs = Math.clamp(waitNanos / 1_000_000, SHORTEST_WAIT_MS, LONGEST_WAIT_MS);
            selector.select(Loop::serve, waitMs);
        }
    }

    private static void serve(SelectionKey key) {
        if (key.isValid()) {
            ((Guest) key.attachment()).ready();
        }
    }
}
