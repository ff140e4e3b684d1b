package dev.tandem.protocol.api;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One session as a list shows it.
///
/// @param language that of the main document
/// @param participants everyone who ever came, in the order of their coming
/// @param size null while it is not known: it is counted soon after the end
/// @param noted what candidates' windows told about themselves
public record SessionSummary(
        SessionId id,
        SessionFacts facts,
        String language,
        List<Person> participants,
        List<String> tags,
        @Nullable SessionSize size,
        FactCount noted) {
    public SessionSummary {
        participants = List.copyOf(participants);
        tags = List.copyOf(tags);
    }

    /// A session whose size is not known, and in which nothing is noted.
    public SessionSummary(
            SessionId id,
            SessionFacts facts,
            String language,
            List<Person> participants,
            List<String> tags) {
        this(id, facts, language, participants, tags, null, FactCount.OFF);
    }

    public record Person(String name, Role role) {}
}
