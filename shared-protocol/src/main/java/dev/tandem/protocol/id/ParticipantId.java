package dev.tandem.protocol.id;

/// Names one participant of one session; it stays with them over every reconnection. Opaque.
public record ParticipantId(String value) {
    public ParticipantId {
        Opaque.check("participant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
