package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextBuffer;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who wrote which part of a text, at any place of a log. What a document was opened with is
/// nobody's; what an undo or a revert puts back is whose who put it back. For one thread.
///
/// Each document has a second text of the same length, in which an author's sign stands wherever
/// they wrote something. The log's own operations keep it true: only what they insert is written in
/// signs.
final class Authors {
    private static final int STRIDE = 8_192;
    private static final char NOBODY = 0;

    private final List<LoggedEvent> log;
    private final List<ParticipantId> people = new ArrayList<>();
    private final Map<ParticipantId, Character> signs = new HashMap<>();
    private final List<Map<DocumentId, String>> kept = new ArrayList<>();
    private final Map<DocumentId, TextBuffer> texts = new HashMap<>();
    private int place;

    Authors(List<LoggedEvent> log) {
        this.log = log;
        kept.add(Map.of());
    }

    /// The parts of a document that somebody wrote, in order and apart from each other.
    List<AuthorSpan> at(int target, DocumentId doc) {
        int frame = Math.min(target / STRIDE, kept.size() - 1);
        if (target < place || frame * STRIDE > place) {
            goTo(frame);
        }
        while (place < target) {
            step();
        }
        TextBuffer written = texts.get(doc);
        return written == null ? List.of() : spans(written.toString());
    }

    private void goTo(int frame) {
        texts.clear();
        kept.get(frame).forEach((doc, signed) -> texts.put(doc, new TextBuffer(signed)));
        place = frame * STRIDE;
    }

    private void step() {
        LoggedEvent logged = log.get(place++);
        switch (logged.event()) {
            case DocumentOpened opened ->
                    texts.putIfAbsent(
                            opened.doc(),
                            new TextBuffer(String.valueOf(NOBODY).repeat(opened.text().length())));
            case DocumentClosed(var doc) -> texts.remove(doc);
            case CodeUpdate update -> edit(update, logged.by());
            case RoomEvent _ -> {} // says nothing of a text
        }
        if (place % STRIDE == 0 && place / STRIDE == kept.size()) {
            Map<DocumentId, String> frame = new HashMap<>();
            texts.forEach((doc, written) -> frame.put(doc, written.toString()));
            kept.add(frame);
        }
    }

    private void edit(CodeUpdate update, @Nullable ParticipantId by) {
        TextBuffer written = texts.get(update.doc());
        if (written != null && written.length() == update.operation().baseLength()) {
            written.apply(signed(update.operation(), by == null ? NOBODY : sign(by)));
        }
    }

    private char sign(ParticipantId person) {
        return signs.computeIfAbsent(
                person,
                id -> {
                    people.add(id);
                    return (char) (NOBODY + people.size());
                });
    }

    private static TextOperation signed(TextOperation operation, char sign) {
        var signed = new TextOperation.Builder();
        for (TextOperation.Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> signed.keep(length);
                case Insert(String text) ->
                        signed.insert(String.valueOf(sign).repeat(text.length()));
                case Delete(int length) -> signed.delete(length);
            }
        }
        return signed.build();
    }

    private List<AuthorSpan> spans(String written) {
        List<AuthorSpan> spans = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= written.length(); at++) {
            char sign = written.charAt(from);
            if (at == written.length() || written.charAt(at) != sign) {
                if (sign != NOBODY) {
                    spans.add(new AuthorSpan(from, at, people.get(sign - 1)));
                }
                from = at;
            }
        }
        return spans;
    }
}
