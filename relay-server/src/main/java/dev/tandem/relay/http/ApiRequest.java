package dev.tandem.relay.http;

import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.config.ByteSize;
import dev.tandem.relay.config.Proxies;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/// One request, and what its path says in the places of the pattern's names. For one thread.
record ApiRequest(
        Request request, Map<String, String> variables, ByteSize largestBody, Proxies proxies) {
    private static final String BEARER = "bearer ";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /// The body, which has to be JSON of a size that can be.
    String json() {
        return Body.json(request, largestBody);
    }

    /// The body, which has to be a session's file by its type and its size.
    byte[] file() {
        return Body.file(request);
    }

    /// The token of the `Authorization` header, if it has one.
    Optional<String> bearer() {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /// What the path has in the place of a name of its pattern.
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /// The session that the path names.
    SessionId session() {
        try {
            return new SessionId(variable("id"));
        } catch (IllegalArgumentException e) {
            throw HttpProblem.notFound();
        }
    }

    /// A parameter of the query; an empty one counts as missing.
    @Nullable String parameter(String name) {
        String value = decoded(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// Grizzly decodes the whole query when it is first asked for a part of it.
    private @Nullable String decoded(String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException e) {
            throw new HttpProblem(
                    ProblemCode.BAD_MESSAGE,
                    "The query of the address is not UTF-8 in percent-encoding.");
        }
    }

    /// A whole number of the query, `least` at least. What is above `most` is taken for it.
    long number(String name, long without, long least, long most) {
        String value = parameter(name);
        if (value == null) {
            return without;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return Math.min(number, most);
            }
        } catch (NumberFormatException _) {
            // falls through to the same answer
        }
        throw HttpProblem.badParameter(name, "a whole number from " + least);
    }

    /// Of who calls, be it by way of a proxy.
    String remoteAddress() {
        return proxies.clientOf(request.getRemoteAddr(), request.getHeader(FORWARDED_FOR));
    }

    /// Whether it comes from this computer, and not by way of a proxy that runs on it.
    boolean isFromHere() {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader(FORWARDED_FOR) == null
                && request.getHeader("Forwarded") == null;
    }

    /// What the other side calls this relay.
    RelayAddress.Called called() {
        boolean passedOn = proxies.trust(request.getRemoteAddr());
        String host = passedOn ? request.getHeader("X-Forwarded-Host") : null;
        String scheme = passedOn ? request.getHeader("X-Forwarded-Proto") : null;
        return new RelayAddress.Called(
                host == null ? request.getHeader("Host") : host,
                scheme == null ? request.isSecure() : scheme.equalsIgnoreCase("https"));
    }
}
