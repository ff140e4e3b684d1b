package dev.tandem.protocol.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An invite code together with the relay it is for: `tandem://HOST[:PORT]/K7QF-9M2P-XN4D`, with
/// `?tls=1` where the relay speaks TLS.
///
/// @param host a name or an address; an IPv6 address without its brackets
/// @param port 1 to 65535
public record InviteLink(String host, int port, InviteCode code, boolean tls) {
    /// The port of a relay that was told none.
    public static final int DEFAULT_PORT = 8377;

    private static final String SCHEME = "tandem://";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._~-]+|[0-9A-Fa-f:.]*:[^/?#\\[\\]\\s]*");
    private static final Pattern LINK =
            Pattern.compile(
                    "(?<host>[^/?#:\\[\\]\\s]+|\\[[^/?#\\[\\]\\s]+])(?::(?<port>\\d{1,5}))?"
                            + "/(?<code>[^/?#]+)/?(?:\\?(?<query>[^#]*))?(?:#.*)?");

    /// @throws IllegalArgumentException if host or port cannot be one
    public InviteLink {
        if (!isHost(host)) {
            throw new IllegalArgumentException("no host name or address: " + host);
        }
        if (!isPort(port)) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /// Whether someone meant a link, be it a good one or not.
    static boolean looksLikeOne(String given) {
        return given.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /// The link in what someone pasted; empty if it is none. Without a port it is [#DEFAULT_PORT].
    public static Optional<InviteLink> parse(String given) {
        if (!looksLikeOne(given)) {
            return Optional.empty();
        }
        Matcher parts = LINK.matcher(given.strip().substring(SCHEME.length()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = unbracketed(parts.group("host"));
        int port =
                parts.group("port") == null ? DEFAULT_PORT : Integer.parseInt(parts.group("port"));
        return isHost(host) && isPort(port)
                ? InviteCode.parseCharacters(parts.group("code"))
                        .map(code ->
                                new InviteLink(host, port, code, saysTls(parts.group("query"))))
                : Optional.empty();
    }

    /// The link as it is passed on.
    public String format() {
        return SCHEME + authority() + "/" + code.format() + (tls ? "?tls=1" : "");
    }

    /// Where the relay's HTTP API is, without a path: `https://tandem.example:8377`.
    public String relayAddress() {
        return (tls ? "https://" : "http://") + authority();
    }

    /// Without the code: it is not for logs.
    @Override
    public String toString() {
        return "InviteLink[" + relayAddress() + "]";
    }

    private String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }

    private static boolean saysTls(@Nullable String query) {
        return query != null && List.of(query.split("&")).contains("tls=1");
    }
}
