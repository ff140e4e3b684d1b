package dev.tandem.desktop.fx;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The one or two signs that stand for a name.
public final class Initials {
    private Initials() {}

    /// First and last word's first sign, `Ada Kaya` → `AK`, or the only word's. A sign is what a
    /// person takes for one: an emoji made of several code points stays whole.
    public static String of(String name) {
        List<String> words =
                Arrays.stream(name.strip().split("\\s+")).filter(Initials::counts).toList();
        if (words.isEmpty()) {
            return name.isBlank() ? "?" : firstSign(name.strip());
        }
        String first = firstSign(words.getFirst());
        return words.size() == 1 ? first : first + firstSign(words.getLast());
    }

    /// A word in brackets or quotes is a remark, not part of the name.
    private static boolean counts(String word) {
        if (word.isEmpty()) {
            return false;
        }
        int sign = word.codePointAt(0);
        return Character.isLetterOrDigit(sign) || Character.isSupplementaryCodePoint(sign);
    }

    private static String firstSign(String word) {
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(word);
        String sign = word.substring(0, signs.next());
        return sign.codePointCount(0, sign.length()) == 1
                ? Character.toString(Character.toTitleCase(sign.codePointAt(0)))
                : sign;
    }
}
