package dev.tandem.desktop.start;

import dev.tandem.protocol.api.InviteLink;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where a relay is, as a person writes it: `192.168.1.20:8377`, `relay.example.org`, or with
/// `https://` before it where the relay speaks TLS.
///
/// @param uri scheme `http` or `https`, host and port; nothing else
public record RelayAddress(URI uri) {
    private static final String PLAIN = "http";
    private static final String TLS = "https";
    private static final int TLS_PORT = 443;

    /// Empty if it is no address.
    public static Optional<RelayAddress> parse(String written) {
        String address = written.strip();
        if (!address.contains("://")) {
            address = PLAIN + "://" + address;
        }
        try {
            return of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The relay that a link leads to.
    public static Optional<RelayAddress> of(InviteLink link) {
        return parse(link.relayAddress());
    }

    private static Optional<RelayAddress> of(URI uri) {
        String host = uri.getHost();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals(TLS);
        if (host == null || uri.getUserInfo() != null || !(tls || scheme.equals(PLAIN))) {
            return Optional.empty();
        }
        int usual = tls ? TLS_PORT : InviteLink.DEFAULT_PORT;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new RelayAddress(URI.create(scheme + "://" + host + ":" + port)));
    }

    /// As it stands in a field: without `http://`.
    public String written() {
        return uri.getScheme().equals(TLS) ? uri.toString() : uri.getAuthority();
    }
}
