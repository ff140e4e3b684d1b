package dev.tandem.relay.coderun.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.Seeds;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8DecoderTest {
    private static LongStream seeds() {
        return Seeds.fixedAndFresh(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inPiecesItIsTheSameAsAtOnce(long seed) {
        RandomGenerator random = Seeds.random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        byte[] text = "aé€😀".repeat(random.nextInt(20)).getBytes(UTF_8);
        assertThat(inPieces(bytes, random)).isEqualTo(new String(bytes, UTF_8));
        assertThat(inPieces(text, random)).isEqualTo(new String(text, UTF_8));
    }

    private static String inPieces(byte[] bytes, RandomGenerator random) {
        Utf8Decoder decoder = new Utf8Decoder();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(5));
            byte[] piece = new byte[8];
            System.arraycopy(bytes, at, piece, 0, length);
            text.append(decoder.decode(piece, length));
            at += length;
        }
        return text.append(decoder.finish()).toString();
    }

    @Test
    void aCharacterWaitsUntilItIsWhole() {
        byte[] euro = "€".getBytes(UTF_8);
        Utf8Decoder decoder = new Utf8Decoder();
        assertThat(decoder.decode(euro, 2)).isEmpty();
        assertThat(decoder.decode(new byte[] {euro[2]}, 1)).isEqualTo("€");
        assertThat(decoder.decode(euro, 2)).isEmpty();
        assertThat(decoder.finish()).isEqualTo("\uFFFD");
    }
}
