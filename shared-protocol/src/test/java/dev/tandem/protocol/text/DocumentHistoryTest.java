package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentHistoryTest {
    private static final int BASE = 7;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    @Test
    void itBeginsAtItsBaseRevision() {
        DocumentHistory history = DocumentHistory.startingAt(BASE);
        assertThat(history.size()).isZero();
        assertThat(history.baseRevision()).isEqualTo(BASE);
        assertThat(history.headRevision()).isEqualTo(BASE);
        assertThat(history.since(BASE)).isEmpty();
        assertThat(history.transform(TextOperation.identity(3), BASE))
                .isEqualTo(TextOperation.identity(3));
    }

    @Test
    void aChangeMakesTheNextRevision() {
        TextChange first = TextChange.of(TextOperation.insert(0, 0, "ab"), "");
        TextChange second = TextChange.of(TextOperation.delete(2, 0, 1), "ab");
        DocumentHistory empty = DocumentHistory.startingAt(BASE);
        DocumentHistory history = empty.append(first).append(second);
        assertThat(history.headRevision()).isEqualTo(BASE + 2);
        assertThat(history.since(BASE)).containsExactly(first, second);
        assertThat(history.since(BASE + 1)).containsExactly(second);
        assertThat(history).isEqualTo(empty.append(first).append(second)).isNotEqualTo(empty);
        assertThat(empty.size()).isZero();
    }

    @Test
    void itKnowsWhatAChangeTakesBack() {
        TextChange typed = TextChange.of(TextOperation.insert(0, 0, "ab"), "");
        DocumentHistory history = DocumentHistory.startingAt(BASE).append(typed);
        DocumentHistory undone = history.append(typed.invert(), List.of(BASE + 1));
        assertThat(undone.undoOf(BASE + 1)).isEmpty();
        assertThat(undone.undoOf(BASE + 2)).containsExactly(BASE + 1);
        assertThat(undone).isNotEqualTo(history.append(typed.invert()));
    }

    @Test
    void revisionsOutsideAreRefused() {
        DocumentHistory history = DocumentHistory.startingAt(BASE);
        assertThat(history.knows(BASE)).isTrue();
        for (int unknown : new int[] {BASE - 1, BASE + 1, Integer.MIN_VALUE}) {
            assertThat(history.knows(unknown)).isFalse();
            assertThatThrownBy(() -> history.since(unknown))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentHistory.startingAt(-1));
    }

    @Test
    void aChangeOfAnotherTextIsRefused() {
        DocumentHistory history =
                DocumentHistory.startingAt(0)
                        .append(TextChange.of(TextOperation.insert(0, 0, "ab"), ""));
        TextChange foreign = TextChange.of(TextOperation.delete(3, 0, 1), "abc");
        assertThatIllegalArgumentException().isThrownBy(() -> history.append(foreign));
    }

    @Test
    void anOldRevisionCanBeChecked() {
        Text text = Text.of("\ud83d\ude00");
        TextOperation removal = TextOperation.replace(2, 0, 2, "now");
        DocumentHistory history = DocumentHistory.startingAt(0).append(text.changeOf(removal));
        Text head = text.apply(removal);
        assertThat(history.check(TextOperation.insert(2, 1, "x"), 0, head))
                .isEqualTo(new Misfit.SplitPair(1));
        assertThat(history.check(TextOperation.insert(2, 2, "x"), 0, head)).isNull();
        assertThat(history.check(TextOperation.insert(2, 2, "x"), 1, head))
                .isEqualTo(new Misfit.WrongLength(2, 3));
        assertThat(history.check(TextOperation.insert(3, 1, "x"), 1, head)).isNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCodeUnitOfEveryRevisionIsFound(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<String> texts = new ArrayList<>(List.of(RandomTexts.text(random, 30)));
        DocumentHistory history = DocumentHistory.startingAt(BASE);
        for (int i = 0; i < 50; i++) {
            String last = texts.getLast();
            TextOperation operation =
                    i % 5 == 0
                            ? RandomTexts.operation(random, last)
                            : RandomTexts.edit(random, last, 4);
            history = history.append(TextChange.of(operation, last));
            texts.add(operation.apply(last));
        }
        Text head = Text.of(texts.getLast());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read(history, head, BASE + i)).isEqualTo(texts.get(i));
        }
    }

    private static String read(DocumentHistory history, Text head, int revision) {
        var text = new StringBuilder();
        for (int at = 0; at < history.lengthAt(head, revision); at++) {
            text.append(history.charAt(head, revision, at));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void operationsAndPositionsGoOverOneChangeAfterAnother(long seed) {
        RandomGenerator random = Seeds.random(seed);
        String text = RandomTexts.text(random, 30);
        DocumentHistory history = DocumentHistory.startingAt(BASE);
        TextOperation mine = RandomTexts.operation(random, text);
        TextOperation carried = mine;
        int position = random.nextInt(text.length() + 1);
        int mapped = position;
        for (int i = 0; i < 50; i++) {
            TextOperation logged = RandomTexts.operation(random, text);
            history = history.append(TextChange.of(logged, text));
            carried = TextOperation.transform(carried, logged).left();
            mapped = logged.mapPosition(mapped);
            text = logged.apply(text);
        }
        assertThat(history.transform(mine, BASE)).isEqualTo(carried);
        assertThat(history.mapPosition(position, BASE)).isEqualTo(mapped);
    }
}
