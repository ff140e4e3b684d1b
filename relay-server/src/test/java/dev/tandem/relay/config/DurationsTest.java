package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "120s, PT2M", "2m, PT2M", "24h, PT24H", "90d, P90D", "0s, PT0S"})
    void readsANumberAndItsUnit(String given, Duration duration) throws Exception {
        assertThat(Durations.parse(given)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "s", "1.5s", "-1s", "1 s", "1w", "12345678901d", "1S"})
    void refusesTheRest(String given) {
        assertThatExceptionOfType(BadValue.class)
                .isThrownBy(() -> Durations.parse(given))
                .withMessageContaining("120s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "1ms", "1500ms", "1s", "60s", "90s", "2m", "24h", "25h", "30d"})
    void writesWhatItReads(String written) throws Exception {
        assertThat(Durations.write(Durations.parse(written))).isEqualTo(written);
    }
}
