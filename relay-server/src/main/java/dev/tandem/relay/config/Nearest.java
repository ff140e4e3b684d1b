package dev.tandem.relay.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/// The name that someone may have meant.
final class Nearest {
    private Nearest() {}

    /// A question to the one who wrote `name`, as the end of a sentence; empty if none of the known
    /// names is like it.
    static String suggestion(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= most(name))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map("; did you mean %s?"::formatted)
                .orElse("");
    }

    private static int most(String name) {
        return Math.max(2, name.length() / 4);
    }

    /// That of the whole names; or of their last words, where one stands in the wrong part. A word
    /// that is missing at the end is one mistake.
    private static int distance(String name, String candidate) {
        if (Stream.of(".", "_", "-").anyMatch(joint -> candidate.startsWith(name + joint))) {
            return 1;
        }
        return Stream.of(
                        levenshtein(name, candidate),
                        levenshtein(lastWord(name), lastWord(candidate)) + 1)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String lastWord(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// How many characters have to be put in, taken out or replaced.
    private static int levenshtein(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
