package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.List;

/// An operation as edits one after another, which is how the text control and the highlighter take
/// changes: the offset of each holds when all before it have been made.
final class TextEdits {
    private TextEdits() {}

    static List<TextEdit> of(TextOperation operation) {
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        String inserted = "";
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> {
                    at = put(edits, at, 0, inserted) + length;
                    inserted = "";
                }
                case Insert(String text) -> inserted = text;
                case Delete(int length) -> {
                    at = put(edits, at, length, inserted);
                    inserted = "";
                }
            }
        }
        put(edits, at, 0, inserted);
        return edits;
    }

    /// Where the last edit ends in the text afterwards.
    static int end(TextOperation operation) {
        TextEdit last = of(operation).getLast();
        return last.offset() + last.inserted().length();
    }

    /// Whether an operation puts a text in place of what stands before an offset. On which side of
    /// that text a caret there comes out is no more than a convention.
    static boolean replaces(TextOperation operation, int offset) {
        int at = 0;
        boolean inserted = false;
        for (Part part : operation.parts()) {
            int end = at + part.baseLength();
            if (part instanceof Delete && inserted && at < offset && offset <= end) {
                return true;
            }
            inserted = part instanceof Insert;
            at = end;
        }
        return false;
    }

    static TextOperation operation(TextEdit edit, int textLength) {
        return new TextOperation.Builder()
                .keep(edit.offset())
                .insert(edit.inserted())
                .delete(edit.deleted())
                .keep(textLength - edit.offset() - edit.deleted())
                .build();
    }

    /// Takes a range of a text to another place, an offset that is not within the range.
    static TextOperation move(CharSequence text, int from, int to, int target) {
        String moved = text.subSequence(from, to).toString();
        var operation = new TextOperation.Builder();
        if (target < from) {
            operation.keep(target).insert(moved).keep(from - target).delete(to - from);
        } else {
            operation.keep(from).delete(to - from).keep(target - to).insert(moved);
        }
        return operation.keep(text.length() - Math.max(target, to)).build();
    }

    private static int put(List<TextEdit> to, int at, int deleted, String inserted) {
        if (deleted > 0 || !inserted.isEmpty()) {
            to.add(new TextEdit(at, deleted, inserted));
        }
        return at + inserted.length();
    }
}
