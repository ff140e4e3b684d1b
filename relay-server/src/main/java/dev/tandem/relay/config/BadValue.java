package dev.tandem.relay.config;

/// Something given cannot be a key's value. The message says why not and what could be: it follows
/// the key's name.
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    BadValue(String sentence) {
        super(sentence, null, false, false);
    }

    /// `given` is no `wanted`.
    static BadValue isNo(String given, String wanted) {
        return new BadValue(Shown.quoted(given) + " is no " + wanted);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
