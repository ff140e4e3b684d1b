package dev.tandem.relay.http;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteLink;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Where invite links lead: to what the maker of the session calls this relay. Who makes it on this
/// very computer says localhost, which leads others nowhere; then it is the computer's address in
/// its network, if the relay listens there.
///
/// @param address where the relay listens
/// @param port on which port, once it does
public record RelayAddress(InetAddress address, IntSupplier port) {
    private static final int HTTP_PORT = 80;

    private record Authority(String host, int port) {}

    /// @param hostHeader of whoever makes the session; null if there was none
    InviteLink link(@Nullable String hostHeader, InviteCode code) {
        Authority to = forOthers(called(hostHeader));
        try {
            return new InviteLink(to.host(), to.port(), code, false);
        } catch (IllegalArgumentException e) { // a name that no link can have
            Authority own = forOthers(listening());
            return new InviteLink(own.host(), own.port(), code, false);
        }
    }

    private Authority called(@Nullable String hostHeader) {
        try {
            URI uri = URI.create("http://" + hostHeader);
            String host = uri.getHost();
            return hostHeader == null || host == null
                    ? listening()
                    : new Authority(
                            host.replaceAll("[\\[\\]]", ""),
                            uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
        } catch (IllegalArgumentException e) {
            return listening();
        }
    }

    private Authority listening() {
        return new Authority(
                address.isAnyLocalAddress() ? "localhost" : address.getHostAddress(),
                port.getAsInt());
    }

    private Authority forOthers(Authority called) {
        if (!address.isAnyLocalAddress() || !isLocalOnly(called.host())) {
            return called;
        }
        Optional<String> inNetwork = NetworkAddress.find();
        return new Authority(inNetwork.orElse(called.host()), called.port());
    }

    private static boolean isLocalOnly(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
