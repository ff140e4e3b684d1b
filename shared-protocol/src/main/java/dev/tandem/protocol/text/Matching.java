package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.List;

/// How a text is made of one that is gone: what they have in common, in its order, is kept.
final class Matching {
    /// Of longer texts only the beginnings and ends are compared, or the one is found in the other:
    /// the rest costs the product of their lengths.
    private static final int PRODUCT = 100_000;

    private Matching() {}

    static TextOperation of(String gone, String text) {
        int start = gone.indexOf(text);
        if (start >= 0) {
            int end = start + text.length();
            return new TextOperation.Builder()
                    .delete(start)
                    .keep(text.length())
                    .delete(gone.length() - end)
                    .build();
        }
        TextOperation difference = TextOperation.difference(gone, text);
        List<Part> parts = difference.parts();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Delete(int length)
                    && parts.get(i - 1) instanceof Insert(String other)
                    && (long) length * other.length() <= PRODUCT) {
                int from = i > 1 ? parts.get(i - 2).baseLength() : 0;
                return refined(gone, from, from + length, other);
            }
        }
        return difference;
    }

    /// How many code units are kept.
    static int kept(TextOperation matching) {
        return matching.parts().stream()
                .filter(Keep.class::isInstance)
                .mapToInt(Part::baseLength)
                .sum();
    }

    /// Keeps the longest common subsequence of what is gone from `from` up to `to` and `text`, and
    /// all around it.
    private static TextOperation refined(String gone, int from, int to, String text) {
        int[] a = gone.substring(from, to).codePoints().toArray();
        int[] b = text.codePoints().toArray();
        int[][] common = common(a, b);
        var matching = new TextOperation.Builder().keep(from);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i] == b[j]) {
                matching.keep(Character.charCount(a[i++]));
                j++;
            } else if (j == b.length || (i < a.length && common[i + 1][j] > common[i][j + 1])) {
                matching.delete(Character.charCount(a[i++]));
            } else {
                matching.insert(Character.toString(b[j++]));
            }
        }
        return matching.keep(gone.length() - to).build();
    }

    /// How much the ends of two texts, from each of their characters on, have in common.
    private static int[][] common(int[] a, int[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i] == b[j]
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
