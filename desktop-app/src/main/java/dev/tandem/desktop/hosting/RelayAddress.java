package dev.tandem.desktop.hosting;

import dev.tandem.protocol.api.InviteLink;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a relay is.
///
/// @param host a name or an address; an IPv6 address without its brackets
/// @param port 1 to 65535
/// @param tls whether it speaks TLS
public record RelayAddress(String host, int port, boolean tls) {
    private static final String NAME = "[A-Za-z0-9.-]+";
    private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*";
    private static final Pattern HOST = Pattern.compile(NAME + "|" + IPV6);
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:(?<scheme>[A-Za-z]+)://)?"
                            + "(?:(?<host>%1$s|\\[%2$s])(?::(?<port>\\d{1,5}))?|(?<bare>%2$s))/?"
                                    .formatted(NAME, IPV6));

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// @throws IllegalArgumentException if host or port cannot be one
    public RelayAddress {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("no host name or address: " + host);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /// Reads what someone typed or pasted: `host`, `host:port`, `https://host`, `::1`,
    /// `[::1]:8377`. Without a port it is a relay's usual one, or that of `http` or `https` where
    /// they say so. Empty if it is no address.
    public static Optional<RelayAddress> parse(String given) {
        Matcher parts = WRITTEN.matcher(given.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group("bare") == null ? parts.group("host") : parts.group("bare");
        return of(parts.group("scheme"), host.replaceAll("[\\[\\]]", ""), parts.group("port"));
    }

    private static Optional<RelayAddress> of(
            @Nullable String scheme, String host, @Nullable String port) {
        return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
            case "" -> of(host, port, InviteLink.DEFAULT_PORT, false);
            case "http" -> of(host, port, HTTP_PORT, false);
            case "https" -> of(host, port, HTTPS_PORT, true);
            default -> Optional.empty();
        };
    }

    private static Optional<RelayAddress> of(
            String host, @Nullable String port, int usual, boolean tls) {
        try {
            return Optional.of(
                    new RelayAddress(host, port == null ? usual : Integer.parseInt(port), tls));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The relay that an invite link leads to; empty if its host cannot be reached by any name.
    public static Optional<RelayAddress> of(InviteLink link) {
        return of(link.host(), Integer.toString(link.port()), link.port(), link.tls());
    }

    /// Where its rooms are: `ws://host:8377/api/v1/room`.
    public URI room() {
        return URI.create((tls ? "wss://" : "ws://") + authority() + "/api/v1/room");
    }

    /// Where something of its HTTP API is.
    ///
    /// @param path below `/api/v1`, beginning with a slash
    URI api(String path) {
        return URI.create((tls ? "https://" : "http://") + authority() + "/api/v1" + path);
    }

    /// As people read it, and as [#parse] reads it again.
    public String format() {
        return (tls ? "https://" : "") + authority();
    }

    private String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
