package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at what a program takes, and says when it is too much. The clock stands still while the
/// program waits for someone who can type, up to a limit of its own. For one thread; times are
/// those of `System.nanoTime`. What a control group says of it is truer than what was seen.
final class Watch {
    /// Each of so many looks is a close one, at what takes long to find out.
    private static final int LOOKS_FOR_A_CLOSE_ONE = 5;

    private final BoxLimits limits;
    private final ProcessTree tree;
    private final ControlGroup group;
    private final BooleanSupplier interactive;
    private final BooleanSupplier begun;
    private final long startedAt;
    private long lookedAt;
    private long waited;
    private int looks;
    private long hidden;
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
        boolean closely = begun.getAsBoolean() && ++looks % LOOKS_FOR_A_CLOSE_ONE == 0;
        if (closely) {
            sockets = tree.socketMemory();
            hidden = usage.memory() + usage.addresses() > limits.memory() ? tree.hiddenMemory() : 0;
        }
        long memory = usage.memory();
        if (memory + hidden + sockets > limits.memory()) {
            memory = tree.proportionalMemory() + sockets;
        }
        most = most.max(memory, usage.cpu()).max(0, group.cpu());
        if (usage.waiting()) {
            waited += now - lookedAt;
        }
        if (memory > limits.memory() || group.isOutOfMemory()) {
            return Stop.MEMORY;
        }
        if (most.cpu().compareTo(limits.cpu()) > 0) {
            return Stop.CPU;
        }
        if (closely && tree.files() > limits.files()) {
            return Stop.FILES;
        }
        return isLate(now) ? Stop.TIME : null;
    }

    /// What the kernel has to say of a program that has ended: the limit that it kept; null for
    /// none.
    @Nullable Stop last() {
        most = most.max(group.memory(), group.cpu());
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
