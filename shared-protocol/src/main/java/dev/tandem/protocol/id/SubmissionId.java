package dev.tandem.protocol.id;

/// Names one submission of one session. Opaque.
public record SubmissionId(String value) {
    public SubmissionId {
        Opaque.check("submission id", value);
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
