package dev.tandem.relay.http;

import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.RoomState;

/// A session as it is at one moment.
final class Details {
    private Details() {}

    /// @param stored what is not in the room's state, and only changes from outside it
    static SessionDetails of(SessionSummary stored, RoomState state) {
        return new SessionDetails(
                new SessionSummary(
                        stored.id(),
                        state.session(),
                        state.language(),
                        state.participants().values().stream()
                                .map(p -> new Person(p.name(), p.role()))
                                .toList(),
                        stored.tags(),
                        stored.size(),
                        new FactCount(state.facts().on(), stored.noted().noted())),
                DocumentState.allOf(state, Role.INTERVIEWER));
    }
}
