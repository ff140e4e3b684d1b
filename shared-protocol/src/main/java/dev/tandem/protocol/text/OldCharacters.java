package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.Arrays;

/// Some code units of an old text, found without making that text again: they are followed, all
/// together, over one change after another until they are deleted or the newest text is reached. So
/// it costs the sum of the offsets and of the changes' parts, not their product.
final class OldCharacters implements IntToCharacter {
    private final int[] offsets;
    private final int[] now;
    private final char[] found;
    private final boolean[] deleted;

    /// @param offsets in the old text, all within it, ascending, each once
    /// @param changes from the old text to `head`
    OldCharacters(int[] offsets, Iterable<TextChange> changes, CharSequence head) {
        this.offsets = offsets;
        now = offsets.clone();
        found = new char[offsets.length];
        deleted = new boolean[offsets.length];
        changes.forEach(this::follow);
        for (int i = 0; i < now.length; i++) {
            if (!deleted[i]) {
                found[i] = head.charAt(now[i]);
            }
        }
    }

    @Override
    public char charAt(int offset) {
        int index = Arrays.binarySearch(offsets, offset);
        if (index < 0) {
            throw new IndexOutOfBoundsException("not looked for: " + offset);
        }
        return found[index];
    }

    private void follow(TextChange change) {
        int next = 0;
        int before = 0;
        int after = 0;
        int deletion = 0;
        for (Part part : change.operation().parts()) {
            switch (part) {
                case Insert(String text) -> after += text.length();
                case Keep(int length) -> {
                    next = move(next, before + length, after - before);
                    before += length;
                    after += length;
                }
                case Delete(int length) -> {
                    String text = change.deleted().get(deletion);
                    next = delete(next, before, text);
                    before += length;
                    deletion++;
                }
            }
        }
    }

    /// What lies before `end` is kept, `by` code units further on.
    private int move(int first, int end, int by) {
        int i = first;
        for (; i < now.length && (deleted[i] || now[i] < end); i++) {
            now[i] += by;
        }
        return i;
    }

    private int delete(int first, int from, String text) {
        int i = first;
        for (; i < now.length && (deleted[i] || now[i] < from + text.length()); i++) {
            if (!deleted[i]) {
                found[i] = text.charAt(now[i] - from);
                deleted[i] = true;
            }
        }
        return i;
    }
}
