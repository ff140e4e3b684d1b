package dev.tandem.desktop.editor;

import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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
    private final CaretMarks marks;
    private final Gaze gaze;
    private final Coloring coloring;
    private final Zoom zoom;
    private final Runnable afterLayout = this::afterLayout;
    private Consumer<OwnEdit> onEdit = _ -> {};
    private Consumer<List<Selection>> onPoint = _ -> {};
    private Consumer<String> onRefused = _ -> {};
    private Runnable onAct = () -> {};

    public CodeEditor() {
        getStyleClass().add("code-editor");
        SharedText shared = new SharedText(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        Pane overlay = new Pane();
        overlay.getStyleClass().add("overlay");
        overlay.setMouseTransparent(true);
        area = new SharedArea(shared, new Changes(), indent);
        reports = new CaretReports(area, this::place, this::report);
        carets = new RemoteCarets(area, overlay);
        VirtualizedScrollPane<SharedArea> scrolling = new VirtualizedScrollPane<>(area);
        gaze = new Gaze(area, carets);
        marks = new CaretMarks(area, carets, verticalBar(scrolling), this::goTo);
        coloring = new Coloring(area);
        zoom = new Zoom(area);
        LineNumbers.on(area);
        EditMenu.on(area);
        TextDrops.on(area);
        new CodeKeys(area, indent::get).install();
        area.editableProperty().subscribe(this::showCaret);
        area.focusedProperty().subscribe(this::showCaret);
        area.focusVisibleProperty()
                .subscribe(byKey -> overlay.pseudoClassStateChanged(ENTERED_BY_KEY, byKey));
        scrolling.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> onAct.run());
        scrolling.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        marks.addEventHandler(ScrollEvent.SCROLL, this::scrollUnder);
        getChildren().addAll(scrolling, overlay, marks);
        sceneProperty().subscribe(this::followScene);
    }

    /// Begins with a text, or begins anew: the caret goes to its beginning, nothing can be undone.
    public void setText(String text) {
        showSelections(Map.of());
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

    /// The same, for a change of which it is known who made it.
    public void apply(TextOperation remote, ParticipantId by) {
        apply(remote);
        carets.wake(by);
    }

    /// Hears of the person's every edit, at once.
    public void setOnEdit(Consumer<OwnEdit> listener) {
        onEdit = listener;
    }

    /// Hears what the person pasted, once it is in the text.
    public void setOnPaste(Consumer<String> listener) {
        area.setOnPaste(listener);
    }

    /// Hears what the person dropped that came from outside the application, once it is in the
    /// text.
    public void setOnDrop(Consumer<String> listener) {
        area.setOnDrop(listener);
    }

    /// Hears, at most once per frame, where the person's caret or selection is, once they moved it.
    public void setOnPoint(Consumer<List<Selection>> listener) {
        onPoint = listener;
    }

    /// Hears why something that the person wanted was not done, as a sentence for them.
    public void setOnRefused(Consumer<String> listener) {
        onRefused = listener;
    }

    /// Hears of everything that the person does in the text or with its view by themselves: they
    /// write, move the caret, click or scroll.
    public void setOnAct(Runnable listener) {
        onAct = listener;
    }

    /// Someone is here now who did not hear where the person's caret is.
    public void tellCaretAgain() {
        reports.tellAgain();
    }

    /// Keeps the view where another person is; null is nobody. What the person does themselves does
    /// not end it, see [#setOnAct].
    public void follow(@Nullable ParticipantId other) {
        gaze.follow(other);
    }

    /// Says who the others are; carets are shown of these only.
    public void setPeople(Map<ParticipantId, PersonMark> others) {
        carets.setPeople(others);
    }

    /// Says where the others' carets and selections are in the text on screen; who is not among
    /// them has none.
    public void showSelections(Map<ParticipantId, List<Selection>> others) {
        Map<ParticipantId, List<Selection>> onScreen = new HashMap<>(others);
        onScreen.replaceAll((_, places) -> places.stream().map(area::onScreen).toList());
        carets.show(onScreen);
    }

    /// Shows who wrote what of the text on screen; nothing where that is of no interest. It does
    /// not move along with later changes.
    public void showAuthors(List<Written> authors) {
        coloring.showAuthors(authors);
    }

    public void undo() {
        area.undo();
    }

    public void redo() {
        area.redo();
    }

    /// Takes back logged changes for the person, whoever made them; it can be undone. Does nothing
    /// where they may not write.
    ///
    /// @param revert the operation that does it, on the text on screen
    /// @param revisions the changes' revisions, ascending
    public void revert(Supplier<TextOperation> revert, List<Integer> revisions) {
        area.revert(revert, revisions);
    }

    /// Whether the person may write; reading, selecting and copying they may always.
    public BooleanProperty editableProperty() {
        return area.editableProperty();
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /// Lets the text stay as wide as the widest line that was in sight: for one who goes far in it
    /// again and again.
    public void keepWidth() {
        area.keepWidth();
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

    CaretMarks marks() {
        return marks;
    }

    private static ScrollBar verticalBar(VirtualizedScrollPane<?> scrolling) {
        return scrolling.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    private void goTo(ParticipantId other) {
        onAct.run();
        gaze.seek(other);
    }

    private void scrolled(ScrollEvent event) {
        if (!event.isShortcutDown()) { // which makes the code larger or smaller
            onAct.run();
        }
    }

    private void scrollUnder(ScrollEvent event) {
        scrolled(event);
        area.scrollXBy(-event.getDeltaX());
        area.scrollYBy(-event.getDeltaY());
    }

    private void followScene(@Nullable Scene before, @Nullable Scene scene) {
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
        Sight sight = Sight.of(area);
        carets.standTags(sight);
        marks.look(sight);
        coloring.look();
        gaze.look(sight); // last: all that was looked at is somewhere else then
    }

    private void report(Selection selection) {
        onPoint.accept(List.of(selection));
    }

    private void place(Selection selection) {
        int line = area.getCurrentParagraph();
        String before =
                area.text().subSequence(area.getAbsolutePosition(line, 0), selection.head());
        caretPlace.set(new CaretPlace(line + 1, Boundaries.count(before) + 1));
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
            gaze.carry(operation);
        }

        @Override
        public void edited(OwnEdit edit) {
            reports.edited();
            onAct.run();
            onEdit.accept(edit);
        }

        @Override
        public void refused(String sentence) {
            onRefused.accept(sentence);
        }

        @Override
        public void moved() {
            reports.touch();
        }

        @Override
        public void acted() {
            onAct.run();
        }
    }
}
