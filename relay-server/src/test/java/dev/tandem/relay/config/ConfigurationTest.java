package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));
    private final Map<String, List<String>> options = new HashMap<>();

    private Path file(String yaml) {
        try {
            Path file = folder.resolve("relay.yaml");
            options.put("--config", List.of(file.toString()));
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RelayConfig config(String... unknown) {
        return Configuration.read(new Sources(environment, options, List.of(unknown))).config();
    }

    /// Without the folder, which is another in every run.
    private List<String> problems(String... unknown) {
        try {
            config(unknown);
            return List.of();
        } catch (ConfigProblems e) {
            return e.problems().stream()
                    .map(problem ->
                            problem.replace(folder + folder.getFileSystem().getSeparator(), ""))
                    .toList();
        }
    }

    @Test
    void withoutAnythingTheDefaultsCount() {
        assertThat(config())
                .isEqualTo(RelayConfig.defaults(UserDataFolder.path().resolve("relay")));
    }

    @Test
    void aFileSaysTheRest() {
        file(
                """
                # of the team
                host: "::1"
                port: 9000

                access:
                  open-host: true
                  allowed-origins:
                    - https://a.example
                    - "https://b.example:8443"
                rooms: {interviewer-grace: 3m}
                connections:
                limits.message: 2MiB
                log:
                  level: warn
                """);

        RelayConfig config = config();

        assertThat(config.host()).isEqualTo("::1");
        assertThat(config.port()).isEqualTo(9000);
        assertThat(config.access().openHost()).isTrue();
        assertThat(config.access().allowedOrigins())
                .containsExactly("https://a.example", "https://b.example:8443");
        assertThat(config.rooms().interviewerGrace()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.limits().message()).isEqualTo(new ByteSize(2 << 20));
        assertThat(config.log().level()).isEqualTo(LogConfig.Level.WARN);
        assertThat(config.rooms().waitingExpiry()).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---", "# nothing\n", "\uFEFFport: 8377", "limits:\n  # none\n"})
    void aFileMaySayLittle(String yaml) {
        file(yaml);

        assertThat(config().port()).isEqualTo(8377);
    }

    @ParameterizedTest
    @CsvSource({
        ", , , 10",
        "11, , , 11",
        ", 12, , 12",
        ", , 13, 13",
        "11, 12, , 12",
        "11, , 13, 13",
        ", 12, 13, 13",
        "11, 12, 13, 13"
    })
    void anOptionIsStrongerThanTheEnvironmentAndThatThanTheFile(
            String inFile, String inEnvironment, String asOption, int inForce) {
        if (inFile != null) {
            file("limits: {participants-per-room: " + inFile + "}");
        }
        if (inEnvironment != null) {
            environment.put("TANDEM_LIMITS_PARTICIPANTS_PER_ROOM", inEnvironment);
        }
        if (asOption != null) {
            options.put("--room-size", List.of(asOption));
        }

        assertThat(config().limits().participantsPerRoom()).isEqualTo(inForce);
    }

    @Test
    void aStrongerListTakesThePlaceOfAWeakerOne() {
        file("access: {allowed-origins: [https://file.example]}");
        environment.put("TANDEM_ACCESS_ALLOWED_ORIGINS", "https://a.example, https://b.example");
        assertThat(config().access().allowedOrigins())
                .containsExactly("https://a.example", "https://b.example");

        options.put("--allow-origin", List.of("https://c.example", "https://d.example"));
        assertThat(config().access().allowedOrigins())
                .containsExactly("https://c.example", "https://d.example");

        options.remove("--allow-origin");
        environment.put("TANDEM_ACCESS_ALLOWED_ORIGINS", "");
        assertThat(config().access().allowedOrigins()).isEmpty();
    }

    @Test
    void theEnvironmentMayNameTheFile() {
        Path file = file("port: 9000");
        options.clear();
        environment.put("TANDEM_CONFIG", file.toString());
        assertThat(config().port()).isEqualTo(9000);

        options.put("--config", List.of(folder.resolve("none.yaml").toString()));
        assertThat(problems()).containsExactly("--config: there is no file none.yaml");
    }

    @Test
    void aPathInTheFileBeginsWhereTheFileIs() {
        file("data: interviews");
        assertThat(config().data()).isEqualTo(folder.resolve("interviews").toAbsolutePath());

        options.put("--data", List.of("interviews"));
        assertThat(config().data()).isEqualTo(Path.of("interviews").toAbsolutePath());
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void whatIsWrongInAFileIsNamedWithItsLine(String yaml, List<String> problems) {
        file(yaml);

        assertThat(problems()).isEqualTo(problems);
    }

    private static Stream<Arguments> wrongFiles() {
        return Stream.of(
                wrong(
                        "limits:\n  participants-per-room: 0",
                        "relay.yaml:2: limits.participants-per-room: 0 is too few; from 1 to 500"),
                wrong(
                        "limits: {participants-per-room: 501}",
                        "relay.yaml:1: limits.participants-per-room: 501 is too many; from 1 to 500"),
                wrong("\n\nport: 65536", "relay.yaml:3: port: 65536 is too high; from 0 to 65535"),
                wrong("port: http", "relay.yaml:1: port: 'http' is no whole number"),
                wrong("port: 0x10", "relay.yaml:1: port: '0x10' is no whole number"),
                wrong("port: 99999999999", "relay.yaml:1: port: '99999999999' is no whole number"),
                wrong(
                        "rooms: {waiting-expiry: 0s}",
                        "relay.yaml:1: rooms.waiting-expiry: 0s is too short; from 1s to 365d"),
                wrong(
                        "rooms: {waiting-expiry: 24}",
                        "relay.yaml:1: rooms.waiting-expiry: '24' is no time; write for instance"
                                + " 500ms, 120s, 2m or 24h"),
                wrong(
                        "limits: {message: 1KiB}",
                        "relay.yaml:1: limits.message: 1KiB is too small; from 1MiB to 64MiB"),
                wrong(
                        "limits: {message: 1MB}",
                        "relay.yaml:1: limits.message: '1MB' is no size; write for instance 512KiB or"
                                + " 1MiB"),
                wrong(
                        "access: {open-host: yes}",
                        "relay.yaml:1: access.open-host: 'yes' is no true or false"),
                wrong(
                        "log: {level: loud}",
                        "relay.yaml:1: log.level: 'loud' is none of error, warn, info, debug, trace"),
                wrong("host: ''", "relay.yaml:1: host: it is empty"),
                wrong(
                        "host:",
                        "relay.yaml:1: host: it has no value; without this line it has its default"),
                wrong("host: [a, b]", "relay.yaml:1: host: it is one value, not a list"),
                wrong(
                        "host: {name: a}",
                        "relay.yaml:1: host: it has a value, and no keys of its own"),
                wrong(
                        "access: {allowed-origins: [[a]]}",
                        "relay.yaml:1: access.allowed-origins: each entry of a list is a text"),
                wrong("limits: 10", "relay.yaml:1: limits: it has keys of its own, and no value"),
                wrong(
                        "- port",
                        "relay.yaml:1: a configuration is keys with values, such as 'port: 8377'"),
                wrong("[a]: b", "relay.yaml:1: a key is one word"),
                wrong(
                        "host: a\nport: 1\nhost: b",
                        "relay.yaml:3: host: it stands in line 1 already"),
                wrong(
                        "log: {level: info}\nlog.level: warn",
                        "relay.yaml:2: log.level: it stands in line 1 already"),
                wrong(
                        "limits:\n  participant-per-room: 3",
                        "relay.yaml:2: limits.participant-per-room: there is no such key; did you mean"
                                + " limits.participants-per-room?"),
                wrong(
                        "limit: {}",
                        "relay.yaml:1: limit: there is no such key; did you mean limits?"),
                wrong(
                        "rooms: {heartbeat: 1s}",
                        "relay.yaml:1: rooms.heartbeat: there is no such key; did you mean"
                                + " connections.heartbeat?"),
                wrong("colour: red", "relay.yaml:1: colour: there is no such key"),
                wrong("\"a\\nb\": 1", "relay.yaml:1: a\uFFFDb: there is no such key"),
                wrong(
                        "connections:\n  heartbeat: 20s\n  silence: 20s",
                        "relay.yaml:3: connections.silence: connections.silence (20s) has to be longer"
                                + " than connections.heartbeat (20s), or every connection is lost"),
                wrong(
                        "connections:\n  heartbeat: 45s",
                        "relay.yaml:2: connections.heartbeat: connections.silence (45s) has to be"
                                + " longer than connections.heartbeat (45s), or every connection is"
                                + " lost"));
    }

    private static Arguments wrong(String yaml, String... problems) {
        return arguments(yaml, List.of(problems));
    }

    @ParameterizedTest
    @MethodSource("noYaml")
    void whatIsNoYamlIsNamedWithItsPlace(String place, String yaml) {
        file(yaml);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("relay.yaml:" + place + ": this is no YAML: ")
                .doesNotContain("\n");
    }

    private static Stream<Arguments> noYaml() {
        return Stream.of(
                arguments("1:1", "\tport: 1"),
                arguments("3:1", "host: a\nlimits:\n\tmessage: 1MiB"),
                arguments("2:6", "host: a\n port: 1"),
                arguments("1:9", "host: 'a"),
                arguments("2:1", "host: a\n---\nport: 1"),
                arguments("1:7", "host: *nobody"),
                arguments("2:7", "port: 1\nhost: \u0001"),
                // What the last line above says may go on below it, and so may all that is not
                // said.
                arguments("3:8", "port:\n  # of the team\n  'many"),
                arguments("2:9", "connections: {heartbeat: 50s}\nlimits: }\nconnections: {}"));
    }

    @Test
    void whatStandsAboveAMistakeOfYamlIsCheckedAsWellAndSoAreTheOtherSources() {
        file(
                """
                prot: 1
                connections: {heartbeat: 60s, silence: 50s}
                limits:
                  participants-per-room: 0
                  message: 'big
                port: many
                """);
        environment.put("TANDEM_PORT", "many");
        options.put("--open-host", List.of("maybe"));

        assertThat(problems("--prot"))
                .satisfiesExactly(
                        yaml -> assertThat(yaml).startsWith("relay.yaml:7:1: this is no YAML: "),
                        key -> assertThat(key).startsWith("relay.yaml:1: prot: "),
                        value -> assertThat(value).startsWith("relay.yaml:4: limits.participants"),
                        variable -> assertThat(variable).startsWith("TANDEM_PORT: "),
                        option -> assertThat(option).startsWith("--open-host: "),
                        unknown -> assertThat(unknown).startsWith("--prot: "),
                        rule -> assertThat(rule).startsWith("relay.yaml:2: connections.silence: "));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        options.put("--config", List.of(folder.toString()));
        assertThat(problems()).containsExactly("--config: the file " + folder + " cannot be read");

        Files.write(file(""), new byte[] {'h', (byte) 0xff});
        assertThat(problems()).containsExactly("relay.yaml: it is not UTF-8");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        file(
                """
                prot: 1
                limits:
                  participants-per-room: 0
                  message: big
                connections: {silence: 1s}
                """);
        environment.put("TANDEM_PORT", "many");
        environment.put("TANDEM_HSOT", "0.0.0.0");
        environment.put("TANDEM_LIMITS_FAILED_JOINS", "");
        environment.put("TANDEM_LOG", "debug");
        environment.put("TANDEM_", "");
        options.put("--interviewer-grace", List.of("2"));
        options.put("--open-host", List.of("maybe"));

        assertThat(problems("--prot", "9000", "--verbose", "again", "more"))
                .containsExactly(
                        "relay.yaml:1: prot: there is no such key; did you mean port?",
                        "relay.yaml:3: limits.participants-per-room: 0 is too few; from 1 to 500",
                        "relay.yaml:4: limits.message: 'big' is no size; write for instance 512KiB or"
                                + " 1MiB",
                        "TANDEM_: there is no such variable",
                        "TANDEM_HSOT: there is no such variable; did you mean TANDEM_HOST?",
                        "TANDEM_LIMITS_FAILED_JOINS: '' is no whole number",
                        "TANDEM_LOG: there is no such variable; did you mean TANDEM_LOG_LEVEL?",
                        "TANDEM_PORT: 'many' is no whole number",
                        "--open-host: 'maybe' is no true or false",
                        "--interviewer-grace: '2' is no time; write for instance 500ms, 120s, 2m or"
                                + " 24h",
                        "--prot: there is no such option; did you mean --port?",
                        "--verbose: there is no such option",
                        "more: an option was expected here",
                        "relay.yaml:5: connections.silence: connections.silence (1s) has to be longer"
                                + " than connections.heartbeat (15s), or every connection is lost");
    }

    @Test
    void theWeakerSourceIsCheckedToo() {
        file("port: many");
        options.put("--port", List.of("1"));

        assertThat(problems()).containsExactly("relay.yaml:1: port: 'many' is no whole number");
    }

    @Test
    void aProblemIsOneLineOfSensibleLength() {
        environment.put("TANDEM_PORT", "1\n2\u202e" + "x".repeat(1_000));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("TANDEM_PORT: '1\uFFFD2\uFFFDxxx")
                .endsWith("x…' is no whole number");
    }

    @Test
    void whatBelongsToOthersIsLeftAlone() {
        environment.put("TANDEMONIUM", "1");
        environment.put("PORT", "many");

        assertThat(problems()).isEmpty();
    }
}
