package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.text.Seeds;
import dev.tandem.relay.config.ConfigKey.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintoutTest {
    private static final List<String> WORDS =
            List.of(
                    "a", "null", "~", "#", " # x", ": ", ":", "'", "\"", "\\", "[", "]", "{", ",",
                    "&", "*", "!", "|", ">", "%", "@", "`", "-", "- ", "?", "1", "true", "ö", "💡",
                    "\t", "\n", " ", "/", "\u2028", "\u0001", "..");

    @TempDir private Path folder;

    record Everything(
            @Key(help = "A name.", byDefault = "tandem") String name,
            @Key(help = "A file, or none.") @Nullable Path file,
            @Part("More.") More more) {}

    record More(
            @Key(help = "Whether.", byDefault = "false") boolean on,
            @Key(help = "How many.", byDefault = "1", least = "0", most = "999999999") int count,
            @Key(help = "When.", byDefault = "1s", least = "0s", most = "9999d") Duration time,
            @Key(help = "How much.", byDefault = "1B", least = "0B", most = "9999GiB")
                    ByteSize size,
            @Key(help = "Which.", byDefault = "info") LogConfig.Level level,
            @Key(help = "Those.") List<String> names,
            @Key(help = "A password, or none.") @Nullable Secret password) {}

    private static final Schema<Everything> SCHEMA = Schema.of(Everything.class);

    private static Reading<Everything> reading() {
        return new Reading<>(SCHEMA, List.of(), SCHEMA.defaults());
    }

    private Reading<Everything> read(String yaml) {
        try {
            String file = Files.writeString(folder.resolve("relay.yaml"), yaml).toString();
            Reading<Everything> reading = reading();
            new Sources(Map.of(), Map.of("--config", List.of(file)), List.of()).readInto(reading);
            return reading;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsWhereAValueComesFrom() throws Exception {
        String file = Files.writeString(folder.resolve("relay.yaml"), "\nport: 9000").toString();
        String printed =
                Configuration.read(
                                new Sources(
                                        Map.of("TANDEM_HOST", "::1"),
                                        Map.of(
                                                "--config", List.of(file),
                                                "--room-size", List.of("12"),
                                                "--data", List.of("/data")),
                                        List.of()))
                        .print();

        assertThat(printed.lines())
                .startsWith(
                        "host: \"::1\" # TANDEM_HOST",
                        "port: 9000 # " + Shown.plain(file) + ":2",
                        "data: %s # --data".formatted(Path.of("/data").toAbsolutePath()),
                        "access:",
                        "  open-host: false # default",
                        "  open-host-anywhere: false # default",
                        "  allowed-origins: [] # default")
                .contains("limits:", "  participants-per-room: 12 # --room-size");
    }

    @Test
    void leavesSecretsOut() {
        Reading<Everything> reading = read("more: {password: \"pass: #1\"}");
        Everything config = reading.finish();
        String printed = Printout.of(reading);

        assertThat(config.more().password().value()).isEqualTo("pass: #1");
        assertThat(printed)
                .doesNotContain("pass: #1")
                .contains("  # password: ******** # ")
                .contains("# file: not set");
        assertThat(config.toString()).doesNotContain("pass: #1");
        assertThat(read(printed).finish().more().password()).isNull();
    }

    @Test
    void aSecretThatIsWrongIsNotTold() {
        Reading<Everything> reading = read("more: {password: [se, cret]}");
        assertThatExceptionOfType(ConfigProblems.class)
                .isThrownBy(reading::finish)
                .withMessageEndingWith("more.password: it is one value, not a list");
    }

    static LongStream seeds() {
        return Seeds.fixedAndFresh(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPrintedIsReadAgainAsTheSame(long seed) {
        RandomGenerator random = Seeds.random(seed);
        Reading<Everything> first = reading();
        for (ConfigKey key : SCHEMA.keys()) {
            if (!key.isSecret() && random.nextInt(4) > 0) {
                first.take(key, given(key, random), new Origin.Option("--x"), folder);
            }
        }
        String printed = Printout.of(first);

        assertThat(read(printed).finish()).as(printed).isEqualTo(first.finish());
    }

    private static Given given(ConfigKey key, RandomGenerator random) {
        return switch (key.name()) {
            case "on" -> new Given(random.nextBoolean() ? "true" : "false");
            case "count" -> new Given(Integer.toString(random.nextInt(1_000_000_000)));
            case "time" -> new Given(random.nextInt(9_999) + one(random, "ms", "s", "m", "h", "d"));
            case "size" -> new Given(random.nextInt(9_999) + one(random, "B", "KiB", "MiB", "GiB"));
            case "level" -> new Given(one(random, "error", "warn", "info", "debug", "trace"));
            case "names" ->
                    new Given(
                            "",
                            random.ints(random.nextInt(4)).mapToObj(_ -> text(random)).toList());
            default -> new Given(text(random));
        };
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder("x".repeat(random.nextInt(2)));
        int words = 1 + random.nextInt(5);
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString().isBlank() ? "x" : text.toString();
    }

    private static String one(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
