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
/// @param tls whether it speaks TLS there
public record RelayAddress(InetAddress address, IntSupplier port, boolean tls) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// What someone calls this relay.
    ///
    /// @param host the `Host` header, or what a proxy says it was; null if there was none
    /// @param tls whether they speak TLS, with the relay or with the proxy
    record Called(@Nullable String host, boolean tls) {}

    private record Authority(String host, int port, boolean tls) {
        InviteLink link(InviteCode code) {
            return new InviteLink(host, port, code, tls);
        }
    }

    /// @param called of whoever makes the invite
    InviteLink link(Called called, InviteCode code) {
        try {
            return forOthers(authority(called)).link(code);
        } catch (IllegalArgumentException e) { // a name that no link can have
            return forOthers(listening()).link(code);
        }
    }

    private Authority authority(Called called) {
        int usual = called.tls() ? HTTPS_PORT : HTTP_PORT;
        try {
            URI uri = URI.create("http://" + called.host());
            String host = uri.getHost();
            return called.host() == null || host == null
                    ? listening()
                    : new Authority(
                            host.replaceAll("[\\[\\]]", ""),
                            uri.getPort() < 0 ? usual : uri.getPort(),
                            called.tls());
        } catch (IllegalArgumentException e) {
            return listening();
        }
    }

    private Authority listening() {
        return new Authority(
                address.isAnyLocalAddress() ? "localhost" : address.getHostAddress(),
                port.getAsInt(),
                tls);
    }

    private Authority forOthers(Authority called) {
        if (!address.isAnyLocalAddress() || !isLocalOnly(called.host())) {
            return called;
        }
        Optional<String> inNetwork = NetworkAddress.find();
        return new Authority(inNetwork.orElse(called.host()), called.port(), called.tls());
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
