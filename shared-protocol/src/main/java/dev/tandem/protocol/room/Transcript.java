package dev.tandem.protocol.room;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What was typed and printed in a run, in its order, cut to the last that is kept.
///
/// @param bytes of all of it, in UTF-8
/// @param cut whether there was more before it
public record Transcript(PVector<RunPart> parts, int bytes, boolean cut) {
    public static final Transcript EMPTY = new Transcript(TreePVector.empty(), 0, false);

    /// One more part, and no more than about `most` bytes of all: a character is not split.
    Transcript plus(RunPart part, int most) {
        PVector<RunPart> kept = parts.plus(part);
        int size = bytes + part.bytes();
        boolean less = cut;
        while (size > most) {
            RunPart first = kept.getFirst();
            int spare = size - most;
            kept = kept.minus(0);
            size -= first.bytes();
            less = true;
            if (first.bytes() > spare) {
                RunPart rest = first.from(indexAfter(first.text(), spare));
                kept = kept.plus(0, rest);
                size += rest.bytes();
            }
        }
        return new Transcript(kept, size, less);
    }

    /// The first place in `text` before which there are at least `bytes` bytes.
    private static int indexAfter(String text, int bytes) {
        int index = 0;
        int passed = 0;
        while (passed < bytes) {
            int c = text.codePointAt(index);
            passed += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            index += Character.charCount(c);
        }
        return index;
    }
}
