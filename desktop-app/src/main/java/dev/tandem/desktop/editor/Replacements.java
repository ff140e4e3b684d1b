package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.List;

/// An operation as a list of replacements one after another, which is how the text control takes
/// changes: the offsets of each hold when all before it have been made.
final class Replacements {

    /// @param at where it begins, in the text that the ones before it left
    /// @param deleted the number of code units that go
    /// @param inserted what comes in their place
    record Replacement(int at, int deleted, String inserted) {}

    private Replacements() {}

    static List<Replacement> of(TextOperation operation) {
        List<Replacement> replacements = new ArrayList<>();
        int at = 0;
        String inserted = "";
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> {
                    at = put(replacements, at, 0, inserted) + length;
                    inserted = "";
                }
                case Insert(String text) -> inserted = text;
                case Delete(int length) -> {
                    at = put(replacements, at, length, inserted);
                    inserted = "";
                }
            }
        }
        put(replacements, at, 0, inserted);
        return replacements;
    }

    /// Where the last replacement ends in the text afterwards.
    static int end(TextOperation operation) {
        Replacement last = of(operation).getLast();
        return last.at() + last.inserted().length();
    }

    static TextOperation operation(Replacement replacement, int textLength) {
        return new TextOperation.Builder()
                .keep(replacement.at())
                .insert(replacement.inserted())
                .delete(replacement.deleted())
                .keep(textLength - replacement.at() - replacement.deleted())
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

    private static int put(List<Replacement> to, int at, int deleted, String inserted) {
        if (deleted > 0 || !inserted.isEmpty()) {
            to.add(new Replacement(at, deleted, inserted));
        }
        return at + inserted.length();
    }
}
