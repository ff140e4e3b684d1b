package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.IndexRange;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.InputMethodTextRun;

/// Text that an input method is composing: it stands in the editor and changes with every key until
/// it is committed. FX thread.
///
/// Systems differ in how they tell: a syllable may be committed and the next one begun in one event
/// (Windows) or in two (macOS, Linux), and events that say nothing come at any time.
final class InputComposition {
    private final SharedArea area;
    private final ComposedMark mark;
    private List<InputMethodTextRun> parts = List.of();
    private int start;
    private int length;
    private boolean lettingGo;
    private String left = "";

    InputComposition(SharedArea area) {
        this.area = area;
        this.mark = new ComposedMark(area);
    }

    void take(InputMethodEvent event) {
        String composed = text(event.getComposed());
        if (lettingGo || isLeftAlready(event.getCommitted(), composed)) {
            return;
        }
        if (!event.getCommitted().isEmpty() || composed.isEmpty()) {
            commit(event.getCommitted());
        }
        if (!composed.isEmpty()) {
            compose(event, composed);
        }
    }

    /// Where the composed text begins, or would begin.
    int start() {
        return length == 0 ? area.getSelection().getStart() : start;
    }

    int length() {
        return length;
    }

    /// The text on screen is about to change.
    void release() {
        mark.hide();
    }

    /// The text on screen has changed.
    void carry(TextOperation operation) {
        start = length == 0 ? 0 : operation.mapPosition(start);
        mark.show(start, parts);
    }

    /// What is composed stays as it is, and is no longer composed. The system's input method is
    /// made to forget it, or it would go on with it elsewhere.
    void leave() {
        left = area.getText(start, start + length);
        forget();
        InputMethodRequests requests = area.getInputMethodRequests();
        lettingGo = true;
        area.setInputMethodRequests(null);
        area.setInputMethodRequests(requests);
        lettingGo = false;
    }

    private void commit(String text) {
        if (!area.composing() && text.isEmpty()) {
            return;
        }
        if (!put(text) && length > 0) {
            put("");
        }
        forget();
        area.endComposition();
        area.requestFollowCaret();
    }

    private void compose(InputMethodEvent event, String composed) {
        area.beginComposition();
        if (put(composed)) {
            parts = List.copyOf(event.getComposed());
            mark.show(start, parts);
            int caret = event.getCaretPosition();
            if (caret >= 0 && caret < length) {
                area.moveTo(start + caret);
            }
        } else if (length == 0) {
            area.endComposition();
        }
        area.requestFollowCaret();
    }

    /// Puts a text in place of what is composed or selected.
    ///
    /// @return whether there is room for it; else nothing has changed
    private boolean put(String text) {
        IndexRange replaced =
                length == 0 ? area.getSelection() : new IndexRange(start, start + length);
        int from = Boundaries.floor(area.text(), replaced.getStart());
        List<InputMethodTextRun> before = parts;
        parts = List.of();
        boolean done = area.insert(replaced.getStart(), replaced.getEnd(), text);
        if (done) {
            start = from;
            length = area.getCaretPosition() - from;
        } else {
            parts = before;
        }
        return done;
    }

    private void forget() {
        mark.hide();
        parts = List.of();
        length = 0;
    }

    // An input method that is made to forget may commit first what stands there already.
    private boolean isLeftAlready(String committed, String composed) {
        boolean again = !left.isEmpty() && composed.isEmpty() && committed.equals(left);
        left = "";
        return again;
    }

    private static String text(List<InputMethodTextRun> parts) {
        return parts.stream().map(InputMethodTextRun::getText).collect(Collectors.joining());
    }
}
