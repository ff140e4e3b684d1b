package dev.tandem.protocol.room;

import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextChange;
import java.util.List;

/// One text of the room, with the changes that made it and what a program of it has to do.
public record Document(
        DocumentId doc,
        String name,
        String language,
        Text text,
        DocumentHistory history,
        List<TestCase> tests) {
    public Document {
        tests = List.copyOf(tests);
    }

    /// A document as it is first seen: at `revision`, knowing nothing of what came before.
    public static Document at(
            DocumentId doc, String name, String language, Revision revision, String text) {
        return new Document(
                doc,
                name,
                language,
                Text.of(text),
                DocumentHistory.startingAt(revision.value()),
                List.of());
    }

    /// The revision of `text`.
    public Revision revision() {
        return new Revision(history.headRevision());
    }

    /// Whether `update` is the next change of this very text.
    public boolean fits(CodeUpdate update) {
        return update.revision().equals(revision().next())
                && update.operation().baseLength() == text.length()
                && (update.deleted() == null
                        || update.deleted().equals(text.deletedBy(update.operation())));
    }

    Document apply(CodeUpdate update) {
        TextChange change = TextChange.of(update.operation(), text);
        List<Revision> undoOf = update.undoOf() == null ? List.of() : update.undoOf();
        return new Document(
                doc,
                name,
                language,
                text.apply(update.operation()),
                history.append(change, undoOf.stream().map(Revision::value).toList()),
                tests);
    }

    Document with(DocumentHistory newHistory) {
        return new Document(doc, name, language, text, newHistory, tests);
    }

    Document alone() {
        return at(doc, name, language, revision(), text.toString()).withTests(tests);
    }

    Document withLanguage(String newLanguage) {
        return new Document(doc, name, newLanguage, text, history, tests);
    }

    public Document withTests(List<TestCase> newTests) {
        return new Document(doc, name, language, text, history, newTests);
    }
}
