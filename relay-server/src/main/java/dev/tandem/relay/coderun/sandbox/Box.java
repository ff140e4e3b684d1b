package dev.tandem.relay.coderun.sandbox;

import dev.tandem.relay.coderun.output.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A program in its sandbox, from the start to the end. Its streams have virtual threads of their
/// own, and so has whoever watches it. Any thread.
public final class Box {
    /// Whoever takes what a program writes, on the stream's own thread.
    @FunctionalInterface
    public interface Sink {
        void take(byte[] bytes, int length);
    }

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int BUFFER = 1 << 16;

    private final Process process;
    private final ProcessTree tree;
    private final String sign;
    private final Preamble preamble;
    private final StandardInput input;
    private final Budget budget;
    private final ControlGroup group;
    private final Runnable cleaning;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final CountDownLatch read = new CountDownLatch(2);
    private final Watch watch;
    private volatile boolean truncated;

    private Box(
            Process process,
            BoxLimits limits,
            ControlGroup group,
            String sign,
            Sink stderr,
            Runnable cleaning) {
        this.process = process;
        this.tree = new ProcessTree(process.pid());
        this.sign = sign;
        this.group = group;
        this.cleaning = cleaning;
        budget = new Budget(limits.output());
        preamble = new Preamble(sign, limited(stderr));
        input = new StandardInput(process.getOutputStream());
        watch =
                new Watch(
                        limits,
                        tree,
                        group,
                        input::isOpen,
                        () -> preamble.since().isPresent(),
                        System.nanoTime());
    }

    /// @param group in which the process is, or soon will be
    /// @param sign the line with which the program begins
    /// @param cleaning takes away what the sandbox needed, when it has ended
    static Box of(
            Process process,
            BoxLimits limits,
            ControlGroup group,
            String sign,
            Sink stdout,
            Sink stderr,
            Runnable cleaning) {
        Box box = new Box(process, limits, group, sign, stderr, cleaning);
        box.read("run-stdout", process.getInputStream(), box.limited(stdout));
        box.read("run-stderr", process.getErrorStream(), box.preamble);
        return box;
    }

    /// Its processes.
    ProcessTree tree() {
        return tree;
    }

    /// Types for the program.
    public void type(byte[] bytes) {
        input.write(bytes);
    }

    /// Says that nothing more is typed.
    public void endInput() {
        input.end();
    }

    /// Ends the program and everything that it started, and comes back at once.
    public void stop(Stop why) {
        if (stop.compareAndSet(null, why)) {
            kill();
        }
    }

    /// Watches the program until it has ended and all that it wrote is read.
    public BoxEnd await() throws InterruptedException {
        try {
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Stop due = watch.look(System.nanoTime());
                if (due != null) {
                    stop(due);
                }
            }
            long ended = System.nanoTime();
            stop.compareAndSet(null, watch.last());
            input.end();
            if (!read.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                close(process.getInputStream());
                close(process.getErrorStream());
            }
            if (preamble.since().isEmpty()) {
                killOrphans();
            }
            return end(ended);
        } finally {
            process.destroyForcibly();
            group.end();
            cleaning.run();
        }
    }

    private BoxEnd end(long ended) {
        long began = preamble.since().orElse(watch.startedAt());
        return new BoxEnd(
                preamble.since().isPresent(),
                process.exitValue(),
                stop.get(),
                Duration.ofNanos(ended - began),
                watch.cpu(),
                watch.memory(),
                truncated,
                preamble.words());
    }

    /// The sandbox's first process first: everything in it dies with it and is buried by
    /// bubblewrap, however long that takes. The other way round the dead would be left to the
    /// relay.
    private void kill() {
        killFirst();
        Thread.ofVirtual().name("run-end").start(this::killTheRest);
    }

    /// A bubblewrap that ends as it begins may leave a child, which waits for its word for ever and
    /// is below nobody.
    private void killOrphans() {
        ProcessTree.with(sign).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean killFirst() {
        Optional<ProcessHandle> first = tree.first().flatMap(ProcessHandle::of);
        first.ifPresent(ProcessHandle::destroyForcibly);
        return first.isPresent();
    }

    private void killTheRest() {
        try {
            while (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!killFirst()) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String name, InputStream stream, Sink sink) {
        Thread.ofVirtual().name(name).start(() -> read(stream, sink));
    }

    private void read(InputStream stream, Sink sink) {
        byte[] buffer = new byte[BUFFER];
        try (stream) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                sink.take(buffer, length);
            }
        } catch (IOException e) {
            // It was closed, since someone who is gone still held it.
        } finally {
            read.countDown();
        }
    }

    /// What is too much is read all the same, so that a program never waits for its end.
    private Sink limited(Sink sink) {
        return (bytes, length) -> {
            int allowed = budget.take(length);
            if (allowed > 0) {
                sink.take(bytes, allowed);
            }
            if (allowed < length) {
                truncated = true;
                stop(Stop.OUTPUT);
            }
        };
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Then it is closed.
        }
    }
}
