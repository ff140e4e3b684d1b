package dev.tandem.relay.access;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Tells whether a password was hashed, by the memory that takes: the same everywhere, unlike time.
final class HashingWork {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ONE_HASH = 19L << 20;

    private HashingWork() {}

    /// How many passwords this thread hashes in `action`.
    static long hashesIn(Runnable action) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / ONE_HASH;
    }
}
