package dev.tandem.relay.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What counts as one address. Of IPv6 everyone has a network of 2⁶⁴ (RFC 6177), so that is one.
public final class Network {
    private static final int BYTES = 8;

    private Network() {}

    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
