package dev.tandem.desktop.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import org.fxmisc.richtext.SelectionImpl;

/// The line under what an input method is composing, stronger under the part that it is about. FX
/// thread.
final class ComposedMark {
    private final SharedArea area;
    private final List<SelectionImpl<Collection<String>, String, Collection<String>>> lines =
            new ArrayList<>();

    ComposedMark(SharedArea area) {
        this.area = area;
    }

    /// @param start where the first part stands in the text
    void show(int start, List<InputMethodTextRun> parts) {
        hide();
        int at = start;
        for (InputMethodTextRun part : parts) {
            int end = Math.min(at + part.getText().length(), area.getLength());
            if (at < end) {
                underline(at, end, isChosen(part.getHighlight()) ? "composed-part" : "composed");
            }
            at = end;
        }
    }

    /// To be called before lines change as well: the control looks for what is selected in lines
    /// that are not there any more.
    void hide() {
        lines.forEach(line -> {
            area.removeSelection(line);
            line.dispose();
        });
        lines.clear();
    }

    private void underline(int from, int to, String styleClass) {
        var line =
                new SelectionImpl<>(
                        "composed-" + lines.size(),
                        area,
                        path -> path.getStyleClass().add(styleClass));
        area.addSelection(line);
        line.selectRange(from, to);
        lines.add(line);
    }

    private static boolean isChosen(InputMethodHighlight highlight) {
        return highlight == InputMethodHighlight.SELECTED_CONVERTED
                || highlight == InputMethodHighlight.SELECTED_RAW;
    }
}
