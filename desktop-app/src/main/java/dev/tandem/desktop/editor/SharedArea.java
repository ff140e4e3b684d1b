package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexRange;
import javafx.scene.input.InputMethodEvent;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text control on a text that others change too. What a person does in it becomes one
/// operation each, on whole characters and within the limit; what others did is shown without
/// moving this person's caret, selection or view. FX thread.
///
/// Every change is an operation first, and goes to the text and to the screen alike. The control's
/// own undo would take back others' work, and its own arithmetic for carets is wrong for others'
/// edits; so undo is [SharedText]'s, and positions are set by [TextOperation#mapPosition].
final class SharedArea extends CharacterArea {
    private final SharedText shared;
    private final Listener listener;
    private final AreaContent content = new AreaContent(this);
    private final SpokenText spoken = new SpokenText(this);
    private final InputComposition composition = new InputComposition(this);
    private final CandidateWindow candidates = new CandidateWindow(this, composition);
    private final Insertable insertable = new Insertable();
    private boolean changing;
    private boolean keepingCaretInSight = true;

    /// Hears what happens to the text.
    interface Listener {
        /// The text on screen is about to change.
        void changing();

        /// The text on screen has changed; what stands in it moves along.
        void changed(TextOperation operation);

        /// The person's work, for the others; after [#changed].
        void edited(OwnEdit edit);

        /// Something that the person wanted was not done; why, as a sentence.
        void refused(String sentence);

        /// The caret or an end of the selection is elsewhere.
        void moved();

        /// The person did something where their caret is, and wants to see it.
        void acted();
    }

    /// @param tabSize the width of a tab, in blanks
    SharedArea(SharedText shared, Listener listener, ObservableValue<Number> tabSize) {
        super(tabSize);
        this.shared = shared;
        this.listener = listener;
        getStyleClass().add("editor");
        setUndoManager(UndoUtils.noOpUndoManager());
        setUseInitialStyleForInsertion(false);
        getCaretSelectionBind().getUnderlyingCaret().setViewOrder(-1); // over others' at one place
        caretPositionProperty().addListener(_ -> moved());
        selectionProperty().addListener(_ -> moved());
        setOnInputMethodTextChanged(this::handleInputMethodEvent);
        focusedProperty().subscribe(this::heedInputMethods);
        editableProperty().subscribe(this::heedInputMethods);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText("Code that everyone in the room writes");
    }

    @Override
    Text text() {
        return shared.text();
    }

    /// Whether text is being composed; the others do not have it yet.
    boolean composing() {
        return shared.composing();
    }

    void beginComposition() {
        shared.beginComposition();
    }

    /// Lets the others have what was composed.
    void endComposition() {
        OwnEdit mine = shared.endComposition();
        if (mine != null) {
            listener.edited(mine);
        }
    }

    /// Where a place is on screen that someone else has in the text.
    Selection onScreen(Selection others) {
        return shared.onScreen(others);
    }

    /// Anchor and caret, never between the halves of a character.
    Selection selection() {
        return new Selection(
                Boundaries.floor(text(), getAnchor()),
                Boundaries.floor(text(), getCaretPosition()));
    }

    /// Whether one who sees their caret goes on seeing it, whatever others do.
    void setKeepingCaretInSight(boolean keeping) {
        keepingCaretInSight = keeping;
    }

    /// Takes the view to the caret, for something that the person did.
    @Override
    public void requestFollowCaret() {
        super.requestFollowCaret();
        listener.acted();
    }

    /// Begins anew with another text.
    void reset(Text text) {
        if (composing()) {
            composition.leave();
        }
        shared.reset(text);
        TextOperation all =
                new TextOperation.Builder().insert(text.toString()).delete(getLength()).build();
        show(all, Selection.caret(0));
        showParagraphAtTop(0);
        scrollXToPixel(0);
    }

    /// Shows what someone else changed.
    void applyRemote(TextOperation operation) {
        showRemote(shared.remote(operation));
    }

    /// Makes a change for the person, unless they may not, or the text would become too long.
    ///
    /// @param after where anchor and caret are then
    /// @return whether it was made
    boolean applyPersonal(TextOperation operation, Selection after) {
        boolean grows = operation.targetLength() > operation.baseLength();
        if (!isEditable() || (grows && !fits(operation.targetLength()))) {
            return false;
        }
        if (!operation.isIdentity()) {
            OwnEdit edit = shared.edited(operation);
            show(operation, after);
            if (edit != null) {
                listener.edited(edit);
            } else if (!changing) {
                breakComposition();
            }
        }
        return true;
    }

    /// Puts a text in place of the given range, and the caret behind it.
    ///
    /// @return whether that was done
    boolean insert(int start, int end, String text) {
        int from = Boundaries.floor(text(), start);
        int to = start == end ? from : Boundaries.ceiling(text(), end);
        TextEdit edit = new TextEdit(from, to - from, insertable.of(text));
        return applyPersonal(
                TextEdits.operation(edit, text().length()),
                Selection.caret(from + edit.inserted().length()));
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
        insert(start, end, replacement.getText());
    }

    @Override
    public void moveSelectedText(int position) {
        IndexRange moved = getSelection();
        int to = Boundaries.startOfCharacter(text(), position);
        if (moved.getStart() <= to && to <= moved.getEnd()) {
            moveTo(to);
            return;
        }
        TextOperation move = TextEdits.move(text(), moved.getStart(), moved.getEnd(), to);
        int start = to < moved.getStart() ? to : to - moved.getLength();
        shared.breakGroup();
        applyPersonal(move, new Selection(start, start + moved.getLength()));
    }

    @Override
    public void paste() {
        shared.breakGroup();
        super.paste();
        shared.breakGroup();
    }

    @Override
    boolean drop(String text, int position, boolean fromOutside) {
        shared.breakGroup();
        boolean taken = super.drop(text, position, fromOutside);
        shared.breakGroup();
        return taken;
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
    public boolean isUndoAvailable() {
        return isEditable() && shared.canUndo();
    }

    @Override
    public boolean isRedoAvailable() {
        return isEditable() && shared.canRedo();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        Object answer = spoken.answer(attribute, parameters);
        return answer != null ? answer : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void handleInputMethodEvent(InputMethodEvent event) {
        if (isEditable() && !isDisabled()) {
            changing(() -> composition.take(event));
        }
    }

    // An input method has work here only while the person is here and may write.
    private void heedInputMethods() {
        boolean heeded = isFocused() && isEditable();
        if (!heeded) {
            breakComposition();
        }
        setInputMethodRequests(heeded ? candidates : null);
    }

    private void breakComposition() {
        if (shared.composing()) {
            composition.leave();
            endComposition();
        }
    }

    /// Takes back logged changes for the person, whoever made them, unless they may not, or the
    /// text would become too long.
    ///
    /// @param revert what does it in the text on screen; asked once that is what the others have
    /// @param revisions the changes' revisions, ascending
    void revert(Supplier<TextOperation> revert, List<Integer> revisions) {
        takeBack(() -> {
            TextOperation operation = revert.get();
            boolean grows = operation.targetLength() > operation.baseLength();
            return operation.isIdentity() || (grows && !fits(operation.targetLength()))
                    ? null
                    : shared.reverted(operation, revisions);
        });
    }

    private void takeBack(Supplier<@Nullable OwnEdit> step) {
        if (!isEditable()) {
            return;
        }
        breakComposition();
        OwnEdit edit = step.get();
        if (edit != null) {
            show(edit.operation(), Selection.caret(TextEdits.end(edit.operation())));
            requestFollowCaret();
            listener.edited(edit);
        }
    }

    private boolean fits(int length) {
        boolean fits = length <= Limits.DOCUMENT_LENGTH;
        if (!fits) {
            listener.refused(
                    String.format(
                            Locale.ENGLISH,
                            "That would make the text too long: it can have %,d characters,"
                                    + " and this would be %,d.",
                            Limits.DOCUMENT_LENGTH,
                            length));
        }
        return fits;
    }

    // The text has changed already, the caret has not. The view stays on its first line; but one
    // who saw their caret goes on seeing it, if it is that what they look at.
    private void showRemote(TextOperation operation) {
        Selection before = new Selection(getAnchor(), getCaretPosition());
        boolean caretInSight = keepingCaretInSight && isCaretInSight();
        show(operation, operation.mapSelection(before));
        if (caretInSight) {
            super.requestFollowCaret();
        }
    }

    private boolean isCaretInSight() {
        CaretNode caret = getCaretSelectionBind().getUnderlyingCaret();
        return caret.getScene() != null
                && getLayoutBounds()
                        .contains(sceneToLocal(caret.localToScene(caret.getLayoutBounds())));
    }

    private void show(TextOperation operation, Selection after) {
        changing(() -> {
            listener.changing();
            composition.release();
            content.apply(operation, after);
            composition.carry(operation);
            listener.changed(operation);
        });
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void changing(Runnable change) {
        boolean outer = changing;
        changing = true;
        try {
            change.run();
        } finally {
            changing = outer;
        }
    }

    private void moved() {
        if (!changing) {
            breakComposition();
            shared.breakGroup();
        }
        listener.moved();
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
        notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
    }
}
