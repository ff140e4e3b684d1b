package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Transformed;

/// The loops behind [TextOperation]: two operations are walked side by side, always at the same
/// offset of the text they share, and cost the sum of their parts, however long the text is.
final class TextAlgebra {
    private TextAlgebra() {}

    /// Long enough for what it costs to look for margins.
    private static final int MANY_PARTS = 8;

    /// What was written in many places while away meets the log one keystroke at a time; of it only
    /// what lies around the keystroke is walked over.
    static Transformed transform(TextOperation left, TextOperation right) {
        return left.parts().size() > MANY_PARTS && !right.isIdentity()
                ? Margins.of(left, right).transform(left, right)
                : walk(left, right);
    }

    /// An insert is taken as soon as one is met, that of `left` first: this is the rule of ties.
    static Transformed walk(TextOperation left, TextOperation right) {
        var leftAfter = new TextOperation.Builder();
        var rightAfter = new TextOperation.Builder();
        var l = new PartCursor(left);
        var r = new PartCursor(right);
        while (!(l.done() && r.done())) {
            if (l.part() instanceof Insert(String text)) {
                leftAfter.insert(text);
                rightAfter.keep(text.length());
                l.next();
            } else if (r.part() instanceof Insert(String text)) {
                leftAfter.keep(text.length());
                rightAfter.insert(text);
                r.next();
            } else {
                int length = Math.min(l.remaining(), r.remaining());
                if (r.keeps()) {
                    leftAfter.keepOrDelete(l.keeps(), length);
                }
                if (l.keeps()) {
                    rightAfter.keepOrDelete(r.keeps(), length);
                }
                l.skip(length);
                r.skip(length);
            }
        }
        return new Transformed(leftAfter.build(), rightAfter.build());
    }

    /// The shared text is that between the two operations: what `first` deletes is not in it, nor
    /// what `second` inserts.
    static TextOperation compose(TextOperation first, TextOperation second) {
        var composed = new TextOperation.Builder();
        var f = new PartCursor(first);
        var s = new PartCursor(second);
        while (!(f.done() && s.done())) {
            if (f.part() instanceof Delete(int length)) {
                composed.delete(length);
                f.next();
            } else if (s.part() instanceof Insert(String text)) {
                composed.insert(text);
                s.next();
            } else {
                int length = Math.min(f.remaining(), s.remaining());
                if (f.keeps()) {
                    composed.keepOrDelete(s.keeps(), length);
                } else if (s.keeps()) {
                    composed.insert(f.text(length));
                }
                f.skip(length);
                s.skip(length);
            }
        }
        return composed.build();
    }

    static TextOperation difference(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int prefix = commonPrefix(before, after, shorter);
        int suffix = commonSuffix(before, after, shorter - prefix);
        String inserted = after.substring(prefix, after.length() - suffix);
        int to = before.length() - suffix;
        return TextOperation.replace(before.length(), prefix, to, inserted);
    }

    private static int commonPrefix(String one, String other, int limit) {
        int length = 0;
        while (length < limit && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        // Equal first halves of two pairs stay with their second halves.
        return length > 0 && Character.isHighSurrogate(one.charAt(length - 1))
                ? length - 1
                : length;
    }

    private static int commonSuffix(String one, String other, int limit) {
        int length = 0;
        while (length < limit
                && one.charAt(one.length() - 1 - length)
                        == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length > 0 && Character.isLowSurrogate(one.charAt(one.length() - length))
                ? length - 1
                : length;
    }
}
