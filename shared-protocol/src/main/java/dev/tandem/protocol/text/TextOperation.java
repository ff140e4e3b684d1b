package dev.tandem.protocol.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An edit of a whole document as an immutable value: a list of parts that keep, insert or delete,
/// and that together span the text from its first to its last code unit.
///
/// Always in normal form: adjacent parts of one kind are joined, no part is empty, an insert stands
/// before a delete at the same place, and what is kept at the end is written out. So operations
/// that edit alike are equal.
///
/// The algebra is that of the `TextOperation` of ot.js
/// (<https://github.com/Operational-Transformation/ot.js>), and gives the same results. It fulfils
/// TP1, which is enough where one relay gives the order. It does not fulfil TP2: transforming over
/// a composed operation may give another text than transforming over its parts one by one.
public final class TextOperation {

    /// One stretch of an operation.
    public sealed interface Part permits Keep, Insert, Delete {
        /// Code units of the text before that this part spans.
        default int baseLength() {
            return switch (this) {
                case Keep(int length) -> length;
                case Insert _ -> 0;
                case Delete(int length) -> length;
            };
        }

        /// Code units of the text afterwards that this part spans.
        default int targetLength() {
            return switch (this) {
                case Keep(int length) -> length;
                case Insert(String text) -> text.length();
                case Delete _ -> 0;
            };
        }
    }

    /// Leaves `length` code units, at least 1, as they are.
    public record Keep(int length) implements Part {
        public Keep {
            requireSome(length, "a keep");
        }
    }

    /// Puts `text`, which is not empty, in this place.
    public record Insert(String text) implements Part {
        public Insert {
            requireSome(text.length(), "an insert");
        }

        /// The length alone: what people write is not for logs.
        @Override
        public String toString() {
            return "Insert[length=%d]".formatted(text.length());
        }
    }

    /// Takes `length` code units, at least 1, away.
    public record Delete(int length) implements Part {
        public Delete {
            requireSome(length, "a delete");
        }
    }

    /// Two concurrent operations, each carried past the other.
    ///
    /// @param left the left operation as it applies after the right one
    /// @param right the right operation as it applies after the left one
    public record Transformed(TextOperation left, TextOperation right) {}

    private final List<Part> parts;
    private final int baseLength;
    private final int targetLength;

    TextOperation(List<Part> normalParts) {
        long base = 0;
        long target = 0;
        for (Part part : normalParts) {
            base += part.baseLength();
            target += part.targetLength();
        }
        if (Math.max(base, target) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an operation from %d to %d code units is too long".formatted(base, target));
        }
        this(normalParts, (int) base, (int) target);
    }

    TextOperation(List<Part> normalParts, int baseLength, int targetLength) {
        this.parts = normalParts;
        this.baseLength = baseLength;
        this.targetLength = targetLength;
    }

    /// The operation that changes nothing in a text of `length` code units.
    public static TextOperation identity(int length) {
        return new Builder().keep(length).build();
    }

    /// Puts `text` at the offset `at` of a text of `documentLength` code units.
    public static TextOperation insert(int documentLength, int at, String text) {
        return replace(documentLength, at, at, text);
    }

    /// Deletes from the offset `from` up to `to` in a text of `documentLength` code units.
    public static TextOperation delete(int documentLength, int from, int to) {
        return replace(documentLength, from, to, "");
    }

    /// Puts `text` in the place of what stands from the offset `from` up to `to` in a text of
    /// `documentLength` code units.
    ///
    /// @throws IndexOutOfBoundsException if the range is not within the text
    public static TextOperation replace(int documentLength, int from, int to, String text) {
        Objects.checkFromToIndex(from, to, documentLength);
        return new Builder()
                .keep(from)
                .insert(text)
                .delete(to - from)
                .keep(documentLength - to)
                .build();
    }

    /// The shortest single replacement that makes `after` out of `before`: what both have in common
    /// at their beginnings and ends is kept. It never cuts a surrogate pair.
    public static TextOperation difference(String before, String after) {
        return TextAlgebra.difference(before, after);
    }

    /// The operation with exactly these parts.
    ///
    /// @throws IllegalArgumentException if the parts are not in normal form; the message says which
    public static TextOperation ofNormal(List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            requireNormal(parts.get(i - 1), parts.get(i), i);
        }
        return new TextOperation(List.copyOf(parts));
    }

    /// All of `operations`, each of which applies after the one before it, as one operation.
    /// Composes by halves, since going from left to right costs the square of the number.
    ///
    /// @throws IllegalArgumentException if there are none, or two neighbours do not fit
    public static TextOperation composeAll(List<TextOperation> operations) {
        int size = operations.size();
        if (size == 0) {
            throw new IllegalArgumentException("no operations to compose");
        }
        return size == 1
                ? operations.getFirst()
                : composeAll(operations.subList(0, size / 2))
                        .compose(composeAll(operations.subList(size / 2, size)));
    }

    /// Carries two operations on the same text past each other, so that both orders end in the same
    /// text (TP1). Where both insert at one place, the text of `left` stands to the left.
    ///
    /// @throws IllegalArgumentException if the two are for texts of different lengths
    public static Transformed transform(TextOperation left, TextOperation right) {
        requireLength(left.baseLength, right.baseLength);
        return TextAlgebra.transform(left, right);
    }

    /// This operation and then `next`, as one.
    ///
    /// @throws IllegalArgumentException if `next` is for a text of another length than this leaves
    public TextOperation compose(TextOperation next) {
        requireLength(targetLength, next.baseLength);
        return TextAlgebra.compose(this, next);
    }

    /// The text after this operation.
    ///
    /// @throws IllegalArgumentException if `text` has another length than [#baseLength()]
    public String apply(String text) {
        requireLength(baseLength, text.length());
        var result = new StringBuilder(targetLength);
        int at = 0;
        for (Part part : parts) {
            switch (part) {
                case Keep(int length) -> result.append(text, at, at + length);
                case Insert(String inserted) -> result.append(inserted);
                case Delete _ -> {}
            }
            at += part.baseLength();
        }
        return result.toString();
    }

    /// The text after this operation; see [Text#apply(TextOperation)].
    public Text apply(Text text) {
        return text.apply(this);
    }

    /// Where a position in the text before stands afterwards. What is inserted exactly there stays
    /// to its right; a position within deleted text goes to where that text began.
    ///
    /// @throws IndexOutOfBoundsException if `position` is not within 0 to [#baseLength()]
    public int mapPosition(int position) {
        Objects.checkIndex(position, baseLength + 1);
        int left = position;
        int mapped = 0;
        for (Part part : parts) {
            if (left <= 0) {
                break;
            }
            int length = part.targetLength();
            mapped += part instanceof Keep ? Math.min(left, length) : length;
            left -= part.baseLength();
        }
        return mapped;
    }

    /// Maps both ends of a selection as [#mapPosition(int)] does.
    public Selection mapSelection(Selection selection) {
        return new Selection(mapPosition(selection.anchor()), mapPosition(selection.head()));
    }

    /// Whether the operation changes nothing.
    public boolean isIdentity() {
        return parts.isEmpty() || (parts.size() == 1 && parts.getFirst() instanceof Keep);
    }

    /// The parts in order, in normal form, unmodifiable.
    public List<Part> parts() {
        return parts;
    }

    /// The length of every text that this operation applies to.
    public int baseLength() {
        return baseLength;
    }

    /// The length of every text that this operation results in.
    public int targetLength() {
        return targetLength;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextOperation that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /// The kinds and lengths of the parts, without the text.
    @Override
    public String toString() {
        return parts.toString();
    }

    static void requireLength(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalArgumentException(
                    "an operation on %d code units does not fit %d".formatted(expected, actual));
        }
    }

    private static void requireNormal(Part before, Part part, int index) {
        if (before.getClass() == part.getClass()) {
            throw new IllegalArgumentException(
                    "parts %d and %d are of one kind and not joined".formatted(index - 1, index));
        }
        if (before instanceof Delete && part instanceof Insert) {
            throw new IllegalArgumentException(
                    "part %d inserts after a delete at the same place".formatted(index));
        }
    }

    private static void requireSome(int length, String part) {
        if (length < 1) {
            throw new IllegalArgumentException("%s of %d code units".formatted(part, length));
        }
    }

    /// Makes an operation part by part, from the beginning of the text to its end, and puts it into
    /// normal form. For one thread and one [#build()].
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder inserted = new StringBuilder();
        private int kept;
        private int deleted;

        public Builder() {}

        /// Keeps the next `length` code units; 0 adds nothing.
        public Builder keep(int length) {
            requireNotNegative(length);
            if (length > 0 && (deleted > 0 || !inserted.isEmpty())) {
                flush();
            }
            kept = Math.addExact(kept, length);
            return this;
        }

        /// Inserts `text` here; the empty text adds nothing.
        public Builder insert(String text) {
            inserted.append(text);
            return this;
        }

        /// Deletes the next `length` code units; 0 adds nothing.
        public Builder delete(int length) {
            requireNotNegative(length);
            deleted = Math.addExact(deleted, length);
            return this;
        }

        /// The operation of these parts.
        public TextOperation build() {
            flush();
            return new TextOperation(List.copyOf(parts));
        }

        Builder keepOrDelete(boolean keep, int length) {
            return keep ? keep(length) : delete(length);
        }

        private void flush() {
            if (kept > 0) {
                parts.add(new Keep(kept));
            }
            if (!inserted.isEmpty()) {
                parts.add(new Insert(inserted.toString()));
            }
            if (deleted > 0) {
                parts.add(new Delete(deleted));
            }
            kept = 0;
            inserted.setLength(0);
            deleted = 0;
        }

        private static void requireNotNegative(int length) {
            if (length < 0) {
                throw new IllegalArgumentException("a part of %d code units".formatted(length));
            }
        }
    }
}
