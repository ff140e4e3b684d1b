package dev.tandem.protocol.api;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.ParticipantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a relay holds about one person.
///
/// @param account theirs; null if they have none, or were not looked for by it
/// @param sessions that are theirs, or that they were in
public record PersonExport(LoggedIn.@Nullable User account, List<Session> sessions) {
    public PersonExport {
        sessions = List.copyOf(sessions);
    }

    /// About someone without an account.
    public static PersonExport ofParticipant(List<Session> sessions) {
        return new PersonExport(null, sessions);
    }

    /// A session as far as it is about that person.
    ///
    /// @param summary with nobody else's name
    /// @param owned whether it belongs to their account
    /// @param participants who they were in it
    /// @param events what they did, in order
    /// @param feedback what they wrote about the interview, and where they were a candidate what
    ///   others wrote, without their names
    public record Session(
            SessionSummary summary,
            boolean owned,
            List<ParticipantId> participants,
            List<LoggedEvent> events,
            List<Feedback> feedback) {
        public Session {
            participants = List.copyOf(participants);
            events = List.copyOf(events);
            feedback = List.copyOf(feedback);
        }
    }
}
