package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MinutesTest {

    @Test
    void nothingWrittenIsNothingPlanned() {
        assertThat(Minutes.parse(" ")).hasValue(new Minutes(null));
        assertThat(Minutes.parse(" 60 ")).hasValue(new Minutes(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1441", "99999", "an hour", "1.5"})
    void refusesWhatIsNoNumberOfMinutes(String written) {
        assertThat(Minutes.parse(written)).isEmpty();
    }
}
