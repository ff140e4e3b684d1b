package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// Where the others' carets are in the visible text. They are carried over every change of it at
/// once, and shown when the change is.
final class Carets {
    private final Map<ParticipantId, List<Selection>> known = new HashMap<>();
    private final ObservableMap<ParticipantId, List<Selection>> shown =
            FXCollections.observableHashMap();
    private final ObservableMap<ParticipantId, List<Selection>> readOnly =
            FXCollections.unmodifiableObservableMap(shown);

    ObservableMap<ParticipantId, List<Selection>> shown() {
        return readOnly;
    }

    void point(ParticipantId by, List<Selection> selections) {
        known.put(by, selections);
    }

    /// Who changes something has their caret at the end of it, until they say more.
    void carry(TextOperation operation, @Nullable ParticipantId by) {
        known.replaceAll((_, old) -> old.stream().map(operation::mapSelection).toList());
        if (by != null && !operation.isIdentity()) {
            known.put(by, List.of(Selection.caret(endOfChange(operation))));
        }
    }

    void remove(ParticipantId gone) {
        known.remove(gone);
    }

    void show() {
        shown.keySet().retainAll(known.keySet());
        known.forEach((id, selections) -> {
            if (!selections.equals(shown.get(id))) {
                shown.put(id, selections);
            }
        });
    }

    private static int endOfChange(TextOperation operation) {
        int end = operation.targetLength();
        List<Part> parts = operation.parts();
        return parts.getLast() instanceof Keep(int length) ? end - length : end;
    }
}
