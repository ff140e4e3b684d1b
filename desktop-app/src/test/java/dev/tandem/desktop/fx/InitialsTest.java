package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Kaya, AK",
        "ada kaya, AK",
        "Selin, S",
        "Jean-Luc Picard, JP",
        "Maria del Carmen Ruiz, MR",
        "Ada Kaya (Recruiting), AK",
        "Selin Öz, SÖ",
        "ßen, ß",
        "王 小明, 王小",
        "x, X",
        "7 of 9, 79",
        "👩‍💻 Ada, 👩‍💻A",
        "👩‍💻, 👩‍💻",
        "(me), (",
        "'   ', ?",
        "'', ?",
    })
    void areTheFirstSignsOfFirstAndLastWord(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
