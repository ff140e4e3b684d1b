package dev.tandem.desktop.connection;

/// Why there is no connection, for people.
///
/// @param what what is wrong, as one sentence
/// @param advice what they can do about it, as one sentence
record Trouble(String what, String advice) {
    String sentence() {
        return what + " " + advice;
    }
}
