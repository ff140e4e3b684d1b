package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import dev.tandem.protocol.text.TextOperation.Transformed;
import java.util.ArrayList;
import java.util.List;

/// The first and the last parts of an operation that lie where another one only keeps: these pass
/// it as they are. What is left between them begins and ends with a keep, or where the operation
/// does, so that it can be put between them again without anything to join.
///
/// @param head the parts before the middle
/// @param tail the parts after it
record Margins(Margin head, Margin tail) {

    /// @param parts how many
    /// @param base code units of the text before that they span
    /// @param target code units of the text afterwards that they span
    private record Margin(int parts, int base, int target) {
        static final Margin NONE = new Margin(0, 0, 0);
    }

    /// The margins of `wide` beside what `local` changes; `local` is not an identity.
    static Margins of(TextOperation wide, TextOperation local) {
        Margin head = margin(wide.parts(), kept(local.parts().getFirst()));
        Margin tail = margin(wide.parts().reversed(), kept(local.parts().getLast()));
        return new Margins(head, tail);
    }

    private static int kept(Part edge) {
        return edge instanceof Keep(int length) ? length : 0;
    }

    /// As many parts as lie before a keep of which `local` keeps some too.
    private static Margin margin(List<Part> parts, int kept) {
        Margin margin = Margin.NONE;
        int base = 0;
        int target = 0;
        int i = 0;
        while (base < kept) {
            Part part = parts.get(i);
            if (part instanceof Keep) {
                margin = new Margin(i, base, target);
            }
            base += part.baseLength();
            target += part.targetLength();
            i++;
        }
        return margin;
    }

    Transformed transform(TextOperation wide, TextOperation local) {
        List<Part> parts = wide.parts();
        int end = parts.size() - tail.parts;
        var middle = new TextOperation(parts.subList(head.parts, end));
        Transformed inner = TextAlgebra.walk(middle, padded(local, -head.base, -tail.base));
        List<Part> whole = new ArrayList<>(parts.size() + 2);
        whole.addAll(parts.subList(0, head.parts));
        whole.addAll(inner.left().parts());
        whole.addAll(parts.subList(end, parts.size()));
        int length = head.target + inner.left().targetLength() + tail.target;
        return new Transformed(
                new TextOperation(List.copyOf(whole), local.targetLength(), length),
                padded(inner.right(), head.target, tail.target));
    }

    /// The operation for a text that is longer by so much at its beginning and at its end.
    private static TextOperation padded(TextOperation operation, int before, int after) {
        List<Part> parts = operation.parts();
        var padded = new TextOperation.Builder();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Keep(int length) -> {
                    int more = (i == 0 ? before : 0) + (i == parts.size() - 1 ? after : 0);
                    padded.keep(length + more);
                }
                case Insert(String text) -> padded.insert(text);
                case Delete(int length) -> padded.delete(length);
            }
        }
        return padded.build();
    }
}
