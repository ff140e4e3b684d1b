package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.id.SessionId;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the list of sessions, newest first. Outside it is an opaque text.
///
/// @param createdAt epoch milliseconds UTC
public record SessionCursor(long createdAt, SessionId id) {
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,18}) (\\P{Cntrl}{1,64})");

    public String format() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + " " + id).getBytes(UTF_8));
    }

    /// The cursor that [#format] wrote; empty if it did not write `given`.
    public static Optional<SessionCursor> parse(String given) {
        return decode(given)
                .map(PLAIN::matcher)
                .filter(Matcher::matches)
                .map(m -> new SessionCursor(Long.parseLong(m.group(1)), new SessionId(m.group(2))));
    }

    private static Optional<String> decode(String given) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(given), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
