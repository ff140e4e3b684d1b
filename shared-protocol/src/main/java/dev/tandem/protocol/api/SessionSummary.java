package dev.tandem.protocol.api;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;

/// One session as a list shows it.
///
/// @param language that of the main document
/// @param participants everyone who ever came, in the order of their coming
public record SessionSummary(
        SessionId id,
        SessionFacts facts,
        String language,
        List<Person> participants,
        List<String> tags) {
    public SessionSummary {
        participants = List.copyOf(participants);
        tags = List.copyOf(tags);
    }

    public record Person(String name, Role role) {}
}
