package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OriginsTest {
    private DocumentHistory history = DocumentHistory.startingAt(0);
    private String text = "one two three";

    @Test
    void whatAChangePutThereIsTakenAwayHoweverMuchCameAfterIt() {
        int change = replace(4, 7, "2");
        replace(0, 0, ">>> ");
        replace(text.length(), text.length(), "!");
        assertThat(reverted(change)).isEqualTo(">>> one two three!");
    }

    @Test
    void othersTextWithinItStays() {
        int change = replace(3, 3, "abcd");
        replace(5, 5, "XY");
        assertThat(reverted(change)).isEqualTo("oneXY two three");
    }

    @Test
    void ofWhatOthersTookAwayOnlyTheRestIsLeft() {
        int change = replace(0, 3, "abcd");
        replace(1, 3, "");
        assertThat(reverted(change)).isEqualTo("one two three");
        replace(0, 2, "");
        assertThat(reverted(change)).isEqualTo("one two three");
    }

    @Test
    void whatItDeletedComesBackBetweenItsOldNeighbours() {
        int change = replace(3, 7, "");
        replace(3, 3, " and");
        assertThat(text).isEqualTo("one and three");
        assertThat(reverted(change)).isEqualTo("one two and three");
    }

    @Test
    void whatIsGoneWithAllItsNeighboursComesBackInItsOrder() {
        int two = replace(4, 8, "");
        int rest = replace(0, 9, "");
        assertThat(text).isEmpty();
        assertThat(reverted(two)).isEqualTo("two ");
        assertThat(reverted(rest)).isEqualTo("one three");
        revert(two);
        assertThat(reverted(rest)).isEqualTo("one two three");
    }

    @Test
    void nothingIsLeftOfWhatWasTakenBack() {
        int change = replace(0, 3, "1");
        revert(change);
        assertThat(text).isEqualTo("one two three");
        assertThat(history.revert(change, change).isIdentity()).isTrue();
        assertThat(origins().placeOf(change, change)).isNegative();
    }

    @Test
    void whatAnUndoBroughtBackIsWhatItWasBefore() {
        int typed = replace(3, 3, "abc");
        int deleted = replace(3, 6, "");
        revert(deleted);
        assertThat(text).isEqualTo("oneabc two three");
        assertThat(reverted(typed)).isEqualTo("one two three");
    }

    @Test
    void aRedoIsTakenBackByRevertingEither() {
        int deleted = replace(3, 7, "");
        int undo = revert(deleted);
        int redo = revert(undo);
        assertThat(text).isEqualTo("one three");
        assertThat(reverted(redo)).isEqualTo("one two three");
        assertThat(reverted(deleted)).isEqualTo("one two three");
        revert(deleted);
        assertThat(history.revert(redo, redo).isIdentity()).isTrue();
        assertThat(history.revert(undo, undo).isIdentity()).isTrue();
    }

    @Test
    void severalChangesAreTakenBackTogether() {
        int first = replace(3, 3, "a");
        replace(4, 4, "b");
        int last = replace(3, 8, "");
        assertThat(text).isEqualTo("oneo three");
        assertThat(revertedAll(first, last)).isEqualTo("one two three");
    }

    @Test
    void anUndoOfAPartBringsBackThatPart() {
        int deleted = replace(0, 7, "");
        undo(TextOperation.insert(text.length(), 0, "two"), deleted);
        assertThat(text).isEqualTo("two three");
        assertThat(reverted(deleted)).isEqualTo("one two three");
    }

    @Test
    void whatCameBackElsewhereIsNotBroughtBackTwice() {
        int deleted = replace(0, 13, "");
        replace(0, 0, "X");
        int undo = undo(TextOperation.insert(1, 1, "one two three"), deleted);
        int moved = undo(new TextOperation.Builder().keep(1).delete(13).build(), undo);
        assertThat(text).isEqualTo("X");
        undo(TextOperation.insert(1, 1, "one two three"), moved);
        assertThat(history.revert(deleted, deleted).isIdentity()).isTrue();
    }

    @Test
    void charactersStayWhole() {
        text = "a😀b";
        int change = replace(1, 3, "😁😂");
        undo(TextOperation.replace(6, 1, 5, "😀"), change);
        assertThat(reverted(1)).isEqualTo("a😀b");
        int deleted = replace(1, 3, "");
        undo(TextOperation.insert(2, 1, "😁😀"), deleted);
        assertThat(reverted(deleted)).isEqualTo("a😁😀b");
        assertThat(TextRules.indexOfLoneSurrogate(reverted(history.headRevision()))).isNegative();
    }

    @Test
    void itTellsWhereTheFirstOfAChangeIs() {
        int change =
                append(
                        new TextOperation.Builder()
                                .keep(4)
                                .insert("2")
                                .delete(3)
                                .keep(1)
                                .delete(5)
                                .build());
        replace(0, 0, "\n\n");
        assertThat(origins().placeOf(change, change)).isEqualTo(6);
    }

    @Test
    void whatWasKnownStaysAsItWas() {
        int change = replace(0, 3, "");
        Origins before = origins();
        revert(change);
        Origins after = Origins.of(history, before);
        assertThat(after.placeOf(change, change)).isNegative();
        assertThat(before.placeOf(change, change)).isZero();
    }

    @Test
    void aHistoryKnowsOnlyWhatIsInIt() {
        history = DocumentHistory.startingAt(5);
        int change = replace(0, 3, "");
        assertThat(change).isEqualTo(6);
        assertThat(reverted(6)).isEqualTo("one two three");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> history.revert(5, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> history.revert(6, 7));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofVeryManyChangesTheLastOnesLeadBack(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<String> texts = new ArrayList<>(List.of(text));
        for (int i = 0; i < 3_000; i++) {
            TextOperation edit = RandomTexts.edit(random, text, 4);
            history = history.append(TextChange.of(edit, text));
            text = edit.apply(text);
            texts.add(text);
        }
        Origins origins = Origins.of(history);
        for (int first = 1; first <= 3_000; first += 37) {
            assertThat(origins.revert(first, 3_000).apply(text)).isEqualTo(texts.get(first - 1));
        }
    }

    @Test
    void whatIsKnownGoesOnAndDoesNotGrowForEver() {
        Origins known = origins();
        for (int revision = 1; revision <= 100; revision++) {
            replace(revision % 13, revision % 13 + revision % 2, revision % 2 == 0 ? "x" : "");
            history = history.latest(10, 1_000);
            known = Origins.of(history, known);
            assertThat(known.knows(history.baseRevision() + 1)).isTrue();
            assertThat(known.knows(revision - 20)).isFalse();
            assertThat(known.revert(revision, revision).apply(text)).isEqualTo(reverted(revision));
        }
    }

    @Test
    void whereAHistoryBeginsLaterItBeginsAnew() {
        Origins known = origins();
        replace(0, 0, "x");
        history = DocumentHistory.startingAt(5);
        int revision = replace(0, 1, "");
        assertThat(Origins.of(history, known).revert(revision, revision).apply(text))
                .isEqualTo("xone two three");
    }

    static LongStream seeds() {
        return Seeds.fixedAndFresh(1);
    }

    private Origins origins() {
        return Origins.of(history);
    }

    private int replace(int from, int to, String inserted) {
        return append(TextOperation.replace(text.length(), from, to, inserted));
    }

    private int revert(int revision) {
        return undo(history.revert(revision, revision), revision);
    }

    private int undo(TextOperation operation, int revision) {
        history = history.append(TextChange.of(operation, text), List.of(revision));
        text = operation.apply(text);
        return history.headRevision();
    }

    private int append(TextOperation operation) {
        history = history.append(TextChange.of(operation, text));
        text = operation.apply(text);
        return history.headRevision();
    }

    private String reverted(int revision) {
        return revertedAll(revision, revision);
    }

    private String revertedAll(int first, int last) {
        return history.revert(first, last).apply(text);
    }
}
