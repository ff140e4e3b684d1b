package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.highlight.HighlightService;
import dev.tandem.desktop.editor.highlight.Highlighting;
import dev.tandem.desktop.editor.highlight.SpanStyles;
import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Colours the code that is on screen, while another thread finds out how: no key waits for it. FX
/// thread.
final class Coloring {
    /// Colours are made for some text around the screen too, so being off by this does not matter.
    private static final int TOLERANCE = 500;

    /// How much is coloured at once, around the beginning of the screen: more than a screen holds,
    /// and less than takes a person's time.
    private static final int AROUND = 2_000;

    private static final int MOST = 20_000;

    private final SharedArea area;
    private @Nullable HighlightService service;
    private Language language = Languages.PLAIN_TEXT;
    private Selection shown = Selection.caret(0);
    private List<Written> authors = List.of();
    private boolean stale;

    Coloring(SharedArea area) {
        this.area = area;
    }

    /// Begins when the editor is in a window.
    void start() {
        service = new HighlightService(Platform::runLater, this::color);
        reset();
    }

    /// Ends, with its thread, when the editor is in none any more.
    void stop() {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    void setLanguage(Language language) {
        this.language = language;
        reset();
    }

    /// Begins anew with the text on screen.
    void reset() {
        shown = Selection.caret(0);
        if (service != null) {
            service.open(language, area.text().toString());
        }
    }

    /// Puts the colours of people behind what they wrote in the text on screen.
    void showAuthors(List<Written> now) {
        if (!now.equals(authors)) {
            authors = List.copyOf(now);
            stale = true;
        }
    }

    void changed(TextOperation operation) {
        if (service != null) {
            TextEdits.of(operation).forEach(service::edit);
        }
        shown = operation.mapSelection(shown);
    }

    /// Looks which lines are on screen now.
    void look() {
        if (service == null || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        int last = area.lastVisibleParToAllParIndex();
        int from = area.getAbsolutePosition(first, 0);
        int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
        if (stale || isFar(from, shown.anchor()) || isFar(to, shown.head())) {
            stale = false;
            shown = new Selection(from, to);
            service.show(from, to);
        }
    }

    private void color(Highlighting found) {
        int from = Math.max(found.from(), shown.anchor() - AROUND);
        Highlighting part = found.part(from, from + MOST);
        SpanStyles.apply(area, part, Written.behind(SpanStyles.of(part), part.from(), authors));
    }

    private static boolean isFar(int offset, int other) {
        return Math.abs(offset - other) > TOLERANCE;
    }
}
