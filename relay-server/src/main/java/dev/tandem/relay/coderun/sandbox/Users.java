package dev.tandem.relay.coderun.sandbox;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The users that runs get where the relay is root: one each, so that they cannot reach each other.
/// Any thread.
final class Users {
    private final BitSet taken = new BitSet();
    private final @Nullable Integer first;

    /// @param first of a range that nobody else uses; null where the relay's own user does
    Users(@Nullable Integer first) {
        this.first = first;
    }

    /// One that nobody has; null for the relay's own.
    synchronized @Nullable Integer take() {
        if (first == null) {
            return null;
        }
        int free = taken.nextClearBit(0);
        taken.set(free);
        return first + free;
    }

    synchronized void giveBack(@Nullable Integer user) {
        if (first != null && user != null) {
            taken.clear(user - first);
        }
    }
}
