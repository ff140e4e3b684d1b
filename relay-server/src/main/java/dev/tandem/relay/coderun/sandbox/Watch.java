package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at what a program takes, and says when it is too much. The clock stands still while the
/// program waits for someone who can type, up to a limit of its own. For one thread; times are
/// those of `System.nanoTime`.
final class Watch {
    private final BoxLimits limits;
    private final ProcessTree tree;
    private final BooleanSupplier interactive;
    private final long startedAt;
    private long lookedAt;
    private long waited;
    private Usage most = Usage.NONE;

    /// @param interactive whether someone can type for the program
    Watch(BoxLimits limits, ProcessTree tree, BooleanSupplier interactive, long startedAt) {
        this.limits = limits;
        this.tree = tree;
        this.interactive = interactive;
        this.startedAt = startedAt;
        lookedAt = startedAt;
    }

    /// The limit that is hit; null for none.
    @Nullable Stop look(long now) {
        Usage usage = tree.usage(interactive.getAsBoolean());
        Stop stop = stop(usage, now);
        lookedAt = now;
        return stop;
    }

    private @Nullable Stop stop(Usage usage, long now) {
        long memory = usage.memory();
        if (memory > limits.memory()) {
            memory = tree.proportionalMemory();
        }
        most =
                new Usage(
                        Math.max(most.memory(), memory),
                        max(most.cpu(), usage.cpu()),
                        usage.waiting());
        if (usage.waiting()) {
            waited += now - lookedAt;
        }
        if (memory > limits.memory()) {
            return Stop.MEMORY;
        }
        if (most.cpu().compareTo(limits.cpu()) > 0) {
            return Stop.CPU;
        }
        return isLate(now) ? Stop.TIME : null;
    }

    private boolean isLate(long now) {
        long elapsed = now - startedAt;
        return elapsed - waited > limits.wall().toNanos()
                || elapsed > max(limits.wall(), limits.interactive()).toNanos();
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    long startedAt() {
        return startedAt;
    }

    Duration cpu() {
        return most.cpu();
    }

    long memory() {
        return most.memory();
    }
}
