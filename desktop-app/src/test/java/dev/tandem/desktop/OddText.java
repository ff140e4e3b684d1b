package dev.tandem.desktop;

import dev.tandem.protocol.text.TextRules;

/// Texts that are rare and not forbidden.
public enum OddText {
    FAMILY("👨‍👩‍👧‍👦", 1),
    FLAGS("🇹🇷🇩🇪", 2),
    SKIN_TONES("👍🏽👩🏿‍🚀", 2),
    KEY_AND_HEART("1️⃣❤️", 2),
    COMBINING_MARKS("e\u0301\u0302 n\u0303", 3),
    MANY_MARKS("Z" + "\u0301\u0316".repeat(12), 1),
    HEBREW_IN_CODE("x = \"\u05e9\u05dc\u05d5\u05dd\"; y", 13),
    ARABIC_WITH_MARKS("\u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627", 5),
    HANGUL_IN_PARTS("\u1112\u1161\u11ab\uae00", 2),
    WIDE("語言\uff21\ud840\udc0b", 4),
    TABS("\ta\t\tb", 5),
    LINE_ENDS("a\r\nb\rc\n", 6),
    CONTROLS("a\u0000b\u0007\u001b[31mc\u007f\u009b", 12),
    OTHER_LINE_BREAKS("a\u2028b\u2029c\u0085d\u000be\ff", 11),
    BYTE_ORDER_MARK("\ufeffimport os", 10),
    TURNED_CODE("if (x != \"user\u202e \u2066// admin\u2069 \u2066\") {", 32),
    WITHOUT_WIDTH("a\u200bb\u2060c\u00add", 7),
    BLANKS("a\u00a0b\u3000c\u2003d", 7),
    NO_CHARACTERS("a\ufffe\uffff\ue000\ufffd", 5),
    HALVES("a\ud83db\ude00", 2);

    private final String pasted;
    private final int characters;

    OddText(String pasted, int characters) {
        this.pasted = pasted;
        this.characters = characters;
    }

    /// As another application gives it.
    public String pasted() {
        return pasted;
    }

    /// As it may stand in a shared text.
    public String shared() {
        return this == HALVES ? "ab" : TextRules.normalise(pasted);
    }

    /// How many characters people see in it, line breaks and what is not to be seen included.
    public int characters() {
        return characters;
    }
}
