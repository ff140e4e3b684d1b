package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.Replacements.Replacement;
import dev.tandem.desktop.editor.SharedText.Released;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text control on a text that others change too. What a person does in it becomes one
/// operation each, on whole characters and within the limit; what others did is shown without
/// moving this person's caret, selection or view. FX thread.
///
/// The control's own arithmetic for carets is wrong for others' edits, and its own undo would take
/// back theirs. So positions are set here after every change, by [TextOperation#mapPosition], and
/// undo is [SharedText]'s.
final class SharedArea extends CodeArea {
    private final SharedText shared;
    private final Listener listener;
    private final AreaContent content = new AreaContent(this);
    private final InputComposition composition = new InputComposition(this);
    private final Insertable insertable = new Insertable();
    private final List<Replacement> personal = new ArrayList<>();
    private boolean changing;

    /// Hears what happens to the text.
    interface Listener {
        /// The text on screen changed; what stands in it moves along.
        void changed(TextOperation operation);

        /// The person's work, for the others; after [#changed].
        void edited(TextOperation operation);

        /// Something that the person wanted was not done; why, as a sentence.
        void refused(String sentence);

        /// The caret or an end of the selection is elsewhere.
        void moved();
    }

    SharedArea(SharedText shared, Listener listener) {
        this.shared = shared;
        this.listener = listener;
        getStyleClass().add("editor");
        setUndoManager(UndoUtils.noOpUndoManager());
        setUseInitialStyleForInsertion(false);
        multiPlainChanges().subscribe(this::collect);
        caretPositionProperty().addListener(_ -> moved());
        selectionProperty().addListener(_ -> moved());
        focusedProperty().subscribe(focused -> endCompositionUnless(focused));
    }

    Text text() {
        return shared.text();
    }

    boolean composing() {
        return shared.composing();
    }

    /// Anchor and caret, never between the halves of a character.
    Selection selection() {
        return new Selection(
                Boundaries.floor(text(), getAnchor()),
                Boundaries.floor(text(), getCaretPosition()));
    }

    /// Begins anew with another text.
    void reset(Text text) {
        composition.end();
        TextOperation all =
                new TextOperation.Builder().insert(text.toString()).delete(getLength()).build();
        show(all, Selection.caret(0));
        shared.reset(text);
    }

    /// Shows what someone else changed.
    void applyRemote(TextOperation operation) {
        if (shared.remote(operation)) {
            showRemote(operation);
        }
    }

    /// Makes a change for the person.
    ///
    /// @param after where anchor and caret are then
    void applyPersonal(TextOperation operation, Selection after) {
        if (!isEditable() || operation.isIdentity() || !fits(operation.targetLength())) {
            return;
        }
        show(operation, after);
        edited(operation);
        requestFollowCaret();
    }

    /// Puts a text in place of the given range, and the caret behind it.
    ///
    /// @return whether that was done
    boolean insert(int start, int end, String text) {
        int from = Boundaries.floor(text(), start);
        int to = Boundaries.ceiling(text(), end);
        String inserted = insertable.of(text);
        int length = text().length() - (to - from) + inserted.length();
        if (!isEditable() || (inserted.length() > to - from && !fits(length))) {
            return false;
        }
        if (from < to || !inserted.isEmpty()) {
            super.replaceText(from, to, inserted);
        }
        return true;
    }

    @Override
    public void replaceText(int start, int end, String text) {
        insert(start, end, text);
    }

    @Override
    public void replace(
            int start,
            int end,
            StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        personally(() -> super.replace(start, end, replacement));
    }

    @Override
    public void moveSelectedText(int position) {
        if (isEditable()) {
            int at = Boundaries.floor(text(), position);
            shared.breakGroup();
            personally(() -> super.moveSelectedText(at));
        }
    }

    @Override
    public void copy() {
        if (!getSelectedText().isEmpty()) {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(getSelectedText());
            Clipboard.getSystemClipboard().setContent(copied);
        }
    }

    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            shared.breakGroup();
            replaceSelection(pasted);
            shared.breakGroup();
        }
    }

    @Override
    public void undo() {
        takeBack(shared::undo);
    }

    @Override
    public void redo() {
        takeBack(shared::redo);
    }

    @Override
    public void deletePreviousChar() {
        deleteText(Boundaries.previousCharacter(text(), getCaretPosition()), getCaretPosition());
    }

    @Override
    public void deleteNextChar() {
        deleteText(getCaretPosition(), Boundaries.nextCharacter(text(), getCaretPosition()));
    }

    @Override
    public void previousChar(SelectionPolicy policy) {
        moveTo(Boundaries.previousCharacter(text(), getCaretPosition()), policy);
    }

    @Override
    public void nextChar(SelectionPolicy policy) {
        moveTo(Boundaries.nextCharacter(text(), getCaretPosition()), policy);
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
    protected void handleInputMethodEvent(InputMethodEvent event) {
        if (!isEditable() || isDisabled()) {
            return;
        }
        shared.beginComposition();
        boolean goesOn = changing(() -> composition.update(event));
        if (!goesOn) {
            endComposition();
        }
    }

    /// Lets what is being composed stand as it is, and others' edits in.
    void endComposition() {
        composition.end();
        Released released = shared.endComposition();
        if (released.theirs() != null) {
            showRemote(released.theirs());
        }
        if (released.mine() != null) {
            listener.edited(released.mine());
        }
    }

    private void endCompositionUnless(boolean focused) {
        if (!focused && shared.composing()) {
            endComposition();
        }
    }

    private void takeBack(Supplier<@Nullable TextOperation> step) {
        if (!isEditable()) {
            return;
        }
        endComposition();
        TextOperation operation = step.get();
        if (operation != null) {
            show(operation, Selection.caret(Replacements.end(operation)));
            listener.changed(operation);
            listener.edited(operation);
            requestFollowCaret();
        }
    }

    private boolean fits(int length) {
        boolean fits = length <= Limits.DOCUMENT_LENGTH;
        if (!fits) {
            listener.refused(
                    "That would make the text too long: it can have %,d characters, and this would be %,d."
                            .formatted(Limits.DOCUMENT_LENGTH, length));
        }
        return fits;
    }

    private void showRemote(TextOperation operation) {
        show(operation, operation.mapSelection(selection()));
        listener.changed(operation);
    }

    private void show(TextOperation operation, Selection after) {
        changing(() -> {
            content.apply(operation, after.anchor(), after.head());
            personal.clear();
            return operation;
        });
    }

    private void personally(Runnable change) {
        int lengthBefore = text().length();
        changing(() -> {
            change.run();
            return change;
        });
        TextOperation operation = Replacements.compose(personal, lengthBefore);
        personal.clear();
        if (!operation.isIdentity()) {
            edited(operation);
        }
    }

    private void edited(TextOperation operation) {
        boolean goesOut = shared.edited(operation);
        listener.changed(operation);
        if (goesOut) {
            listener.edited(operation);
        }
    }

    private <T> T changing(Supplier<T> change) {
        boolean outer = changing;
        changing = true;
        try {
            return change.get();
        } finally {
            changing = outer;
        }
    }

    private void collect(List<PlainTextChange> changes) {
        for (PlainTextChange change : changes) {
            personal.add(
                    new Replacement(
                            change.getPosition(),
                            change.getRemoved().length(),
                            change.getInserted()));
        }
    }

    private void moved() {
        if (!changing) {
            endCompositionUnless(false);
            shared.breakGroup();
        }
        listener.moved();
    }
}
