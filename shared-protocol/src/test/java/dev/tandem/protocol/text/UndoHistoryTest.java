package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory history = new UndoHistory();
    private String text = "";
    private long now = 1_000;

    @BeforeEach
    void nothingToUndoAtFirst() {
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo(text)).isNull();
        assertThat(history.redo(text)).isNull();
    }

    @Test
    void theLastEditIsTakenBackFirst() {
        paste(0, "one");
        paste(3, " two");
        assertThat(undone()).isEqualTo("one");
        assertThat(undone()).isEmpty();
        assertThat(history.canUndo()).isFalse();
        assertThat(redone()).isEqualTo("one");
        assertThat(redone()).isEqualTo("one two");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void ofVeryManyEditsTheNewestCanBeTakenBack() {
        for (int i = 0; i < UndoHistory.MOST + 2; i++) {
            paste(2 * i, "xy");
        }
        for (int i = 0; i < UndoHistory.MOST; i++) {
            undone();
        }
        assertThat(text).isEqualTo("xyxy");
        assertThat(history.canUndo()).isFalse();
        for (int i = 0; i < UndoHistory.MOST; i++) {
            redone();
        }
        assertThat(text).hasSize(2 * UndoHistory.MOST + 4);
    }

    @Test
    void deletedTextComesBackWhereItStood() {
        paste(0, "one two three");
        replace(4, 8, "");
        assertThat(undone()).isEqualTo("one two three");
        assertThat(redone()).isEqualTo("one three");
    }

    @Test
    void ownTextThatWasTypedAndDeletedComesAndGoes() {
        paste(0, "base");
        paste(4, "XY");
        replace(4, 6, "");
        assertThat(undone()).isEqualTo("baseXY");
        assertThat(undone()).isEqualTo("base");
        assertThat(redone()).isEqualTo("baseXY");
        assertThat(redone()).isEqualTo("base");
    }

    @Test
    void othersTextStaysAsItIs() {
        paste(0, "mine");
        remote(0, 0, "theirs ");
        remote(9, 9, "THEIRS");
        assertThat(text).isEqualTo("theirs miTHEIRSne");
        assertThat(undone()).isEqualTo("theirs THEIRS");
        assertThat(redone()).isEqualTo("theirs miTHEIRSne");
    }

    @Test
    void whatOthersDeletedDoesNotComeBackByRedo() {
        paste(0, "mine");
        remote(1, 3, "");
        assertThat(undone()).isEmpty();
        assertThat(redone()).isEqualTo("me");
    }

    @Test
    void anEditThatOthersLeftNothingOfIsPassedOver() {
        paste(0, "first ");
        paste(6, "second");
        remote(6, 12, "");
        assertThat(undone()).isEmpty();
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void nothingIsLeftToUndoOnceOthersDeletedItAll() {
        paste(0, "mine");
        remote(0, 4, "");
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo(text)).isNull();
    }

    @Test
    void anOwnEditClearsRedoAndARemoteOneDoesNot() {
        paste(0, "one");
        paste(3, "two");
        undone();
        remote(0, 0, "-");
        assertThat(history.canRedo()).isTrue();
        paste(0, "new");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void anEditThatChangesNothingIsNoEdit() {
        paste(0, "one");
        undone();
        history.edited(TextChange.of(TextOperation.identity(0), ""), now);
        assertThat(history.canRedo()).isTrue();
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void whatIsTypedInOneGoIsOneGroup() {
        type(0, "word");
        assertThat(undone()).isEmpty();
        assertThat(redone()).isEqualTo("word");
    }

    @Test
    void aPauseBeginsAGroup() {
        type(0, "ab");
        now += 499;
        type(2, "c");
        now += 500;
        type(3, "d");
        assertThat(undone()).isEqualTo("abc");
        assertThat(undone()).isEmpty();
    }

    @Test
    void aWordAfterASpaceBeginsAGroup() {
        type(0, "two  words");
        assertThat(undone()).isEqualTo("two  ");
        assertThat(undone()).isEmpty();
    }

    @Test
    void aLineBreakBeginsAGroup() {
        type(0, "a\n\nb");
        assertThat(undone()).isEqualTo("a\n\n");
        assertThat(undone()).isEqualTo("a\n");
        assertThat(undone()).isEqualTo("a");
        assertThat(undone()).isEmpty();
    }

    @Test
    void aMovedCaretBeginsAGroup() {
        type(0, "ac");
        type(1, "b");
        assertThat(undone()).isEqualTo("ac");
        type(2, "d");
        history.breakGroup();
        type(3, "e");
        assertThat(undone()).isEqualTo("acd");
    }

    @Test
    void aPasteIsAGroupOfItsOwn() {
        type(0, "a");
        paste(1, "bc");
        type(3, "d");
        assertThat(undone()).isEqualTo("abc");
        assertThat(undone()).isEqualTo("a");
    }

    @Test
    void anUndoBeginsAGroup() {
        type(0, "ab");
        undone();
        redone();
        type(2, "c");
        assertThat(undone()).isEqualTo("ab");
    }

    @Test
    void backspacesAreOneGroupAndSoAreDeletes() {
        paste(0, "abcdef");
        replace(2, 3, "");
        replace(1, 2, "");
        replace(1, 2, "");
        assertThat(text).isEqualTo("aef");
        assertThat(undone()).isEqualTo("abcdef");
    }

    @Test
    void typingAndDeletingAreDifferentGroups() {
        type(0, "abc");
        replace(2, 3, "");
        type(2, "d");
        assertThat(undone()).isEqualTo("ab");
        assertThat(undone()).isEqualTo("abc");
        assertThat(undone()).isEmpty();
    }

    @Test
    void charactersOfTwoCodeUnitsAreTypedAsAnyOther() {
        type(0, "a");
        paste(1, "\ud83d\ude00");
        paste(3, "\ud83d\ude01");
        assertThat(undone()).isEmpty();
    }

    @Test
    void aRemoteEditElsewhereDoesNotEndAGroup() {
        type(0, "ab");
        remote(0, 0, "above\n");
        type(8, "c");
        remote(9, 9, "below");
        type(9, "d");
        assertThat(text).isEqualTo("above\nabcdbelow");
        assertThat(undone()).isEqualTo("above\nbelow");
    }

    @Test
    void typingOnAfterOthersDeletedTheGroupIsUndoneAlone() {
        paste(0, "keep ");
        type(5, "ab");
        remote(5, 7, "");
        type(5, "c");
        assertThat(undone()).isEqualTo("keep ");
        assertThat(undone()).isEmpty();
    }

    @Test
    void aGroupDoesNotGrowForEver() {
        type(0, "x".repeat(150));
        assertThat(undone()).hasSize(100);
        assertThat(undone()).isEmpty();
    }

    @Test
    void everyGroupHasANumberAndAnUndoNamesTheOneItTakesBack() {
        assertThat(replace(0, 0, "a").group()).isEqualTo(1);
        now += 50;
        assertThat(replace(1, 1, "b").group()).isEqualTo(1);
        assertThat(replace(2, 2, "paste").group()).isEqualTo(2);
        OwnEdit undo = history.undo(text);
        assertThat(undo).extracting(OwnEdit::group, OwnEdit::undoes).containsExactly(3, 2);
        text = undo.operation().apply(text);
        OwnEdit redo = history.redo(text);
        assertThat(redo).extracting(OwnEdit::group, OwnEdit::undoes).containsExactly(4, 3);
        text = redo.operation().apply(text);
        assertThat(history.undo(text).undoes()).isEqualTo(4);
    }

    @Test
    void aRevertIsUndoneByItself() {
        type(0, "mine");
        TextOperation revert = TextOperation.delete(4, 1, 3);
        OwnEdit edit = history.reverted(TextChange.of(revert, text), List.of(7, 9));
        text = revert.apply(text);
        assertThat(edit).isEqualTo(new OwnEdit(revert, 2, 0, List.of(7, 9)));
        type(2, "!");
        assertThat(undone()).isEqualTo("me");
        assertThat(undone()).isEqualTo("mine");
        assertThat(redone()).isEqualTo("me");
    }

    @Test
    void afterClearingNothingCanBeUndoneAndNumbersGoOn() {
        paste(0, "one");
        history.clear();
        assertThat(history.canUndo()).isFalse();
        assertThat(replace(3, 3, "two").group()).isEqualTo(2);
    }

    private void type(int at, String keys) {
        for (int i = 0; i < keys.length(); i++) {
            now += i == 0 ? 0 : 50;
            replace(at + i, at + i, keys.substring(i, i + 1));
        }
    }

    private void paste(int at, String pasted) {
        replace(at, at, pasted);
    }

    private OwnEdit replace(int from, int to, String inserted) {
        TextOperation operation = TextOperation.replace(text.length(), from, to, inserted);
        OwnEdit edit = history.edited(TextChange.of(operation, text), now);
        text = operation.apply(text);
        return edit;
    }

    private void remote(int from, int to, String inserted) {
        TextOperation operation = TextOperation.replace(text.length(), from, to, inserted);
        history.remote(operation);
        text = operation.apply(text);
    }

    private String undone() {
        text = history.undo(text).operation().apply(text);
        return text;
    }

    private String redone() {
        text = history.redo(text).operation().apply(text);
        return text;
    }
}
