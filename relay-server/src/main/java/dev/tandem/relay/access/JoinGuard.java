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
        byAddress.begin(Network.of(address));
    }

    /// Whether the attempt may go on, which then counts as a failure until [#succeeded]; for one
    /// that could be tried many times at once.
    synchronized boolean enter(String address) {
        String network = Network.of(address);
        if (byAddress.pauseMs(network) > 0) {
            return false;
        }
        byAddress.begin(network);
        return true;
    }

    void succeeded(String address) {
        byAddress.takeBack(Network.of(address));
    }
}
