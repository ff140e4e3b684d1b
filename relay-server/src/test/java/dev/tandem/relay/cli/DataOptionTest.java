package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataOptionTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final String ELSEWHERE = Path.of("elsewhere").toAbsolutePath().toString();

    @Test
    void isWhereEachSystemKeepsSuchData() {
        assertThat(DataOption.usual("Linux", HOME, Map.of()))
                .isEqualTo(HOME.resolve(".local/share/tandem/relay"));
        assertThat(DataOption.usual("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Tandem/relay"));
        assertThat(DataOption.usual("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/Tandem/relay"));
    }

    @Test
    void followsTheEnvironment() {
        assertThat(DataOption.usual("Linux", HOME, Map.of("XDG_DATA_HOME", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "tandem/relay"));
        assertThat(DataOption.usual("Windows 11", HOME, Map.of("LOCALAPPDATA", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "Tandem/relay"));
    }

    @Test
    void doesNotFollowWhatIsNoAbsolutePath() {
        assertThat(DataOption.usual("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/tandem/relay"));
        assertThat(DataOption.usual("Linux", HOME, Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(HOME.resolve(".local/share/tandem/relay"));
    }
}
