package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    /// Edits any version, old or new, and reads any other in between.
    @ParameterizedTest
    @MethodSource("seeds")
    void everyVersionStaysWhatItWas(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<Text> versions = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        expected.add(RandomTexts.text(random, 50));
        versions.add(Text.of(expected.getFirst()));
        for (int i = 0; i < 300; i++) {
            int from =
                    random.nextInt(5) == 0 ? random.nextInt(versions.size()) : versions.size() - 1;
            TextOperation edit = RandomTexts.edit(random, expected.get(from), 5);
            versions.add(versions.get(from).apply(edit));
            expected.add(edit.apply(expected.get(from)));
            int read = random.nextInt(versions.size());
            assertThat(versions.get(read)).hasToString(expected.get(read));
        }
        assertThat(versions.stream().map(Text::toString)).isEqualTo(expected);
    }

    @Test
    void aTextIsReadAsAnyOtherSequence() {
        Text text = Text.of("hello");
        text.apply(TextOperation.delete(5, 0, 5));
        assertThat(text.length()).isEqualTo(5);
        assertThat(text.charAt(1)).isEqualTo('e');
        assertThat(text.subSequence(1, 3)).isEqualTo("el");
    }

    @Test
    void itSaysWhatAnOperationDeletes() {
        Text text = Text.of("hello");
        TextOperation operation = TextOperation.replace(5, 1, 3, "E");
        assertThat(text.deletedBy(operation)).containsExactly("el");
        assertThat(text.changeOf(operation)).isEqualTo(TextChange.of(operation, "hello"));
        assertThat(text).hasToString("hello");
    }

    @Test
    void textsOfOneContentAreEqual() {
        Text text = Text.of("ab");
        Text sameWay = Text.of("a").apply(TextOperation.insert(1, 1, "b"));
        assertThat(text).isEqualTo(sameWay).hasSameHashCodeAs(sameWay);
        assertThat(text).isNotEqualTo(Text.of("ac")).isNotEqualTo(Text.of("abc"));
    }

    @Test
    void theHashIsTheBeginningOfSha256OverUtf8() {
        assertThat(Text.of("").hash()).isEqualTo("e3b0c44298fc1c14");
        assertThat(Text.of("abc").hash()).isEqualTo("ba7816bf8f01cfea");
        assertThat(Text.of("\u00e9\ud83d\ude00\n").hash()).isEqualTo("f26b68b6994ea006");
    }

    @Test
    void anOperationForAnotherLengthIsRefusedAndTheTextGoesOn() {
        Text text = Text.of("abc");
        TextOperation tooLong = TextOperation.insert(4, 0, "x");
        assertThatIllegalArgumentException().isThrownBy(() -> text.apply(tooLong));
        assertThatIllegalArgumentException().isThrownBy(() -> text.changeOf(tooLong));
        assertThat(text.apply(TextOperation.insert(3, 3, "d"))).hasToString("abcd");
    }

    /// Version n has n letters; one thread makes them while others read all that there are.
    @Test
    void versionsAreReadByOtherThreadsWhileNewOnesAreMade() throws Exception {
        var newest = new AtomicReference<>(List.of(Text.of("")));
        Callable<Integer> reader =
                () -> {
                    int passes = 0;
                    for (; passes < 300; passes++) {
                        List<Text> known = newest.get();
                        for (int i = 0; i < known.size(); i += 1 + known.size() / 7) {
                            assertThat(known.get(i)).hasToString("x".repeat(i));
                        }
                    }
                    return passes;
                };
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            List<Text> versions = new ArrayList<>(newest.get());
            for (int length = 0; length < 2_000; length++) {
                TextOperation edit = TextOperation.insert(length, length / 2, "x");
                versions.add(versions.getLast().apply(edit));
                newest.set(List.copyOf(versions));
            }
            for (Future<Integer> future : readers) {
                assertThat(future.get()).isEqualTo(300);
            }
        }
    }
}
