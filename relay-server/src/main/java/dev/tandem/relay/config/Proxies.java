package dev.tandem.relay.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reverse proxies in front of a relay, and whom they speak for. What others say in their
/// `X-Forwarded-…` headers counts for nothing.
public final class Proxies {
    private final List<AddressRange> trusted;

    private Proxies(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    /// Those at these addresses.
    ///
    /// @param ranges addresses or networks in CIDR notation
    /// @throws IllegalArgumentException if one is neither
    public static Proxies of(List<String> ranges) {
        return new Proxies(
                ranges.stream()
                        .map(range ->
                                AddressRange.parse(range)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "no network: " + range)))
                        .toList());
    }

    /// Whether what comes from `remote`, an IP address, was passed on by one of the proxies.
    public boolean trust(String remote) {
        return address(remote).stream()
                .anyMatch(address -> trusted.stream().anyMatch(range -> range.contains(address)));
    }

    /// The address of who really speaks: the last one in `forwardedFor` that is no proxy's. It is
    /// `remote` itself where that is none.
    ///
    /// @param remote the IP address that the connection comes from
    /// @param forwardedFor the `X-Forwarded-For` header; null if there was none
    public String clientOf(String remote, @Nullable String forwardedFor) {
        if (forwardedFor == null || !trust(remote)) {
            return remote;
        }
        String client = remote;
        for (String hop : Arrays.asList(forwardedFor.split(",")).reversed()) {
            if (address(hop.strip()).isEmpty()) {
                return client;
            }
            client = hop.strip();
            if (!trust(client)) {
                return client;
            }
        }
        return client;
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
