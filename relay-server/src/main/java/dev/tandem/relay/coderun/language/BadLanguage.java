package dev.tandem.relay.coderun.language;

/// A file describes no language. The message says which, and why not.
final class BadLanguage extends Exception {
    private static final long serialVersionUID = 1;

    BadLanguage(String file, String why) {
        super(file + ": " + why);
    }
}
