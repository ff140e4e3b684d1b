package dev.tandem.relay.room;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts how often someone found that they had another text than the relay, and logs it. Any
/// thread.
final class Divergences {
    private static final Logger LOG = LoggerFactory.getLogger(Divergences.class);

    /// Nobody fills the log by saying it over and over.
    private static final long QUIET_MS = 100;

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong quietUntil = new AtomicLong();

    /// How many there were since the relay started.
    long count() {
        return count.get();
    }

    /// @param said what everyone was told of that revision; null if that is not known any more
    /// @param now epoch milliseconds UTC
    void add(
            SessionId session,
            ParticipantId who,
            Diverged diverged,
            @Nullable String said,
            long now) {
        count.incrementAndGet();
        long quiet = quietUntil.get();
        if (now >= quiet && quietUntil.compareAndSet(quiet, now + QUIET_MS)) {
            LOG.warn(
                    "Session {}: {} has another text of {}, at revision {} with hash {}; {}",
                    session,
                    who,
                    diverged.doc(),
                    diverged.revision().value(),
                    diverged.hash(),
                    relaysWord(diverged.hash(), said));
        }
    }

    private static String relaysWord(String hash, @Nullable String said) {
        if (said == null) {
            return "the relay's hash at that revision is not known any more";
        }
        return said.equals(hash)
                ? "the relay's hash at that revision is the same"
                : "the relay's hash at that revision is " + said;
    }
}
