package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({"0B, 0", "512B, 512", "64KiB, 65536", "1MiB, 1048576", "3GiB, 3221225472"})
    void readsAndWritesANumberAndItsUnit(String written, long bytes) throws Exception {
        assertThat(ByteSize.parse(written)).isEqualTo(new ByteSize(bytes)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1M", "1MB", "1 MiB", "-1MiB", "1.5MiB", "MiB", "1mib"})
    void refusesTheRest(String written) {
        assertThatExceptionOfType(BadValue.class)
                .isThrownBy(() -> ByteSize.parse(written))
                .withMessageContaining("1MiB");
    }
}
