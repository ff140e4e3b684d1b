package dev.tandem.protocol.api;

/// What a session's candidates' windows told about themselves.
///
/// @param on whether they do so
/// @param noted how many facts there are so far
public record FactCount(boolean on, int noted) {
    public static final FactCount OFF = new FactCount(false, 0);
}
