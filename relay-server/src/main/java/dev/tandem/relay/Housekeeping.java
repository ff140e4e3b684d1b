package dev.tandem.relay;

import dev.tandem.relay.access.Access;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a relay does for its data every now and then. Each time on a thread of its own, since the
/// timer must not be held up.
///
/// @param keepAudit how long the audit trail's entries are kept
/// @param retention null where sessions are kept for ever
record Housekeeping(
        Database database,
        Access access,
        Digests digests,
        Duration keepAudit,
        @Nullable Retention retention) {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// Begins now, and ends with the timer.
    void begin(ScheduledExecutorService timer) {
        every(1, TimeUnit.MINUTES, timer, database::keepUp);
        every(1, TimeUnit.MINUTES, timer, digests::make);
        every(1, TimeUnit.MINUTES, timer, access::noteHeldOff);
        every(1, TimeUnit.HOURS, timer, this::forget);
        if (retention != null) {
            every(1, TimeUnit.HOURS, timer, retention::look);
        }
    }

    /// What would wait for its time, where there is none any more.
    void end() {
        run(access::noteHeldOff);
    }

    private void forget() {
        access.forgetOld();
        database.audit().forgetBefore(System.currentTimeMillis() - keepAudit.toMillis());
    }

    private static void every(
            long time, TimeUnit unit, ScheduledExecutorService timer, Runnable work) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> Thread.ofVirtual().name("relay-housekeeping").start(() -> run(work)),
                        0,
                        time,
                        unit);
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (StorageFailure e) {
            LOG.warn("The housekeeping is put off: {}", e.getMessage());
        }
    }
}
