package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fxmisc.richtext.CodeArea;

/// A text control whose caret goes by characters as people see them and by words of code, and whose
/// clipboard holds plain text. The one it is made from copies the whole text for each such key, and
/// takes half of what is put together from several code points. FX thread.
abstract class CharacterArea extends CodeArea {
    CharacterArea() {}

    /// The text on screen.
    abstract Text text();

    @Override
    public void deletePreviousChar() {
        int caret = getCaretPosition();
        deleteText(Boundaries.previousCharacter(text(), caret), caret);
    }

    @Override
    public void deleteNextChar() {
        int caret = getCaretPosition();
        deleteText(caret, Boundaries.nextCharacter(text(), caret));
    }

    /// Sets anchor and caret. As in the other ways to move, neither comes to stand between the
    /// halves of a character.
    @Override
    public void selectRange(int anchor, int caret) {
        super.selectRange(Boundaries.floor(text(), anchor), Boundaries.floor(text(), caret));
    }

    @Override
    public void moveTo(int position) {
        super.moveTo(Boundaries.floor(text(), position));
    }

    @Override
    public void moveTo(int position, SelectionPolicy policy) {
        super.moveTo(Boundaries.floor(text(), position), policy);
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
            replaceSelection(pasted);
        }
    }
}
