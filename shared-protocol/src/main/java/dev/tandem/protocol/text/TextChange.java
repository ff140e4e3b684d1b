package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.List;

/// An operation together with the texts it deletes, so that it can be checked and taken back.
///
/// @param operation the edit
/// @param deleted the deleted texts in order, one for each delete of the operation
public record TextChange(TextOperation operation, List<String> deleted) {

    /// @throws IllegalArgumentException if the deleted texts have not the operation's lengths
    public TextChange {
        deleted = List.copyOf(deleted);
        List<Integer> lengths = deleteLengths(operation);
        if (!lengths.equals(deleted.stream().map(String::length).toList())) {
            throw new IllegalArgumentException(
                    "the deleted texts do not have the lengths %s".formatted(lengths));
        }
    }

    /// What `operation` changes in the text `before`.
    ///
    /// @throws IllegalArgumentException if the operation is for a text of another length
    public static TextChange of(TextOperation operation, CharSequence before) {
        TextOperation.requireLength(operation.baseLength(), before.length());
        List<String> deleted = new ArrayList<>();
        int at = 0;
        for (Part part : operation.parts()) {
            if (part instanceof Delete(int length)) {
                deleted.add(before.subSequence(at, at + length).toString());
            }
            at += part.baseLength();
        }
        return new TextChange(operation, deleted);
    }

    /// The change that takes this one back, from the text afterwards to the text before.
    public TextChange invert() {
        var inverse = new TextOperation.Builder();
        List<String> inserted = new ArrayList<>();
        var restored = deleted.iterator();
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> inverse.keep(length);
                case Insert(String text) -> {
                    inverse.delete(text.length());
                    inserted.add(text);
                }
                case Delete _ -> inverse.insert(restored.next());
            }
        }
        return new TextChange(inverse.build(), inserted);
    }

    /// How much text it inserts and deletes.
    int codeUnits() {
        int sum = 0;
        for (Part part : operation.parts()) {
            sum += part instanceof Keep ? 0 : part.baseLength() + part.targetLength();
        }
        return sum;
    }

    /// Whether this is a change of the text `before`: its length is right, and the deleted texts
    /// stand where they are deleted.
    public boolean fits(CharSequence before) {
        return operation.baseLength() == before.length()
                && of(operation, before).deleted.equals(deleted);
    }

    /// The parts and lengths without the texts: what people write is not for logs.
    @Override
    public String toString() {
        return "TextChange" + operation;
    }

    private static List<Integer> deleteLengths(TextOperation operation) {
        return operation.parts().stream()
                .filter(Delete.class::isInstance)
                .map(Part::baseLength)
                .toList();
    }
}
