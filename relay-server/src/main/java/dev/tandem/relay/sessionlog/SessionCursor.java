package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Word;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a list of sessions. Outside it is an opaque text.
///
/// @param sort the order of the list
/// @param key what the session at that place is sorted by
public record SessionCursor(SessionSort sort, String key, SessionId id) {
    private static final Pattern PLAIN =
            Pattern.compile("([a-z]{1,32})\\n(\\P{Cntrl}{1,64})\\n([^\\n]{1,400})");
    private static final Pattern NUMBER = Pattern.compile("-1|\\d{1,18}");

    public String format() {
        String plain = "%s\n%s\n%s".formatted(sort.word(), id, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /// The cursor of such a list that [#format] wrote; empty if it did not write `given`.
    public static Optional<SessionCursor> parse(String given, SessionSort sort) {
        return decode(given)
                .map(PLAIN::matcher)
                .filter(Matcher::matches)
                .filter(m -> Word.of(SessionSort.class, m.group(1)).equals(Optional.of(sort)))
                .filter(m ->
                        !SessionOrder.of(sort).numeric() || NUMBER.matcher(m.group(3)).matches())
                .map(m -> new SessionCursor(sort, m.group(3), new SessionId(m.group(2))));
    }

    private static Optional<String> decode(String given) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(given), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
