package dev.tandem.protocol.id;

/// Names one participant of one session; it stays with them over every reconnection. Opaque.
public record ParticipantId(String value) {
    public ParticipantId {
        Opaque.check("participant id", value);
    }

    /// Whether `value` can be such an id.
    public static boolean isValid(String value) {
        return Opaque.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
