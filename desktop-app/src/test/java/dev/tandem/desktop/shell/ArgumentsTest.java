package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.desktop.fx.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgumentsTest {
    @TempDir Path folder;

    @Test
    void followsTheSystemUnlessToldOtherwise() {
        assertThat(Arguments.parse(List.of()).theme()).isEqualTo(Theme.SYSTEM);
        assertThat(Arguments.parse(List.of("--theme", "dark")).theme()).isEqualTo(Theme.DARK);
        assertThat(Arguments.parse(List.of("--theme=light")).theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void takesALinkOrACode() {
        String link = "tandem://relay.local/K7QF-9M2P-XN4D";
        assertThat(Arguments.parse(List.of("--theme=light", link)).invite()).isEqualTo(link);
    }

    @Test
    void takesAFileForARecording() throws IOException {
        Path file = Files.createFile(folder.resolve("talk.jsonl"));
        Arguments arguments = Arguments.parse(List.of(file.toString()));
        assertThat(arguments.recording()).contains(file);
        assertThat(arguments.invite()).isEmpty();
        assertThat(Arguments.parse(List.of("K7QF-9M2P-XN4D")).recording()).isEmpty();
        assertThat(Arguments.parse(List.of()).recording()).isEmpty();
    }

    @Test
    void keepsItsDataWhereItIsTold() {
        assertThat(Arguments.parse(List.of()).data()).isNull();
        assertThat(Arguments.parse(List.of("--data", "here")).data()).isEqualTo(Path.of("here"));
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--loud"))).hasMessageContaining("--loud");
        assertThatThrownBy(() -> Arguments.parse(List.of("--theme=pink")))
                .hasMessageContaining("pink");
        assertThatThrownBy(() -> Arguments.parse(List.of("one", "two")))
                .hasMessageContaining("two");
    }
}
