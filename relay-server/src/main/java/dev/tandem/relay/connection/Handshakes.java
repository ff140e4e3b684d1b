package dev.tandem.relay.connection;

import java.net.URI;
import java.util.List;
import java.util.function.ToIntFunction;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;

/// Which handshakes are welcome.
///
/// @param allowedOrigins what a browser's page may be from; a client that is no browser sends no
///   `Origin`
record Handshakes(List<String> allowedOrigins) implements ToIntFunction<HttpRequestPacket> {
    static final String PATH = "/api/v1/room";

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /// 0 for one that is welcome, else the HTTP status that refuses it.
    @Override
    public int applyAsInt(HttpRequestPacket request) {
        if (!PATH.equals(request.getRequestURI())) {
            return NOT_FOUND;
        }
        if (request.getMethod() != Method.GET
                || request.getHeader("Sec-WebSocket-Key") == null
                || !isUri("?" + request.getQueryString())) {
            return BAD_REQUEST;
        }
        String origin = request.getHeader("Origin");
        return origin == null || allowedOrigins.contains(origin) ? 0 : FORBIDDEN;
    }

    /// Tyrus takes that for granted.
    private static boolean isUri(String query) {
        try {
            return URI.create(query).getQuery() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
