package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOperationTest {

    @Test
    void factoriesSpanTheWholeDocument() {
        assertThat(TextOperation.identity(5).parts()).containsExactly(new Keep(5));
        assertThat(TextOperation.identity(0).parts()).isEmpty();
        assertThat(TextOperation.insert(5, 5, "!").parts())
                .containsExactly(new Keep(5), new Insert("!"));
        assertThat(TextOperation.delete(5, 0, 2).parts())
                .containsExactly(new Delete(2), new Keep(3));
        assertThat(TextOperation.replace(9, 5, 7, "abc").parts())
                .containsExactly(new Keep(5), new Insert("abc"), new Delete(2), new Keep(2));
    }

    @Test
    void lengthsAreThoseOfTheTextsBeforeAndAfter() {
        TextOperation operation = TextOperation.replace(9, 5, 7, "abc");
        assertThat(operation.baseLength()).isEqualTo(9);
        assertThat(operation.targetLength()).isEqualTo(10);
        assertThat(operation.apply("hello, it")).isEqualTo("helloabcit");
        assertThat(operation.apply(Text.of("hello, it"))).hasToString("helloabcit");
    }

    @Test
    void aTextOfAnotherLengthIsRefused() {
        TextOperation operation = TextOperation.insert(3, 0, "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operation.apply("four"))
                .withMessage("an operation on 3 code units does not fit 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operation.compose(TextOperation.identity(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextOperation.transform(operation, TextOperation.identity(4)));
        assertThatThrownBy(() -> TextOperation.delete(3, 2, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void onlyOperationsThatChangeNothingAreIdentities() {
        assertThat(TextOperation.identity(0).isIdentity()).isTrue();
        assertThat(TextOperation.identity(7).isIdentity()).isTrue();
        assertThat(TextOperation.insert(0, 0, "x").isIdentity()).isFalse();
        assertThat(TextOperation.delete(1, 0, 1).isIdentity()).isFalse();
    }

    @Test
    void theBuilderJoinsNeighboursAndPutsTheInsertFirst() {
        TextOperation operation =
                new TextOperation.Builder()
                        .keep(1)
                        .keep(2)
                        .delete(1)
                        .insert("a")
                        .keep(0)
                        .delete(2)
                        .insert("b")
                        .insert("")
                        .build();
        assertThat(operation.parts()).containsExactly(new Keep(3), new Insert("ab"), new Delete(3));
        assertThat(operation)
                .isEqualTo(TextOperation.replace(6, 3, 6, "ab"))
                .hasSameHashCodeAs(TextOperation.replace(6, 3, 6, "ab"));
    }

    @Test
    void theBuilderRefusesLengthsThatCannotBe() {
        var builder = new TextOperation.Builder().keep(Integer.MAX_VALUE);
        assertThatThrownBy(() -> builder.keep(1)).isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.keep(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.delete(-1));
    }

    @Test
    void partsInNormalFormAreTakenAsTheyAre() {
        List<Part> parts = List.of(new Keep(2), new Insert("x"), new Delete(1), new Keep(1));
        assertThat(TextOperation.ofNormal(parts)).isEqualTo(TextOperation.replace(4, 2, 3, "x"));
        assertThat(TextOperation.ofNormal(List.of())).isEqualTo(TextOperation.identity(0));
    }

    @Test
    void whatIsNotInNormalFormIsRefusedWithThePlace() {
        assertRefused("parts 0 and 1 are of one kind and not joined", new Keep(1), new Keep(2));
        assertRefused(
                "parts 1 and 2 are of one kind and not joined",
                new Keep(1),
                new Insert("a"),
                new Insert("b"));
        assertRefused(
                "part 1 inserts after a delete at the same place", new Delete(1), new Insert("a"));
        assertRefused(
                "an operation from 4294967294 to 4294967295 code units is too long",
                new Keep(Integer.MAX_VALUE),
                new Insert("a"),
                new Keep(Integer.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Keep(0))
                .withMessage("a keep of 0 code units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delete(-1))
                .withMessage("a delete of -1 code units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Insert(""))
                .withMessage("an insert of 0 code units");
    }

    private static void assertRefused(String message, Part... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextOperation.ofNormal(List.of(parts)))
                .withMessage(message);
    }

    /// The text before is "hello world", of which "lo wo" becomes "p".
    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "4, 4", "7, 4", "8, 4", "9, 5", "11, 7"})
    void aPositionMovesWithTheTextAroundIt(int before, int after) {
        TextOperation operation = TextOperation.replace(11, 3, 8, "p");
        assertThat(operation.apply("hello world")).isEqualTo("helprld");
        assertThat(operation.mapPosition(before)).isEqualTo(after);
    }

    @Test
    void whatIsInsertedAtAPositionStaysToItsRight() {
        assertThat(TextOperation.insert(5, 2, "abc").mapPosition(2)).isEqualTo(2);
        assertThat(TextOperation.insert(5, 0, "abc").mapPosition(0)).isZero();
        assertThat(TextOperation.insert(5, 5, "abc").mapPosition(5)).isEqualTo(5);
    }

    @Test
    void aPositionOutsideTheTextIsRefused() {
        TextOperation operation = TextOperation.insert(5, 2, "abc");
        assertThatThrownBy(() -> operation.mapPosition(6))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> operation.mapPosition(-1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bothEndsOfASelectionAreMapped() {
        TextOperation operation = TextOperation.insert(9, 4, "--");
        assertThat(operation.mapSelection(new Selection(7, 2))).isEqualTo(new Selection(9, 2));
        assertThat(operation.mapSelection(Selection.caret(4))).isEqualTo(Selection.caret(4));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 3, 3, ''",
        "abc, abXc, 2, 2, X",
        "abc, ac, 1, 2, ''",
        "aaa, aaaa, 3, 3, a",
        "'', new, 0, 0, new",
        "old, '', 0, 3, ''",
        "one two, one three two, 5, 5, 'hree t'",
        "\ud83d\ude00, \ud83d\ude01, 0, 2, \ud83d\ude01",
        "a\ud83d\ude00b, a\ud83d\ude00\ud83d\ude01b, 3, 3, \ud83d\ude01",
        "\ud83d\ude00\ud83d\ude01, \ud83d\ude01, 0, 2, ''",
        "\ud83d\ude00, \ud83e\ude00, 0, 2, \ud83e\ude00",
    })
    void aDifferenceKeepsWhatBothTextsShare(
            String before, String after, int from, int to, String inserted) {
        assertThat(TextOperation.difference(before, after))
                .isEqualTo(TextOperation.replace(before.length(), from, to, inserted));
    }

    @Test
    void composingAllIsComposingOneAfterAnother() {
        TextOperation typed =
                TextOperation.composeAll(
                        List.of(
                                TextOperation.insert(0, 0, "a"),
                                TextOperation.insert(1, 1, "b"),
                                TextOperation.insert(2, 2, "c")));
        assertThat(typed).isEqualTo(TextOperation.insert(0, 0, "abc"));
        assertThatIllegalArgumentException().isThrownBy(() -> TextOperation.composeAll(List.of()));
    }

    @Test
    void noTextGetsIntoALog() {
        TextOperation operation = TextOperation.replace(4, 1, 3, "secret");
        assertThat(operation.toString()).contains("6").doesNotContain("secret");
        assertThat(new TextChange(operation, List.of("hi")).toString())
                .doesNotContain("secret")
                .doesNotContain("hi");
    }
}
