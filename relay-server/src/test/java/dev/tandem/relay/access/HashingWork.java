package dev.tandem.relay.access;

import java.util.concurrent.atomic.AtomicLong;

/// Argon2 that notes how much it is made to do: the same everywhere, unlike time.
final class HashingWork implements Argon2 {
    /// For tests that hash often.
    static final HashCost LITTLE = new HashCost(64, 1, 1);

    private final AtomicLong done = new AtomicLong();

    @Override
    public byte[] hash(byte[] password, HashCost cost, byte[] salt, int length) {
        done.addAndGet(cost.work());
        return Argon2.compute(password, cost, salt, length);
    }

    /// How much is done in `action`.
    long in(Runnable action) {
        long before = done.get();
        action.run();
        return done.get() - before;
    }
}
