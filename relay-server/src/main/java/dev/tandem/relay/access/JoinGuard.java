package dev.tandem.relay.access;

import dev.tandem.relay.config.LimitConfig;
import java.time.InstantSource;

/// Holds off those who try out codes: too many failed joins from one address. Any thread may call
/// it.
final class JoinGuard {
    private final FailureLimit byAddress;

    JoinGuard(LimitConfig limits, InstantSource clock) {
        byAddress = new FailureLimit(limits.failedJoins(), limits.failedJoinsWithin(), clock);
    }

    boolean isShut(String address) {
        return byAddress.pauseMs(Network.of(address)) > 0;
    }

    void failed(String address) {
        byAddress.fail(Network.of(address));
    }

    /// Whether the attempt may go on, until [#leave]; for one that could be tried many times at
    /// once.
    boolean enter(String address) {
        return byAddress.begin(Network.of(address)) == 0;
    }

    void leave(String address, boolean failed) {
        byAddress.end(Network.of(address), failed);
    }
}
