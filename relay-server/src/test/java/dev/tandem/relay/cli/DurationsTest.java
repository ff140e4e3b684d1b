package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "120s, PT2M", "2m, PT2M", "24h, PT24H", "90d, P90D", "0s, PT0S"})
    void readsANumberAndItsUnit(String given, Duration duration) {
        assertThat(new Durations().convert(given)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "s", "1.5s", "-1s", "1 s", "1w", "12345678901d", "1S"})
    void refusesTheRest(String given) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Durations().convert(given))
                .withMessageContaining("120s");
    }
}
