package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Part;
import org.jspecify.annotations.Nullable;

/// What a shared text may hold: lines end with `\n` alone, and no character is ever halved. When
/// every operation is checked here, transforming and composing keep both true.
public final class TextRules {
    private TextRules() {}

    /// Why `operation` cannot be applied to a text, or null if it can.
    ///
    /// @param baseLength the length of the text
    /// @param text looks up the text's code units; asked only at the edges of the operation
    public static @Nullable Misfit check(
            TextOperation operation, int baseLength, IntToCharacter text) {
        if (operation.baseLength() != baseLength) {
            return new Misfit.WrongLength(operation.baseLength(), baseLength);
        }
        int at = 0;
        for (Part part : operation.parts()) {
            if (at > 0 && at < baseLength && splitsPair(text, at)) {
                return new Misfit.SplitPair(at);
            }
            if (part instanceof Insert(String inserted)) {
                Misfit misfit = checkInsert(inserted, at);
                if (misfit != null) {
                    return misfit;
                }
            }
            at += part.baseLength();
        }
        return null;
    }

    /// A given text with `\n` in place of every `\r\n` and `\r`.
    public static String normalise(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Whether `offset` lies between the halves of a surrogate pair; false where the text has no
    /// such offset.
    public static boolean splitsPair(CharSequence text, int offset) {
        return offset > 0 && offset < text.length() && splitsPair(text::charAt, offset);
    }

    /// The index of the first surrogate that is not half of a pair, or -1.
    public static int indexOfLoneSurrogate(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length()
                        || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean splitsPair(IntToCharacter text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static @Nullable Misfit checkInsert(String inserted, int at) {
        int carriageReturn = inserted.indexOf('\r');
        if (carriageReturn >= 0) {
            return new Misfit.CarriageReturn(at, carriageReturn);
        }
        int lone = indexOfLoneSurrogate(inserted);
        return lone >= 0 ? new Misfit.LoneSurrogate(at, lone) : null;
    }
}
