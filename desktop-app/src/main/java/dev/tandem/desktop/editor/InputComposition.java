package dev.tandem.desktop.editor;

import java.util.stream.Collectors;
import javafx.scene.control.IndexRange;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;

/// Text that an input method is composing: it stands in the editor and changes with every key until
/// it is committed. FX thread.
final class InputComposition {
    private final SharedArea area;
    private int start;
    private int length;

    InputComposition(SharedArea area) {
        this.area = area;
    }

    /// Puts what is composed now in place of what was.
    void update(InputMethodEvent event) {
        String composed =
                event.getComposed().stream()
                        .map(InputMethodTextRun::getText)
                        .collect(Collectors.joining());
        IndexRange replaced =
                length == 0 ? area.getSelection() : new IndexRange(start, start + length);
        boolean done =
                area.insert(
                        replaced.getStart(), replaced.getEnd(), event.getCommitted() + composed);
        length = done ? composed.length() : 0;
        start = area.getCaretPosition() - length;
        if (event.getCaretPosition() >= 0 && event.getCaretPosition() < length) {
            area.moveTo(start + event.getCaretPosition());
        }
    }

    boolean goesOn() {
        return length > 0;
    }

    /// What is composed stays as it is.
    void end() {
        length = 0;
    }
}
