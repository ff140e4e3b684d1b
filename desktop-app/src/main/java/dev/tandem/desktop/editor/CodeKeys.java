package dev.tandem.desktop.editor;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.anyOf;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.InputMap.consume;
import static org.fxmisc.wellbehaved.event.InputMap.sequence;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.function.IntSupplier;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.fxmisc.wellbehaved.event.Nodes;

/// What the keys of a code editor do beyond those of a text field. FX thread.
///
/// Tab writes blanks, so a person without a mouse leaves the editor by Esc and then Tab; where
/// nothing can be written, Tab alone does.
final class CodeKeys {
    private final SharedArea area;
    private final IntSupplier indent;
    private boolean escaped;

    /// @param indent the width of a step of indentation
    CodeKeys(SharedArea area, IntSupplier indent) {
        this.area = area;
        this.indent = indent;
    }

    void install() {
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        Nodes.addInputMap(
                area,
                sequence(
                        consume(keyPressed(KeyCode.TAB), _ -> indent()),
                        consume(keyPressed(KeyCode.TAB, SHIFT_DOWN), _ -> outdent()),
                        consume(
                                anyOf(
                                        keyPressed(KeyCode.ENTER),
                                        keyPressed(KeyCode.ENTER, SHIFT_DOWN)),
                                _ -> breakLine()),
                        consume(keyPressed(KeyCode.HOME), _ -> home(SelectionPolicy.CLEAR)),
                        consume(
                                keyPressed(KeyCode.HOME, SHIFT_DOWN),
                                _ -> home(SelectionPolicy.ADJUST)),
                        consume(
                                keyPressed(KeyCode.BACK_SPACE, SHORTCUT_DOWN),
                                _ -> deleteWord(Boundaries::previousWord)),
                        consume(
                                keyPressed(KeyCode.DELETE, SHORTCUT_DOWN),
                                _ -> deleteWord(Boundaries::nextWord)),
                        consume(keyPressed(KeyCode.INSERT))));
    }

    private void leave(KeyEvent event) {
        boolean tab = event.getCode() == KeyCode.TAB && !event.isShortcutDown();
        if (tab && (escaped || !area.isEditable())) {
            event.consume();
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        boolean waits = escaped && event.getCode().isModifierKey();
        escaped = event.getCode() == KeyCode.ESCAPE || waits;
    }

    private void indent() {
        IndexRange range = area.getSelection();
        Text text = area.text();
        boolean severalLines = Boundaries.lineEnd(text, range.getStart()) < range.getEnd();
        if (severalLines) {
            shift(Indentation.indent(text, range.getStart(), range.getEnd(), indent.getAsInt()));
        } else {
            area.replaceSelection(
                    Indentation.toNextStop(text, range.getStart(), indent.getAsInt()));
            area.requestFollowCaret();
        }
    }

    private void outdent() {
        IndexRange range = area.getSelection();
        shift(
                Indentation.outdent(
                        area.text(), range.getStart(), range.getEnd(), indent.getAsInt()));
    }

    private void shift(TextOperation lines) {
        area.applyPersonal(lines, lines.mapSelection(area.selection()));
    }

    private void breakLine() {
        area.replaceSelection(Indentation.lineBreak(area.text(), area.getSelection().getStart()));
        area.requestFollowCaret();
    }

    private void home(SelectionPolicy policy) {
        area.moveTo(Indentation.home(area.text(), area.getCaretPosition()), policy);
        area.requestFollowCaret();
    }

    private interface WordEdge {
        int from(CharSequence text, int offset);
    }

    private void deleteWord(WordEdge edge) {
        Selection selection = area.selection();
        int other =
                selection.anchor() == selection.head()
                        ? edge.from(area.text(), selection.head())
                        : selection.anchor();
        area.deleteText(Math.min(other, selection.head()), Math.max(other, selection.head()));
        area.requestFollowCaret();
    }
}
