package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at what a program takes, and says when it is too much. The clock stands still while the
/// program waits for someone who can type, up to a limit of its own. For one thread; times are
/// those of `System.nanoTime`. What a control group says of it is truer than what was seen.
final class Watch {
    /// What is hidden is looked for that seldom, since it takes ten times as long as all else.
    private static final int LOOKS_FOR_HIDDEN = 5;

    private final BoxLimits limits;
    private final ProcessTree tree;
    private final ControlGroup group;
    private final BooleanSupplier interactive;
    private final BooleanSupplier begun;
    private final long startedAt;
    private long lookedAt;
    private long waited;
    private int looks;
    private long shared;
    private long sockets;
    private Usage most = Usage.NONE;

    /// @param interactive whether someone can type for the program
    /// @param begun whether it is the program that runs, and not yet what makes its sandbox
    Watch(
            BoxLimits limits,
            ProcessTree tree,
            ControlGroup group,
            BooleanSupplier interactive,
            BooleanSupplier begun,
            long startedAt) {
        this.limits = limits;
        this.tree = tree;
        this.group = group;
        this.interactive = interactive;
        this.begun = begun;
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
        if (begun.getAsBoolean() && looks++ % LOOKS_FOR_HIDDEN == 0) {
            shared = tree.sharedMemory();
            sockets = tree.socketMemory();
        }
        if (memory + shared + sockets > limits.memory()) {
            memory = tree.proportionalMemory() + sockets;
        }
        most =
                new Usage(
                        Math.max(most.memory(), memory),
                        max(most.cpu(), max(usage.cpu(), group.cpu())),
                        usage.waiting());
        if (usage.waiting()) {
            waited += now - lookedAt;
        }
        if (memory > limits.memory() || group.isOutOfMemory()) {
            return Stop.MEMORY;
        }
        if (most.cpu().compareTo(limits.cpu()) > 0) {
            return Stop.CPU;
        }
        if (begun.getAsBoolean() && tree.files() > limits.files()) {
            return Stop.FILES;
        }
        return isLate(now) ? Stop.TIME : null;
    }

    /// What the kernel has to say of a program that has ended: the limit that it kept; null for
    /// none.
    @Nullable Stop last() {
        most =
                new Usage(
                        Math.max(most.memory(), group.memory()),
                        max(most.cpu(), group.cpu()),
                        false);
        return group.isOutOfMemory() ? Stop.MEMORY : null;
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
