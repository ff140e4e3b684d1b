package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the others' carets are in the visible text. They are carried over every change of it at
/// once, and shown when the change is: all of them as one value, since no two of them may be seen
/// in different texts.
final class Carets {
    private final Map<ParticipantId, List<Selection>> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<Map<ParticipantId, List<Selection>>> shown =
            new ReadOnlyObjectWrapper<>(Map.of());

    ReadOnlyObjectProperty<Map<ParticipantId, List<Selection>>> shownProperty() {
        return shown.getReadOnlyProperty();
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

    /// Everyone else is gone.
    void retain(Set<ParticipantId> here) {
        known.keySet().retainAll(here);
    }

    void show() {
        if (!known.equals(shown.get())) {
            shown.set(Map.copyOf(known));
        }
    }

    private static int endOfChange(TextOperation operation) {
        int end = operation.targetLength();
        List<Part> parts = operation.parts();
        return parts.getLast() instanceof Keep(int length) ? end - length : end;
    }
}
