package dev.tandem.relay.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestVerdictTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'1\n2\n' | '1\n2' | true",
                "'1 \n2\t\n\n\n' | '1\n2' | true",
                "'1\r\n2\r\n' | '1\n2\n' | true",
                "'' | '\n' | true",
                "' 1' | '1' | false",
                "'1\n\n2' | '1\n2' | false",
                "'1' | '' | false"
            })
    void blanksAtTheEndsAreForgiven(String output, String expected, boolean same) {
        assertThat(TestVerdict.isSame(output, expected)).isEqualTo(same);
    }
}
