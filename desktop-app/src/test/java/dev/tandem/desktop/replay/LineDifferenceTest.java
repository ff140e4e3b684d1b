package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineDifferenceTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itLeadsFromOneTextToTheOther(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(randomLines(random, random.nextInt(60)));
        String before = String.join("\n", lines);
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(lines.size() + 1);
            int end = Math.min(lines.size(), at + random.nextInt(5));
            lines.subList(at, end).clear();
            lines.addAll(at, randomLines(random, random.nextInt(5)));
        }
        String after = String.join("\n", lines);
        assertThat(LineDifference.between(before, after).apply(before)).isEqualTo(after);
    }

    private static List<String> randomLines(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "x😀}".substring(0, random.nextInt(2) * 3).repeat(random.nextInt(3)))
                .toList();
    }

    @Test
    void linesThatBothHaveStayAndOfOthersWhatIsAlikeDoes() {
        String before = "one\ntwo\nthree\nfour\nfive\nsix";
        String after = "one\ntoo\nthree\n3½\nfour\nsix";
        TextOperation way = LineDifference.between(before, after);
        assertThat(way.apply(before)).isEqualTo(after);
        assertThat(inserted(way)).isEqualTo("o3½\n");
        assertThat(kept(way)).isEqualTo(before.length() - "wfive\n".length());
    }

    @Test
    void whereNearlyAllIsDifferentItIsOneReplacement() {
        String before = numbered(0, 2_000);
        String after = numbered(5_000, 7_000);
        TextOperation way = LineDifference.between(before, after);
        assertThat(way.apply(before)).isEqualTo(after);
        assertThat(way.parts()).hasSizeLessThanOrEqualTo(4);
    }

    private static String numbered(int from, int to) {
        return String.join("\n", IntStream.range(from, to).mapToObj(Integer::toString).toList());
    }

    private static String inserted(TextOperation way) {
        return String.join(
                "",
                way.parts().stream()
                        .map(part -> part instanceof Insert(String text) ? text : "")
                        .toList());
    }

    private static int kept(TextOperation way) {
        return way.parts().stream()
                .mapToInt(part -> part instanceof Keep(int length) ? length : 0)
                .sum();
    }
}
