package dev.tandem.desktop.editor;

import dev.tandem.desktop.fx.Unseen;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.model.StyledSegment;
import org.jspecify.annotations.Nullable;
import org.reactfx.value.Val;
import org.reactfx.value.Var;

/// A text control whose caret goes by characters as people see them and by words of code, and whose
/// clipboard holds plain text; it shows what is not to be seen. The one it is made from copies the
/// whole text for each such key, and takes half of what is put together from several code points.
/// FX thread.
abstract class CharacterArea
        extends GenericStyledArea<Collection<String>, String, Collection<String>> {
    private static final Collection<String> PLAIN = List.of();

    private final LineWidths widths;
    private @Nullable Estimates estimates;
    private Consumer<String> onPaste = _ -> {};
    private Consumer<String> onDrop = _ -> {};

    /// @param tabSize the width of a tab, in blanks
    CharacterArea(ObservableValue<Number> tabSize) {
        this(tabSize, new LineWidths());
    }

    private CharacterArea(ObservableValue<Number> tabSize, LineWidths widths) {
        super(
                PLAIN,
                (line, _) -> {
                    line.tabSizeProperty().bind(tabSize);
                    widths.heed(line);
                },
                PLAIN,
                new LinePieces(),
                false,
                CharacterArea::node);
        this.widths = widths;
        getStyleClass().add("code-area");
    }

    /// Lets the text stay as wide as its widest line so far.
    void keepWidth() {
        widths.keep();
    }

    private static Node node(StyledSegment<String, Collection<String>> piece) {
        return StyledTextArea.createStyledTextNode(
                Unseen.shown(piece.getSegment()),
                piece.getStyle(),
                (node, classes) -> node.getStyleClass().addAll(classes));
    }

    @Override
    public Val<Double> totalWidthEstimateProperty() {
        return estimates().width();
    }

    @Override
    public Val<Double> totalHeightEstimateProperty() {
        return estimates().height();
    }

    @Override
    public Var<Double> estimatedScrollXProperty() {
        return estimates().scrollX();
    }

    @Override
    public Var<Double> estimatedScrollYProperty() {
        return estimates().scrollY();
    }

    // The control asks for them while it is made, which is before there is anything here.
    private Estimates estimates() {
        Estimates now = estimates;
        if (now == null) {
            now =
                    new Estimates(
                            super.totalWidthEstimateProperty().suspendable(),
                            super.totalHeightEstimateProperty().suspendable(),
                            super.estimatedScrollXProperty().suspendable(),
                            super.estimatedScrollYProperty().suspendable());
            estimates = now;
        }
        return now;
    }

    @Override
    protected void layoutChildren() {
        estimates()
                .holdWhile(() -> {
                    super.layoutChildren();
                    getChildren().stream()
                            .filter(VirtualFlow.class::isInstance)
                            .forEach(lines -> ((VirtualFlow<?, ?>) lines).layout());
                });
    }

    /// Hears what was pasted.
    void setOnPaste(Consumer<String> listener) {
        onPaste = listener;
    }

    /// Hears what was dropped that came from outside the application.
    void setOnDrop(Consumer<String> listener) {
        onDrop = listener;
    }

    /// The text on screen.
    abstract Text text();

    @Override
    public void deletePreviousChar() {
        int caret = getCaretPosition();
        deleteText(Boundaries.startOfLastTyped(text(), caret), caret);
    }

    @Override
    public void deleteNextChar() {
        int caret = getCaretPosition();
        deleteText(caret, Boundaries.nextCharacter(text(), caret));
    }

    /// Sets anchor and caret, neither of them between the halves of a surrogate pair.
    @Override
    public void selectRange(int anchor, int caret) {
        super.selectRange(Boundaries.floor(text(), anchor), Boundaries.floor(text(), caret));
    }

    @Override
    public void moveTo(int position) {
        super.moveTo(Boundaries.floor(text(), position));
    }

    @Override
    public void previousChar(SelectionPolicy policy) {
        moveTo(Boundaries.previousCharacter(text(), getCaretPosition()), policy);
    }

    @Override
    public void nextChar(SelectionPolicy policy) {
        moveTo(Boundaries.nextCharacter(text(), getCaretPosition()), policy);
    }

    /// Where a person points, and where they get to from the line above, may be within a character.
    @Override
    public void moveTo(int position, SelectionPolicy policy) {
        super.moveTo(Boundaries.startOfCharacter(text(), position), policy);
    }

    @Override
    public void lineEnd(SelectionPolicy policy) {
        moveTo(Boundaries.lineEnd(text(), getCaretPosition()), policy);
    }

    @Override
    public void wordBreaksBackwards(int count, SelectionPolicy policy) {
        moveTo(Boundaries.previousWord(text(), getCaretPosition()), policy);
    }

    @Override
    public void wordBreaksForwards(int count, SelectionPolicy policy) {
        moveTo(Boundaries.nextWord(text(), getCaretPosition()), policy);
    }

    @Override
    public void selectWord() {
        Selection word = Boundaries.wordAt(text(), getCaretPosition());
        selectRange(word.anchor(), word.head());
    }

    @Override
    public void copy() {
        if (!getSelectedText().isEmpty()) {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(getSelectedText());
            Clipboard.getSystemClipboard().setContent(copied);
        }
    }

    /// Puts a text where it was dropped, and selects it.
    ///
    /// @return whether it was taken
    boolean drop(String text, int position, boolean fromOutside) {
        if (!isEditable()) {
            return false;
        }
        requestFocus();
        moveTo(position, SelectionPolicy.CLEAR);
        int start = getCaretPosition();
        replaceSelection(text);
        selectRange(start, getCaretPosition());
        if (fromOutside) {
            onDrop.accept(text);
        }
        return true;
    }

    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            replaceSelection(pasted);
            if (isEditable()) {
                onPaste.accept(pasted);
            }
        }
    }
}
