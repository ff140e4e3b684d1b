package dev.tandem.protocol.id;

/// Names one session. Opaque: nothing may be read from it but equality.
public record SessionId(String value) {
    public SessionId {
        Opaque.check("session id", value);
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
