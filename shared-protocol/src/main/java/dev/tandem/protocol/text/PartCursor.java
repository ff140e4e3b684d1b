package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks over the parts of an operation and takes them in pieces. For one thread.
final class PartCursor {
    private final List<Part> parts;
    private int index = -1;
    private @Nullable Part part;
    private int length;
    private int taken;

    PartCursor(TextOperation operation) {
        this.parts = operation.parts();
        next();
    }

    /// The part under the cursor, whole even if a piece of it is taken; null at the end.
    @Nullable Part part() {
        return part;
    }

    boolean done() {
        return part == null;
    }

    boolean keeps() {
        return part instanceof Keep;
    }

    /// Code units of the part that are not taken yet; 0 at the end.
    int remaining() {
        return length - taken;
    }

    /// The next `count` code units of an insert.
    String text(int count) {
        return part instanceof Insert(String text) ? text.substring(taken, taken + count) : "";
    }

    /// Takes `count` code units, at most the remaining ones.
    void skip(int count) {
        taken += count;
        if (taken == length) {
            next();
        }
    }

    void next() {
        index++;
        taken = 0;
        part = index < parts.size() ? parts.get(index) : null;
        length = part == null ? 0 : Math.max(part.baseLength(), part.targetLength());
    }
}
