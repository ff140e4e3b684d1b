package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.UndoHistory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A window that knows nothing but what it is told.
final class SimulatedWindow {
    private final Map<DocumentId, String> texts = new LinkedHashMap<>();
    private final Map<DocumentId, UndoHistory> histories = new HashMap<>();

    List<DocumentId> documents() {
        return List.copyOf(texts.keySet());
    }

    String text(DocumentId doc) {
        return texts.get(doc);
    }

    private UndoHistory history(DocumentId doc) {
        return histories.computeIfAbsent(doc, _ -> new UndoHistory());
    }

    OwnEdit edit(DocumentId doc, TextOperation operation, long now) {
        return shown(doc, history(doc).edited(TextChange.of(operation, text(doc)), now));
    }

    OwnEdit revert(DocumentId doc, TextOperation operation, int revision) {
        TextChange change = TextChange.of(operation, text(doc));
        return shown(doc, history(doc).reverted(change, List.of(revision)));
    }

    /// Null where nothing is left to undo.
    OwnEdit undo(DocumentId doc) {
        OwnEdit edit = history(doc).undo(text(doc));
        return edit == null ? null : shown(doc, edit);
    }

    /// Null where nothing is left to redo.
    OwnEdit redo(DocumentId doc) {
        OwnEdit edit = history(doc).redo(text(doc));
        return edit == null ? null : shown(doc, edit);
    }

    private OwnEdit shown(DocumentId doc, OwnEdit edit) {
        texts.put(doc, edit.operation().apply(text(doc)));
        return edit;
    }

    void notice(Notice notice, RoomClient client) {
        switch (notice) {
            case Notice.Entered(var snapshot, _) -> entered(snapshot, client);
            case Notice.Happened(var event) -> happened(event.event());
            case Notice.Edited(var doc, var operation, _) -> change(doc, operation);
            case Notice.Withdrawn(var doc, var operation, _) -> change(doc, operation);
            case Notice.Pointed(_, var doc, var selections) -> pointed(doc, selections);
            case Notice.OutOfStep _,
                    Notice.TypingChanged _,
                    Notice.Refused _,
                    Notice.RunProgressed _,
                    Notice.RunnerChanged _,
                    Notice.HeadSigned _,
                    Notice.Ponged _,
                    Notice.Checked _,
                    Notice.Agreed _,
                    Notice.Diverged _ -> {}
        }
    }

    /// Documents come and go with a whole state; the text of one that stays is not touched.
    private void entered(RoomSnapshot snapshot, RoomClient client) {
        if (snapshot.content() instanceof RoomSnapshot.Whole) {
            var open = client.confirmed().documents().keySet();
            texts.keySet().retainAll(open);
            open.forEach(doc -> texts.computeIfAbsent(doc, d -> client.text(d).toString()));
        }
    }

    private void happened(RoomEvent event) {
        switch (event) {
            case RoomEvent.DocumentOpened opened -> texts.put(opened.doc(), opened.text());
            case RoomEvent.DocumentClosed closed -> texts.remove(closed.doc());
            case RoomEvent _ -> {}
        }
    }

    /// What is taken out of a document that is closed already is nothing to see.
    private void change(DocumentId doc, TextOperation operation) {
        if (texts.computeIfPresent(doc, (_, text) -> operation.apply(text)) != null) {
            history(doc).remote(operation);
        }
    }

    private void pointed(DocumentId doc, List<Selection> selections) {
        int length = texts.get(doc).length();
        if (selections.stream().anyMatch(s -> !s.isWithin(length))) {
            throw new AssertionError("%s in a text of %d".formatted(selections, length));
        }
    }

    /// Asked after every step, so it does without the comfort of an assertion library.
    void assertShows(RoomClient client) {
        boolean shows =
                texts.keySet().equals(client.confirmed().documents().keySet())
                        && texts.entrySet().stream().allMatch(e -> shows(client, e));
        if (!shows) {
            throw new AssertionError(texts + " is not what the client has");
        }
    }

    private static boolean shows(RoomClient client, Map.Entry<DocumentId, String> shown) {
        return client.text(shown.getKey()).toString().equals(shown.getValue());
    }
}
