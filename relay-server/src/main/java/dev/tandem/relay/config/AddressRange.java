package dev.tandem.relay.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/// A network in CIDR notation (RFC 4632, RFC 4291), `10.0.0.0/8` for instance, or one address.
record AddressRange(BigInteger network, int bytes, int prefix) {

    /// Empty if it is neither a network nor an address.
    static Optional<AddressRange> parse(String written) {
        String[] parts = written.split("/", 2);
        try {
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = 8 * address.length;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            return prefix < 0 || prefix > bits
                    ? Optional.empty()
                    : Optional.of(of(address, prefix));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AddressRange of(byte[] address, int prefix) {
        return new AddressRange(network(address, prefix), address.length, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] bits = address.getAddress();
        return bits.length == bytes && network(bits, prefix).equals(network);
    }

    private static BigInteger network(byte[] address, int prefix) {
        return new BigInteger(1, address).shiftRight(8 * address.length - prefix);
    }
}
