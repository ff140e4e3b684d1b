package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.TextOperation.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws of the algebra on random texts and operations. A failure names the seed and the case.
class TextOperationLawsTest {
    private static final int CASES = 10_000;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    private interface Law {
        void holds(RandomGenerator random, String text);
    }

    private static void check(long seed, Law law) {
        RandomGenerator random = Seeds.random(seed);
        for (int i = 0; i < CASES; i++) {
            try {
                law.holds(random, RandomTexts.text(random, 30));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("case %d of seed %d".formatted(i, seed), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothOrdersOfConcurrentOperationsEndInTheSameText(long seed) {
        check(
                seed,
                (random, text) -> {
                    TextOperation a = RandomTexts.operation(random, text);
                    TextOperation b = RandomTexts.operation(random, text);
                    var carried = TextOperation.transform(a, b);
                    String viaA = carried.right().apply(a.apply(text));
                    String viaB = carried.left().apply(b.apply(text));
                    assertEqual(viaA, viaB);
                    assertEqual(a.compose(carried.right()), b.compose(carried.left()));
                    assertWhole(viaA);
                    assertNormal(carried.left());
                    assertNormal(carried.right());
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEditPassesALongOperationAsIfAllOfItWereWalkedOver(long seed) {
        check(
                seed,
                (random, text) -> {
                    String longer = text + RandomTexts.text(random, 60);
                    TextOperation wide = RandomTexts.operation(random, longer);
                    TextOperation edit = RandomTexts.edit(random, longer, 4);
                    var carried = TextOperation.transform(wide, edit);
                    var walked = TextAlgebra.walk(wide, edit);
                    assertEqual(carried.left(), walked.left());
                    assertEqual(carried.right(), walked.right());
                    assertNormal(carried.left());
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCompositionDoesWhatItsPartsDo(long seed) {
        check(
                seed,
                (random, text) -> {
                    TextOperation a = RandomTexts.operation(random, text);
                    String afterA = a.apply(text);
                    TextOperation b = RandomTexts.operation(random, afterA);
                    String afterB = b.apply(afterA);
                    TextOperation c = RandomTexts.operation(random, afterB);
                    TextOperation composed = a.compose(b);
                    assertEqual(composed.apply(text), afterB);
                    assertEqual(composed.compose(c), a.compose(b.compose(c)));
                    assertEqual(TextOperation.composeAll(List.of(a, b, c)), composed.compose(c));
                    assertEqual(TextOperation.identity(text.length()).compose(a), a);
                    assertEqual(a.compose(TextOperation.identity(afterA.length())), a);
                    assertNormal(composed);
                    assertWhole(afterB);
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anInvertedChangeLeadsBack(long seed) {
        check(
                seed,
                (random, text) -> {
                    TextOperation operation = RandomTexts.operation(random, text);
                    TextChange change = TextChange.of(operation, text);
                    TextChange inverse = change.invert();
                    String after = operation.apply(text);
                    assertEqual(inverse.operation().apply(after), text);
                    assertEqual(inverse.invert(), change);
                    assertThat(change.fits(text)).isTrue();
                    assertThat(inverse.fits(after)).isTrue();
                    assertNormal(inverse.operation());
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPositionStaysWithItsNeighbours(long seed) {
        check(
                seed,
                (random, text) -> {
                    TextOperation operation = RandomTexts.operation(random, text);
                    Units before = Units.of(text);
                    assertCarries(operation, before, before.after(operation));
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPositionStaysWithItsNeighboursInWhatIsComposed(long seed) {
        check(
                seed,
                (random, text) -> {
                    Units before = Units.of(text);
                    Units after = before;
                    List<TextOperation> operations = new ArrayList<>();
                    for (int i = random.nextInt(1, 5); i > 0; i--) {
                        TextOperation next = RandomTexts.edit(random, after.toString(), 5);
                        operations.add(next);
                        after = after.after(next);
                    }
                    assertCarries(TextOperation.composeAll(operations), before, after);
                });
    }

    private static void assertCarries(TextOperation operation, Units before, Units after) {
        for (int position = 0; position <= before.length(); position++) {
            int other = before.length() - position;
            assertEqual(operation.mapPosition(position), before.carry(position, after));
            assertEqual(
                    operation.mapSelection(new Selection(position, other)),
                    before.carry(new Selection(position, other), after));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDifferenceLeadsFromOneTextToTheOther(long seed) {
        check(
                seed,
                (random, before) -> {
                    String after = RandomTexts.edit(random, before, 4).apply(before);
                    TextOperation difference = TextOperation.difference(before, after);
                    assertEqual(difference.apply(before), after);
                    assertThat(difference.parts().stream().filter(part -> !(part instanceof Keep)))
                            .hasSizeLessThanOrEqualTo(2);
                    assertThat(TextRules.check(difference, before.length(), before::charAt))
                            .isNull();
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBufferAndATextDoWhatAStringDoes(long seed) {
        check(
                seed,
                (random, text) -> {
                    TextOperation operation = RandomTexts.operation(random, text);
                    TextBuffer buffer = new TextBuffer(text);
                    List<String> deleted = buffer.apply(operation);
                    assertEqual(buffer.toString(), operation.apply(text));
                    assertEqual(Text.of(text).apply(operation).toString(), operation.apply(text));
                    assertEqual(deleted, TextChange.of(operation, text).deleted());
                });
    }

    private static void assertEqual(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void assertWhole(String text) {
        assertEqual(TextRules.indexOfLoneSurrogate(text), -1);
    }

    private static void assertNormal(TextOperation operation) {
        assertEqual(TextOperation.ofNormal(operation.parts()), operation);
    }
}
