package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Concurrent edits that are easy to get wrong. In each, the operations are made on one text
/// without knowledge of each other and logged in the order given.
class HardCasesTest {

    @ParameterizedTest
    @CsvSource({"1, a-b", "2, a--b", "3, a---b", "4, a----b"})
    void aDeletionSplitsAroundWhatIsInsertedInIt(int inserts, String merged) {
        String text = "a12345b";
        var typing = new TextOperation.Builder().keep(1);
        for (int i = 0; i < inserts; i++) {
            typing.keep(1).insert("-");
        }
        TextOperation inserted = typing.keep(6 - inserts).build();
        TextOperation deleted = TextOperation.delete(7, 1, 6);
        TextOperation split = TextOperation.transform(deleted, inserted).left();
        assertThat(split.parts())
                .filteredOn(TextOperation.Delete.class::isInstance)
                .hasSize(inserts + 1);
        assertThat(merged(text, inserted, deleted)).isEqualTo(merged);
        assertThat(merged(text, deleted, inserted)).isEqualTo(merged);
    }

    @Test
    void anInsertAtTheEdgeOfADeletionStaysOnItsSide() {
        String text = "a[bc]d";
        TextOperation deletion = TextOperation.delete(6, 1, 5);
        assertThat(merged(text, deletion, TextOperation.insert(6, 1, "X"))).isEqualTo("aXd");
        assertThat(merged(text, deletion, TextOperation.insert(6, 5, "Y"))).isEqualTo("aYd");
        var both =
                new TextOperation.Builder().keep(1).insert("X").keep(4).insert("Y").keep(1).build();
        assertThat(merged(text, deletion, both)).isEqualTo("aXYd");
        assertThat(merged(text, both, deletion)).isEqualTo("aXYd");
    }

    @Test
    void bothReplacementsOfAWordSurvive() {
        TextOperation one = TextOperation.replace(7, 2, 5, "one");
        TextOperation two = TextOperation.replace(7, 2, 5, "two");
        assertThat(merged("a OLD z", one, two)).isEqualTo("a twoone z");
        assertThat(merged("a OLD z", two, one)).isEqualTo("a onetwo z");
    }

    @Test
    void theLogDecidesOverInsertsThatADeletionBringsTogether() {
        String text = "axb";
        TextOperation left = TextOperation.insert(3, 1, "L");
        TextOperation right = TextOperation.insert(3, 2, "R");
        TextOperation deletion = TextOperation.delete(3, 1, 2);
        assertThat(merged(text, left, right, deletion)).isEqualTo("aLRb");
        assertThat(merged(text, deletion, left, right)).isEqualTo("aRLb");
        assertThat(merged(text, deletion, right, left)).isEqualTo("aLRb");
        assertThat(merged(text, left, deletion, right)).isEqualTo("aLRb");
    }

    @Test
    void transformingOverACompositionIsNotTransformingOverItsParts() {
        TextOperation mine = TextOperation.insert(3, 2, "R");
        TextOperation first = TextOperation.delete(3, 1, 2);
        TextOperation second = TextOperation.insert(2, 1, "L");
        TextOperation stepwise = carried(mine, first, second);
        TextOperation atOnce = TextOperation.transform(mine, first.compose(second)).left();
        assertThat(stepwise.apply("aLb")).isEqualTo("aRLb");
        assertThat(atOnce.apply("aLb")).isEqualTo("aLRb");
    }

    @Test
    void nothingComesBackAfterAPasteOverEverything() {
        String text = "def f():\n    return 1\n";
        TextOperation paste = TextOperation.replace(text.length(), 0, text.length(), "new");
        TextOperation small = TextOperation.replace(text.length(), 4, 5, "g");
        assertThat(merged(text, paste, small)).isEqualTo("newg");
        assertThat(merged(text, small, paste)).isEqualTo("newg");
    }

    @Test
    void aReplacementInsertsBeforeWhatItDeletes() {
        TextOperation replacement = TextOperation.replace(3, 1, 2, "X");
        TextOperation after = TextOperation.insert(3, 2, "Y");
        assertThat(merged("abc", replacement, after)).isEqualTo("aXYc");
        assertThat(merged("abc", after, replacement)).isEqualTo("aXYc");
    }

    @Test
    void replacementsOfCharactersThatShareAHalfLeaveThemWhole() {
        String text = "\ud83d\ude00";
        TextOperation one = TextOperation.difference(text, "\ud83d\ude01");
        TextOperation two = TextOperation.difference(text, "\ud83d\ude02");
        assertThat(merged(text, one, two)).isEqualTo("\ud83d\ude02\ud83d\ude01");
    }

    @Test
    void aDeletionOfWhatIsDeletedAlreadyBecomesAnIdentity() {
        TextOperation deletion = TextOperation.delete(3, 1, 2);
        TextOperation.Transformed both = TextOperation.transform(deletion, deletion);
        assertThat(both.left()).isEqualTo(TextOperation.identity(2)).isEqualTo(both.right());
        assertThat(both.left().isIdentity()).isTrue();
    }

    @Test
    void ofTwoInsertsAtOnePlaceTheOneLoggedLaterStandsToTheLeft() {
        TextOperation first = TextOperation.insert(2, 1, "first");
        TextOperation later = TextOperation.insert(2, 1, "later");
        assertThat(merged("()", first, later)).isEqualTo("(laterfirst)");
    }

    private static String merged(String text, TextOperation... logged) {
        DocumentHistory history = DocumentHistory.startingAt(0);
        Text head = Text.of(text);
        for (TextOperation operation : logged) {
            TextOperation carried = history.transform(operation, 0);
            history = history.append(head.changeOf(carried));
            head = head.apply(carried);
        }
        return head.toString();
    }

    private static TextOperation carried(TextOperation operation, TextOperation... over) {
        TextOperation carried = operation;
        for (TextOperation other : over) {
            carried = TextOperation.transform(carried, other).left();
        }
        return carried;
    }
}
