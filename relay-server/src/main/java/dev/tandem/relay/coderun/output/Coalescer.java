package dev.tandem.relay.coderun.output;

import dev.tandem.protocol.role.RunStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Makes few pieces of what a program writes: at most 20 a second. The first after a pause goes at
/// once; what comes meanwhile waits, for 50 ms at most unless both streams are written to without a
/// pause, or more comes than fits one piece. For one thread; times are nanoseconds of any clock.
final class Coalescer {
    /// How long there is between two pieces at least.
    static final long GAP = 50_000_000;

    /// Code units of one piece at most: written as JSON it stays well below what one message may
    /// have.
    static final int LONGEST = 1 << 16;

    /// Some text of one stream.
    record Piece(RunStream stream, String text) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long next;

    /// @param now when it begins
    Coalescer(long now) {
        next = now;
    }

    void add(RunStream stream, String text) {
        if (text.isEmpty()) {
            return;
        }
        for (Waiting one : waiting) {
            if (one.stream == stream) {
                one.text.append(text);
                return;
            }
        }
        waiting.add(new Waiting(stream, text));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// In how long the next piece may go.
    long delay(long now) {
        return Math.max(0, next - now);
    }

    /// What goes now: of the stream that has waited longest. Null where nothing may or can.
    @Nullable Piece take(long now) {
        Waiting first = waiting.peek();
        if (first == null || now < next) {
            return null;
        }
        next = now + GAP;
        waiting.remove();
        String text = first.head();
        if (!first.text.isEmpty()) {
            waiting.add(first); // behind the other stream
        }
        return new Piece(first.stream, text);
    }

    private static final class Waiting {
        private final RunStream stream;
        private final StringBuilder text;

        Waiting(RunStream stream, String text) {
            this.stream = stream;
            this.text = new StringBuilder(text);
        }

        /// Takes as much as fits one piece; a surrogate pair is not split.
        String head() {
            int end = Math.min(text.length(), LONGEST);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            String head = text.substring(0, end);
            text.delete(0, end);
            return head;
        }
    }
}
