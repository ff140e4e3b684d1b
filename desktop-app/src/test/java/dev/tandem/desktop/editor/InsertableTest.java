package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InsertableTest {
    private final Insertable insertable = new Insertable();

    @Test
    void endsLinesInOneWay() {
        assertThat(insertable.of("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void dropsHalvesOfCharacters() {
        assertThat(insertable.of("a\ud83db\ude00😀")).isEqualTo("ab😀");
        assertThat(insertable.of("\ude00")).isEmpty();
    }

    @Test
    void waitsForTheSecondHalfOfWhatIsTyped() {
        assertThat(insertable.of("\ud83d")).isEmpty();
        assertThat(insertable.of("\ude00")).isEqualTo("😀");
        assertThat(insertable.of("a")).isEqualTo("a");
    }

    @Test
    void forgetsAFirstHalfThatNothingFollows() {
        assertThat(insertable.of("\ud83d")).isEmpty();
        assertThat(insertable.of("a")).isEqualTo("a");
        assertThat(insertable.of("\ude00")).isEmpty();
    }
}
