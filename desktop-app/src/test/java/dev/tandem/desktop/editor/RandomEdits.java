package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.TextOperation;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Operations such as people make, from a seed: on whole characters, with emoji and line breaks.
final class RandomEdits {
    private static final String[] PIECES = {
        "a", "xy", "\n", "    ", "😀", "def f():\n", "naïve", "\n\n", "語", "👩‍💻", ")"
    };

    private static final long FRESH =
            Long.getLong("tandem.seed", RandomGenerator.getDefault().nextLong());

    private final RandomGenerator random;

    /// Seeds that stay, and one that is new in every run and is in the test's name.
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(FRESH));
    }

    RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /// An offset at which no character is halved.
    int offset(CharSequence text) {
        return Boundaries.floor(text, random.nextInt(text.length() + 1));
    }

    /// One to four edits at any places of the text.
    TextOperation operation(CharSequence text) {
        var operation = new TextOperation.Builder();
        int at = 0;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int next = Boundaries.floor(text, random.nextInt(at, text.length() + 1));
            next = Math.max(at, next);
            operation.keep(next - at);
            at = next;
            if (random.nextBoolean()) {
                operation.insert(text());
            }
            if (random.nextBoolean()) {
                int end = Boundaries.ceiling(text, Math.min(text.length(), at + below(12)));
                operation.delete(end - at);
                at = end;
            }
        }
        return operation.keep(text.length() - at).build();
    }
}
