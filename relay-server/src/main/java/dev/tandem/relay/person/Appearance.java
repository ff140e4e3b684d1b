package dev.tandem.relay.person;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.ParticipantId;

/// Someone in a session, under a name.
public record Appearance(
        SessionSummary session, ParticipantId participant, SessionSummary.Person who) {}
