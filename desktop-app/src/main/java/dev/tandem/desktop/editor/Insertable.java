package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.TextRules;

/// Makes of what comes from the keyboard or the clipboard what the shared text may hold: `\n` alone
/// ends a line, and no character is halved. Some systems type an emoji as two halves, one event
/// each; the first waits here for the second. FX thread.
final class Insertable {
    private String firstHalf = "";

    String of(String text) {
        String whole = firstHalf + TextRules.normalise(text);
        firstHalf = "";
        if (whole.length() == 1 && Character.isHighSurrogate(whole.charAt(0))) {
            firstHalf = whole;
            return "";
        }
        return withoutHalves(whole);
    }

    private static String withoutHalves(String text) {
        if (TextRules.indexOfLoneSurrogate(text) < 0) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point > Character.MAX_VALUE || !isSurrogate(point))
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.isSurrogate((char) codePoint);
    }
}
