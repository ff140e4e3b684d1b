package dev.tandem.relay.connection;

import dev.tandem.relay.access.Network;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many connections each address has. Any thread.
final class AddressCount {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    AddressCount(int most) {
        this.most = most;
    }

    /// Whether one more may come, which then counts until [#leave].
    boolean enter(String address) {
        String network = Network.of(address);
        boolean fits = counts.merge(network, 1, Integer::sum) <= most;
        if (!fits) {
            leave(address);
        }
        return fits;
    }

    void leave(String address) {
        counts.computeIfPresent(Network.of(address), (_, count) -> count == 1 ? null : count - 1);
    }
}
