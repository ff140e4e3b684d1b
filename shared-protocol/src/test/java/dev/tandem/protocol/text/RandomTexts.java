package dev.tandem.protocol.text;

import java.util.random.RandomGenerator;

/// Random texts and operations for tests. Every operation begins and ends on the edges of code
/// points, as the operations of real editors do; several of the characters are surrogate pairs,
/// some of which share a half.
public final class RandomTexts {
    private static final int[] ALPHABET =
            "abc xyz\n\u00e9\u4e2d\ud83d\ude00\ud83d\ude01\ud834\udd1e".codePoints().toArray();

    private RandomTexts() {}

    /// A text of up to `limit` code points.
    public static String text(RandomGenerator random, int limit) {
        var text = new StringBuilder();
        for (int i = random.nextInt(limit + 1); i > 0; i--) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    /// An operation on `text` with any number of parts.
    public static TextOperation operation(RandomGenerator random, String text) {
        var operation = new TextOperation.Builder();
        int at = 0;
        while (at < text.length()) {
            int points = Math.min(1 + random.nextInt(6), text.codePointCount(at, text.length()));
            int next = text.offsetByCodePoints(at, points);
            switch (random.nextInt(4)) {
                case 0 -> operation.insert(text(random, 3));
                case 1 -> {
                    operation.delete(next - at);
                    at = next;
                }
                default -> {
                    operation.keep(next - at);
                    at = next;
                }
            }
        }
        return random.nextInt(3) == 0
                ? operation.insert(text(random, 3)).build()
                : operation.build();
    }

    /// A replacement of up to `limit` code points at one place of `text`.
    public static TextOperation edit(RandomGenerator random, String text, int limit) {
        int points = text.codePointCount(0, text.length());
        int from = random.nextInt(points + 1);
        int count = Math.min(random.nextInt(limit + 1), points - from);
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(start, count);
        return TextOperation.replace(text.length(), start, end, text(random, limit));
    }
}
