package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final long NOW = 50_000_000;

    private static OptionalLong stepOf(long made, long lastUsed) {
        return Totp.stepOf(Totp.code(SECRET, made, Totp.DIGITS), SECRET, NOW, lastUsed);
    }

    /// RFC 6238, appendix B, the rows for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheStandard(long seconds, String code) {
        long step = Totp.step(seconds * 1_000);
        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step, Totp.DIGITS)).isEqualTo(code.substring(2));
    }

    @Test
    void clocksMayDifferByOneStep() {
        assertThat(stepOf(NOW - 2, -1)).isEmpty();
        assertThat(stepOf(NOW - 1, -1)).hasValue(NOW - 1);
        assertThat(stepOf(NOW, -1)).hasValue(NOW);
        assertThat(stepOf(NOW + 1, -1)).hasValue(NOW + 1);
        assertThat(stepOf(NOW + 2, -1)).isEmpty();
    }

    @Test
    void aStepIsGoodOnceAndSoAreThoseBeforeIt() {
        assertThat(stepOf(NOW, NOW)).isEmpty();
        assertThat(stepOf(NOW - 1, NOW)).isEmpty();
        assertThat(stepOf(NOW + 1, NOW)).hasValue(NOW + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "１２３４５６"})
    void whatIsNoCodeIsNone(String code) {
        assertThat(Totp.stepOf(code, SECRET, NOW, -1)).isEmpty();
    }
}
