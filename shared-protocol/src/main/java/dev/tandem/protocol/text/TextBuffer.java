package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A text that changes in place: a gap buffer, where an edit costs the distance from the one before
/// it, not the length of the text. For one thread; [Text] is the immutable value over it.
public final class TextBuffer implements CharSequence {
    private static final int LEAST_GAP = 64;

    // The text is chars[0, gapStart) and chars[gapEnd, chars.length).
    private char[] chars;
    private int gapStart;
    private int gapEnd;

    public TextBuffer(CharSequence text) {
        this.chars = new char[text.length() + LEAST_GAP];
        this.gapStart = text.length();
        this.gapEnd = chars.length;
        text.toString().getChars(0, text.length(), chars, 0);
    }

    private TextBuffer(TextBuffer other) {
        this.chars = other.chars.clone();
        this.gapStart = other.gapStart;
        this.gapEnd = other.gapEnd;
    }

    /// A buffer of its own with the same text.
    public TextBuffer copy() {
        return new TextBuffer(this);
    }

    /// Changes the text as `operation` says.
    ///
    /// @return the deleted texts in order, one for each delete of the operation
    /// @throws IllegalArgumentException if the operation is for a text of another length; nothing
    ///   is changed then
    public List<String> apply(TextOperation operation) {
        TextOperation.requireLength(operation.baseLength(), length());
        List<String> deleted = new ArrayList<>(1);
        int at = 0;
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep _ -> {}
                case Insert(String text) -> insert(at, text);
                case Delete(int length) -> deleted.add(delete(at, length));
            }
            at += part.targetLength();
        }
        return deleted;
    }

    @Override
    public int length() {
        return chars.length - (gapEnd - gapStart);
    }

    @Override
    public char charAt(int index) {
        Objects.checkIndex(index, length());
        return chars[index < gapStart ? index : index + (gapEnd - gapStart)];
    }

    @Override
    public String subSequence(int start, int end) {
        Objects.checkFromToIndex(start, end, length());
        int split = Math.clamp(gapStart, start, end);
        int gap = gapEnd - gapStart;
        if (split == end) {
            return new String(chars, start, end - start);
        }
        if (split == start) {
            return new String(chars, start + gap, end - start);
        }
        return new StringBuilder(end - start)
                .append(chars, start, split - start)
                .append(chars, gapEnd, end - split)
                .toString();
    }

    @Override
    public String toString() {
        return subSequence(0, length());
    }

    private void insert(int at, String text) {
        int length = text.length();
        if (length > gapEnd - gapStart) {
            growGap(length);
        }
        moveGap(at);
        text.getChars(0, length, chars, gapStart);
        gapStart += length;
    }

    private String delete(int at, int length) {
        moveGap(at);
        String deleted = new String(chars, gapEnd, length);
        gapEnd += length;
        return deleted;
    }

    private void moveGap(int at) {
        int distance = at - gapStart;
        if (distance > 0) {
            System.arraycopy(chars, gapEnd, chars, gapStart, distance);
        } else if (distance < 0) {
            System.arraycopy(chars, at, chars, gapEnd + distance, -distance);
        }
        gapStart += distance;
        gapEnd += distance;
    }

    private void growGap(int needed) {
        int length = length();
        int gap = Math.max(needed, length / 2) + LEAST_GAP;
        int tail = chars.length - gapEnd;
        char[] larger = Arrays.copyOf(chars, length + gap);
        System.arraycopy(chars, gapEnd, larger, larger.length - tail, tail);
        chars = larger;
        gapEnd = larger.length - tail;
    }
}
