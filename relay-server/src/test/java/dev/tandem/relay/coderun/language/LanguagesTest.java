package dev.tandem.relay.coderun.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final String LUA =
            "{name: Lua, file: main.lua, probe: lua -v, run: lua main.lua";

    @TempDir Path folder;

    @Test
    void theRelaysOwnAreAllThere() {
        Languages languages = Languages.load(null);
        assertThat(languages.mistakes()).isEmpty();
        assertThat(languages.all())
                .extracting(Language::id)
                .containsExactlyInAnyOrder(
                        "bash",
                        "c",
                        "cpp",
                        "csharp",
                        "go",
                        "java",
                        "javascript",
                        "kotlin",
                        "php",
                        "python",
                        "ruby",
                        "rust",
                        "sql",
                        "typescript");
        assertThat(languages.all()).noneMatch(language -> language.starter().isBlank());
    }

    @Test
    void anOperatorAddsAndReplacesSome() throws Exception {
        Files.writeString(
                folder.resolve("lua.yaml"),
                LUA + ", limits: {wall: 3s, memory: 64MiB, processes: 5}}");
        Files.writeString(folder.resolve("python.yaml"), LUA + "}");
        Files.writeString(folder.resolve("wrong.yaml"), "name: Wrong");
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        Languages languages = Languages.load(folder);
        assertThat(languages.all())
                .filteredOn(language -> language.id().equals("lua"))
                .singleElement()
                .satisfies(lua -> {
                    assertThat(lua.limits().wall()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(lua.limits().memory()).isEqualTo(64 << 20);
                    assertThat(lua.limits().processes()).isEqualTo(5);
                    assertThat(lua.limits().openFiles()).isEqualTo(256);
                });
        assertThat(languages.all())
                .filteredOn(l -> l.id().equals("python"))
                .extracting(Language::name)
                .containsExactly("Lua");
        assertThat(languages.mistakes()).containsExactly("wrong: 'file' is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: Lua | lua: this is no YAML",
                "lua | lua: this has keys, such as 'name: Python'",
                "{nam: Lua} | lua: there is no key 'nam'",
                "{name: Lua, file: ../x, probe: x, run: x} | lua: 'file' is the plain name of a file",
                "{name: Lua, file: x, probe: x, run: x, limits: {wall: soon}} | lua: 'wall' is a time such as 10s",
                "{name: Lua, file: x, probe: x, run: x, limits: {fast: 1}} | lua: limits: there is no key 'fast'",
                "{name: [Lua], file: x, probe: x, run: x} | lua: 'name' is a text"
            })
    void aMistakeIsSaid(String yaml, String said) {
        assertThatThrownBy(() -> LanguageFile.read("lua", yaml)).hasMessageStartingWith(said);
    }
}
