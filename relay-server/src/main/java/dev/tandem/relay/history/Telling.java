package dev.tandem.relay.history;

import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the reader of an export is told of a session. It is fed the log event by event. For one
/// thread.
final class Telling {
    private final ExportOptions options;
    private final Map<ParticipantId, String> names = new HashMap<>();
    private final Naming naming = new Naming();

    Telling(ExportOptions options) {
        this.options = options;
    }

    /// Names for people who are to have none, in the order of their coming.
    private static final class Naming {
        private final Map<Role, Integer> counts = new EnumMap<>(Role.class);

        String next(Role role) {
            int number = counts.merge(role, 1, Integer::sum);
            String word = role.word();
            String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            return number == 1 ? name : name + " " + number;
        }
    }

    LoggedEvent of(LoggedEvent logged) {
        Role reader = options.withPrivate() ? Role.INTERVIEWER : Role.CANDIDATE;
        RoomEvent told = named(logged.event().seenBy(reader));
        return new LoggedEvent(logged.seq(), logged.at(), logged.by(), logged.id(), told);
    }

    private RoomEvent named(RoomEvent event) {
        return options.replaceNames()
                        && event
                                instanceof
                                PeerJoined(var id, _, var role, var color, boolean resumed)
                ? new PeerJoined(
                        id, names.computeIfAbsent(id, _ -> naming.next(role)), role, color, resumed)
                : event;
    }

    /// Of what interviewers wrote, with their names or without.
    List<Feedback> of(List<Feedback> feedback) {
        return options.replaceNames() ? feedback.stream().map(Telling::unnamed).toList() : feedback;
    }

    private static Feedback unnamed(Feedback one) {
        return new Feedback(null, one.mine(), one.text(), one.updatedAt(), one.version());
    }

    SessionSummary of(SessionSummary session) {
        if (!options.replaceNames()) {
            return session;
        }
        Naming anew = new Naming();
        return new SessionSummary(
                session.id(),
                session.facts(),
                session.language(),
                session.participants().stream()
                        .map(p -> new Person(anew.next(p.role()), p.role()))
                        .toList(),
                session.tags(),
                session.size(),
                session.noted());
    }
}
