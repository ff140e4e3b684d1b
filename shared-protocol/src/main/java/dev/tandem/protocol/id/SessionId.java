package dev.tandem.protocol.id;

/// Names one session. Opaque: nothing may be read from it but equality.
public record SessionId(String value) {
    public SessionId {
        Opaque.check("session id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
