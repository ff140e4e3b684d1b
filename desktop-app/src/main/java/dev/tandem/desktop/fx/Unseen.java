package dev.tandem.desktop.fx;

/// Characters that are not seen, and yet are there: controls, what has no width, what turns the
/// direction of writing, and blanks that are none for a compiler. Text pasted from elsewhere brings
/// them along, and some of them can make code look like other code. So they are shown, each by
/// another sign of one code unit, and none of them breaks a line or turns the text beside it.
///
/// What has a use within a character or a word, as the joiner in an emoji has, is left alone.
public final class Unseen {
    private static final char CONTROL = '¤';
    private static final char LINE_BREAK = '¶';
    private static final char SOFT_HYPHEN = '¬';
    private static final char TO_THE_LEFT = '◄';
    private static final char TO_THE_RIGHT = '►';
    private static final char END_OF_DIRECTION = '■';
    private static final char NO_WIDTH = '¦';

    /// Below are no letters of scripts that need joiners.
    private static final char FIRST_JOINED = '\u0300';

    private Unseen() {}

    /// A text as it is to be shown, of the same length.
    public static String shown(String text) {
        int first = 0;
        while (first < text.length() && standIn(text, first) == text.charAt(first)) {
            first++;
        }
        return first == text.length() ? text : replaced(text, first);
    }

    private static String replaced(String text, int first) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = first; i < text.length(); i++) {
            shown.setCharAt(i, standIn(text, i));
        }
        return shown.toString();
    }

    /// Whether the character at an offset is one that is not seen.
    public static boolean isAt(CharSequence text, int offset) {
        char unit = text.charAt(offset);
        return !isPlain(unit) && (isOddBlank(unit) || standIn(text, offset, unit) != unit);
    }

    private static char standIn(CharSequence text, int offset) {
        char unit = text.charAt(offset);
        return isPlain(unit) ? unit : standIn(text, offset, unit);
    }

    private static char standIn(CharSequence text, int offset, char unit) {
        return switch (unit) {
            case '\t', '\n' -> unit;
            case '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> LINE_BREAK;
            case '\u00ad' -> SOFT_HYPHEN;
            case '\u200e', '\u202a', '\u202d', '\u2066', '\u2068' -> TO_THE_RIGHT;
            case '\u061c', '\u200f', '\u202b', '\u202e', '\u2067' -> TO_THE_LEFT;
            case '\u202c', '\u2069' -> END_OF_DIRECTION;
            case '\u200c', '\u200d' -> joinsNothing(text, offset) ? NO_WIDTH : unit;
            case '\u115f', '\u1160', '\u180e', '\u200b', '\u3164', '\ufeff', '\uffa0' -> NO_WIDTH;
            default -> {
                if (Character.isISOControl(unit)) {
                    yield CONTROL;
                }
                yield isFormat(unit) ? NO_WIDTH : unit;
            }
        };
    }

    // Nearly all of code.
    private static boolean isPlain(char unit) {
        return ' ' <= unit && unit <= '~';
    }

    private static boolean joinsNothing(CharSequence text, int offset) {
        return offset > 0 && text.charAt(offset - 1) < FIRST_JOINED;
    }

    private static boolean isFormat(char unit) {
        return ('\u2060' <= unit && unit <= '\u206f') || ('\ufff9' <= unit && unit <= '\ufffb');
    }

    private static boolean isOddBlank(char unit) {
        return Character.getType(unit) == Character.SPACE_SEPARATOR;
    }
}
