package dev.tandem.relay.coderun.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parts what the sandbox itself says on the error stream from what the program does: between them
/// is a line that the program cannot know beforehand. So a failure of the sandbox never looks like
/// one of the program, nor the other way round. Written to by one thread.
final class Preamble implements Box.Sink {
    /// What is kept of the sandbox's words.
    private static final int MOST = 4096;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final String sign;
    private final Box.Sink program;
    private volatile @Nullable Long since;

    Preamble(String sign, Box.Sink program) {
        this.sign = sign + "\n";
        this.program = program;
    }

    @Override
    public void take(byte[] bytes, int length) {
        if (since != null) {
            program.take(bytes, length);
            return;
        }
        synchronized (words) {
            words.write(bytes, 0, Math.min(length, MOST + sign.length() - words.size()));
        }
        String said = said();
        int at = said.indexOf(sign);
        if (at >= 0) {
            since = System.nanoTime();
            byte[] rest = said.substring(at + sign.length()).getBytes(StandardCharsets.ISO_8859_1);
            synchronized (words) {
                words.reset();
            }
            if (rest.length > 0) {
                program.take(rest, rest.length);
            }
        }
    }

    /// When the program began, in nanoseconds; empty if it did not.
    Optional<Long> since() {
        return Optional.ofNullable(since);
    }

    /// What the sandbox said, as long as the program has not begun.
    String words() {
        return since == null ? said().strip() : "";
    }

    private String said() {
        synchronized (words) {
            return words.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
