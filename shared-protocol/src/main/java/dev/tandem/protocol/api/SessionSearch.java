package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of one's sessions are wanted, and in which order. What is null does not narrow them down;
/// what is looked for is found anywhere, without regard to case.
///
/// @param tag a whole one
/// @param query in titles and names
/// @param text in what was said, and in the code as it was left and handed in, of ended sessions
/// @param any in titles, names, tags and all that `text` is looked for in
/// @param language that of the main document
/// @param participant in the names of those who came
/// @param role somebody came in it; with `participant` the same person
/// @param from made then or later, epoch milliseconds UTC
/// @param to made before then
public record SessionSearch(
        @Nullable SessionStatus status,
        @Nullable String tag,
        @Nullable String query,
        @Nullable String text,
        @Nullable String any,
        @Nullable String language,
        @Nullable String participant,
        @Nullable Role role,
        @Nullable Long from,
        @Nullable Long to,
        SessionSort sort) {
    public static final SessionSearch ALL =
            new SessionSearch(
                    null, null, null, null, null, null, null, null, null, null, SessionSort.NEWEST);

    /// The parameters of the request that asks for it, by their names.
    public Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "status", status == null ? null : status.word());
        put(given, "tag", tag);
        put(given, "query", query);
        put(given, "text", text);
        put(given, "any", any);
        put(given, "language", language);
        put(given, "participant", participant);
        put(given, "role", role == null ? null : role.word());
        put(given, "from", from);
        put(given, "to", to);
        put(given, "sort", sort == SessionSort.NEWEST ? null : sort.word());
        return given;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
