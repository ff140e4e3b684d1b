package dev.tandem.relay.access;

import java.time.Duration;
import java.time.InstantSource;

/// Holds off those who try out codes: 20 failed joins from one address within a minute. Any thread
/// may call it.
final class JoinGuard {
    private final FailureLimit byAddress;

    JoinGuard(InstantSource clock) {
        byAddress = new FailureLimit(20, Duration.ofMinutes(1), clock);
    }

    /// Whether the attempt may go on, which then counts as a failure until [#succeeded].
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
