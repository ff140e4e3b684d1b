package dev.tandem.protocol.id;

/// Names one run of one session. Opaque.
public record RunId(String value) {
    public RunId {
        Opaque.check("run id", value);
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
