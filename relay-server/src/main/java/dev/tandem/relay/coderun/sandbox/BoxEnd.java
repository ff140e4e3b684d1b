package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a program in a sandbox ended.
///
/// @param began whether the program ran at all; if not, the sandbox failed
/// @param exitCode as a shell gives it: 128 and the signal's number where a signal ended it
/// @param stop why the relay ended it; null where it ended by itself
/// @param time by the clock on the wall
/// @param cpu what was seen of it, every 20 ms
/// @param memory the most that was seen, in bytes
/// @param truncated whether it wrote more than it may
/// @param words of the sandbox, if it failed
public record BoxEnd(
        boolean began,
        int exitCode,
        @Nullable Stop stop,
        Duration time,
        Duration cpu,
        long memory,
        boolean truncated,
        String words) {

    /// The same, where not all is kept that it wrote.
    public BoxEnd cut() {
        return new BoxEnd(began, exitCode, stop, time, cpu, memory, true, words);
    }
}
