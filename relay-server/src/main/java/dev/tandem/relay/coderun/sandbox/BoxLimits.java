package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;

/// How much one program in one sandbox may take.
///
/// @param wall by the clock on the wall, less the time in which it waits for someone to type
/// @param interactive by the clock on the wall in all, while someone can type for it
/// @param cpu of all its processes together
/// @param memory bytes, of all its processes together
/// @param processes and threads
/// @param fileSize bytes of one file
/// @param disk bytes of each of the two places where it can write; they also say how many files
///   there may be
/// @param openFiles of each process
/// @param output bytes, of both streams together
public record BoxLimits(
        Duration wall,
        Duration interactive,
        Duration cpu,
        long memory,
        int processes,
        long fileSize,
        long disk,
        int openFiles,
        long output) {
    private static final long MIB = 1 << 20;
    private static final long BLOCK = 1 << 12;

    /// What a program may take unless its language says otherwise.
    public static final BoxLimits RUN =
            new BoxLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    512 * MIB,
                    64,
                    16 * MIB,
                    64 * MIB,
                    256,
                    MIB);

    /// What a compiler may take unless its language says otherwise. Its output is what it made.
    public static final BoxLimits COMPILE =
            new BoxLimits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    1024 * MIB,
                    128,
                    64 * MIB,
                    256 * MIB,
                    1024,
                    64 * MIB);

    /// Files, folders and links in all places together: as many as there would be blocks on a disk
    /// of that size.
    public long files() {
        return disk / BLOCK;
    }
}
