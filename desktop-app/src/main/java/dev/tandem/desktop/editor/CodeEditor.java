package dev.tandem.desktop.editor;

import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.jspecify.annotations.Nullable;

/// The editor of the shared text. What a person does in it goes out as operations on the text they
/// see; what others did comes in as such, and leaves the person's caret, selection, view and undo
/// as they are. FX thread.
///
/// Tell it of others' edits before the places of their carets that follow from them.
public final class CodeEditor extends StackPane {
    private static final int USUAL_INDENT = 4;
    private static final PseudoClass ENTERED_BY_KEY = PseudoClass.getPseudoClass("entered-by-key");

    private final IntegerProperty indent = new SimpleIntegerProperty(this, "indent", USUAL_INDENT);
    private final ReadOnlyObjectWrapper<CaretPlace> caretPlace =
            new ReadOnlyObjectWrapper<>(this, "caretPlace", new CaretPlace(1, 1));
    private final SharedArea area;
    private final CaretReports reports;
    private final RemoteCarets carets;
    private final Coloring coloring;
    private final Zoom zoom;
    private final Runnable afterLayout = this::afterLayout;
    private Consumer<TextOperation> onEdit = _ -> {};
    private Consumer<List<Selection>> onPoint = _ -> {};
    private Consumer<String> onRefused = _ -> {};

    public CodeEditor() {
        getStyleClass().add("code-editor");
        SharedText shared = new SharedText(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        Pane overlay = new Pane();
        overlay.getStyleClass().add("overlay");
        overlay.setMouseTransparent(true);
        area = new SharedArea(shared, new Changes());
        reports = new CaretReports(area, this::place, this::report);
        carets = new RemoteCarets(area, overlay);
        coloring = new Coloring(area);
        zoom = new Zoom(area);
        LineNumbers.on(area);
        EditMenu.on(area);
        new CodeKeys(area, indent::get).install();
        area.editableProperty().subscribe(this::showCaret);
        area.focusedProperty().subscribe(this::showCaret);
        area.focusVisibleProperty()
                .subscribe(byKey -> overlay.pseudoClassStateChanged(ENTERED_BY_KEY, byKey));
        getChildren().addAll(new VirtualizedScrollPane<>(area), overlay);
        sceneProperty().subscribe(this::follow);
    }

    /// Begins with a text, or begins anew: the caret goes to its beginning, nothing can be undone.
    public void setText(String text) {
        carets.show(Map.of());
        area.reset(Text.of(text));
        reports.reset();
        coloring.reset();
    }

    /// Says which language the code is in, by its id on the wire.
    public void setLanguage(String id) {
        coloring.setLanguage(Languages.of(id));
    }

    /// The text on screen.
    public Text text() {
        return area.text();
    }

    /// Shows what someone else changed in the text that the person sees.
    ///
    /// @throws IllegalArgumentException if the operation is for a text of another length
    public void apply(TextOperation remote) {
        area.applyRemote(remote);
    }

    /// Hears of the person's every edit, at once.
    public void setOnEdit(Consumer<TextOperation> listener) {
        onEdit = listener;
    }

    /// Hears, at most once per frame, where the person's caret or selection is, once they moved it.
    public void setOnPoint(Consumer<List<Selection>> listener) {
        onPoint = listener;
    }

    /// Hears why something that the person wanted was not done, as a sentence for them.
    public void setOnRefused(Consumer<String> listener) {
        onRefused = listener;
    }

    /// Says who the others are; carets are shown of these only.
    public void setPeople(Map<ParticipantId, PersonMark> others) {
        carets.setPeople(others);
    }

    /// Says where the others' carets and selections are in the text on screen; who is not among
    /// them has none.
    public void showSelections(Map<ParticipantId, List<Selection>> others) {
        carets.show(others);
    }

    public void undo() {
        area.undo();
    }

    public void redo() {
        area.redo();
    }

    /// Whether the person may write; reading, selecting and copying they may always.
    public BooleanProperty editableProperty() {
        return area.editableProperty();
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /// The width of a step of indentation, in blanks.
    public IntegerProperty indentProperty() {
        return indent;
    }

    /// The size of the code in pixels.
    public DoubleProperty fontSizeProperty() {
        return zoom.fontSizeProperty();
    }

    public ReadOnlyObjectProperty<CaretPlace> caretPlaceProperty() {
        return caretPlace.getReadOnlyProperty();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    SharedArea area() {
        return area;
    }

    RemoteCarets carets() {
        return carets;
    }

    private void follow(@Nullable Scene before, @Nullable Scene scene) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
            coloring.stop();
        }
        if (scene != null) {
            scene.addPostLayoutPulseListener(afterLayout);
            coloring.start();
        }
    }

    // One who can only read moves through the text and selects in it, and has to see where they
    // are.
    private void showCaret() {
        boolean reading = !area.isEditable() && area.isFocused();
        area.setShowCaret(reading ? CaretVisibility.ON : CaretVisibility.AUTO);
    }

    // Each frame, when it is known where everything is, and before it is drawn.
    private void afterLayout() {
        carets.standTags();
        coloring.look();
    }

    private void report(Selection selection) {
        onPoint.accept(List.of(selection));
    }

    private void place(Selection selection) {
        int line = area.getCurrentParagraph();
        String before =
                area.text().subSequence(area.getAbsolutePosition(line, 0), selection.head());
        caretPlace.set(new CaretPlace(line + 1, before.codePointCount(0, before.length()) + 1));
    }

    private final class Changes implements SharedArea.Listener {
        @Override
        public void changing() {
            carets.release();
        }

        @Override
        public void changed(TextOperation operation) {
            coloring.changed(operation);
            reports.carry(operation);
            carets.carry(operation);
        }

        @Override
        public void edited(TextOperation operation) {
            onEdit.accept(operation);
        }

        @Override
        public void refused(String sentence) {
            onRefused.accept(sentence);
        }

        @Override
        public void moved() {
            reports.touch();
        }
    }
}
