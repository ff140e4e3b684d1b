package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where people last wrote. Carets are in no log, so it is taken for theirs where their last edit
/// ended, carried over what the others wrote since.
///
/// @param writer who made the last edit of all; null where nobody wrote anything lately
/// @param doc in which document that was
record LastEdits(@Nullable ParticipantId writer, @Nullable DocumentId doc) {
    /// So many events before are looked at.
    private static final int LATELY = 1_000;

    /// Whoever wrote nothing for so long before the last edit of a text has no caret in it.
    private static final long LATELY_MS = 60_000;

    static LastEdits before(List<LoggedEvent> log, int place) {
        for (int i = place - 1; i >= Math.max(0, place - LATELY); i--) {
            LoggedEvent logged = log.get(i);
            if (logged.event() instanceof CodeUpdate update && logged.by() != null) {
                return new LastEdits(logged.by(), update.doc());
            }
        }
        return new LastEdits(null, null);
    }

    /// In a document, one caret for everybody who wrote in it lately.
    static Map<ParticipantId, List<Selection>> carets(
            List<LoggedEvent> log, int place, DocumentId doc) {
        Map<ParticipantId, List<Selection>> carets = new HashMap<>();
        List<TextOperation> since = new ArrayList<>();
        long oldest = Long.MIN_VALUE;
        for (int i = place - 1; i >= Math.max(0, place - LATELY); i--) {
            LoggedEvent logged = log.get(i);
            if (logged.at() < oldest) {
                break;
            }
            if (logged.event() instanceof CodeUpdate update && update.doc().equals(doc)) {
                oldest = since.isEmpty() ? logged.at() - LATELY_MS : oldest;
                ParticipantId by = logged.by();
                if (by != null && !carets.containsKey(by) && !update.operation().isIdentity()) {
                    int caret = carried(end(update.operation()), since);
                    carets.put(by, List.of(Selection.caret(caret)));
                }
                since.add(update.operation());
            }
        }
        return carets;
    }

    /// @param since what was done later, the newest first
    private static int carried(int caret, List<TextOperation> since) {
        int at = caret;
        for (TextOperation operation : since.reversed()) {
            at = operation.mapPosition(at);
        }
        return at;
    }

    /// Where an edit ends in the text afterwards.
    private static int end(TextOperation operation) {
        int at = 0;
        int end = 0;
        for (Part part : operation.parts()) {
            at += part.targetLength();
            end = part instanceof Insert || part instanceof Delete ? at : end;
        }
        return end;
    }
}
