package dev.tandem.relay.config;

import java.net.InetAddress;

/// Whether a host is reached from the same computer only. No name is looked up.
public final class Loopback {
    private Loopback() {}

    /// Whether `host` is.
    public static boolean is(String host) {
        return host.equalsIgnoreCase("localhost") || isLiteral(host);
    }

    private static boolean isLiteral(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
