package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.desktop.fx.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {

    @Test
    void followsTheSystemUnlessToldOtherwise() {
        assertThat(Arguments.parse(List.of())).isEqualTo(new Arguments(Theme.SYSTEM, ""));
        assertThat(Arguments.parse(List.of("--theme", "dark")).theme()).isEqualTo(Theme.DARK);
        assertThat(Arguments.parse(List.of("--theme=light")).theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void takesALinkOrACode() {
        String link = "tandem://relay.local/K7QF-9M2P-XN4D";
        assertThat(Arguments.parse(List.of("--theme=light", link)).invite()).isEqualTo(link);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--loud")))
                .hasMessageContaining("no option --loud");
        assertThatThrownBy(() -> Arguments.parse(List.of("--theme")))
                .hasMessageContaining("light, dark or system");
    }
}
