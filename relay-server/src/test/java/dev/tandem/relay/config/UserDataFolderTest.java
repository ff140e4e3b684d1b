package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDataFolderTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final String ELSEWHERE = Path.of("elsewhere").toAbsolutePath().toString();

    @Test
    void isWhereEachSystemKeepsSuchData() {
        assertThat(UserDataFolder.path("Linux", HOME, Map.of()))
                .isEqualTo(HOME.resolve(".local/share/tandem"));
        assertThat(UserDataFolder.path("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Tandem"));
        assertThat(UserDataFolder.path("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/Tandem"));
    }

    @Test
    void followsTheEnvironment() {
        assertThat(UserDataFolder.path("Linux", HOME, Map.of("XDG_DATA_HOME", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "tandem"));
        assertThat(UserDataFolder.path("Windows 11", HOME, Map.of("LOCALAPPDATA", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "Tandem"));
    }

    @Test
    void doesNotFollowWhatIsNoAbsolutePath() {
        assertThat(UserDataFolder.path("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/tandem"));
        assertThat(UserDataFolder.path("Linux", HOME, Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(HOME.resolve(".local/share/tandem"));
    }
}
