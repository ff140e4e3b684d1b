package dev.tandem.protocol.api;

import org.jspecify.annotations.Nullable;

/// What one interviewer wrote about an interview, for interviewers only.
///
/// @param name of who wrote it; null where it is not known
/// @param mine whether whoever asks wrote it
/// @param updatedAt epoch milliseconds UTC
/// @param version 1, 2, 3, … each time it is written
public record Feedback(
        @Nullable String name, boolean mine, String text, long updatedAt, int version) {

    /// UTF-16 code units that it has at most.
    public static final int LENGTH = 20_000;
}
