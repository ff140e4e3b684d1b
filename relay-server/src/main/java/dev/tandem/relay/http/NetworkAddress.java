package dev.tandem.relay.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.stream.Stream;

/// This computer's address in the network it is in.
final class NetworkAddress {
    private NetworkAddress() {}

    /// An IPv4 address by which others in the network reach this computer; empty if it is in none.
    static Optional<String> find() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .filter(NetworkAddress::leadsOutside)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(InetAddress::isSiteLocalAddress)
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean leadsOutside(NetworkInterface candidate) {
        try {
            return candidate.isUp() && !candidate.isLoopback() && !candidate.isVirtual();
        } catch (SocketException e) {
            return false;
        }
    }
}
