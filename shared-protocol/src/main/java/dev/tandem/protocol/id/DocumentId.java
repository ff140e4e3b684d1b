package dev.tandem.protocol.id;

/// Names one document of a session: 1 to 64 characters, none of them a control character.
public record DocumentId(String value) {
    /// The document every session begins with.
    public static final DocumentId MAIN = new DocumentId("main");

    public DocumentId {
        Opaque.check("document id", value);
    }

    /// Whether `value` can name a document.
    public static boolean isValid(String value) {
        return Opaque.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
