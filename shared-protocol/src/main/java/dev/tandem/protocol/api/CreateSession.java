package dev.tandem.protocol.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for a new session.
///
/// @param language of the main document; null leaves it to the relay
/// @param code the main document's text at the beginning, lines ending with `\n`; null for none
/// @param password what everybody who comes with a code has to know as well; null for none
/// @param facts whether the candidates' windows tell facts about themselves
public record CreateSession(
        String title,
        @Nullable String language,
        @Nullable String code,
        @Nullable Integer plannedMinutes,
        List<String> tags,
        @Nullable String password,
        boolean facts) {
    public CreateSession {
        tags = List.copyOf(tags);
    }

    /// A session in which no facts are told.
    public CreateSession(
            String title,
            @Nullable String language,
            @Nullable String code,
            @Nullable Integer plannedMinutes,
            List<String> tags,
            @Nullable String password) {
        this(title, language, code, plannedMinutes, tags, password, false);
    }

    public CreateSession(String title, @Nullable String language) {
        this(title, language, null, null, List.of(), null);
    }

    /// Without text and password: they are not for logs.
    @Override
    public String toString() {
        return "CreateSession[" + title + "]";
    }
}
