package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static Collection<ConfigKey> keys() {
        return Configuration.keys();
    }

    @Test
    void aKeyHasThreeNames() {
        ConfigKey key = RelayConfig.SCHEMA.key("limits.participants-per-room");
        assertThat(key.variable()).isEqualTo("TANDEM_LIMITS_PARTICIPANTS_PER_ROOM");
        assertThat(key.option()).contains("--room-size");
        assertThat(RelayConfig.SCHEMA.key("limits.message").option()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsDocumented(ConfigKey key) {
        assertThat(key.help()).matches("[A-Z][^\\n|]{20,}\\.");
        assertThat(key.option().orElse("--none")).matches("--[a-z]+(-[a-z]+)*");
    }

    /// Making the default and the bounds fails where one of them is not written as it should be.
    @ParameterizedTest
    @MethodSource("keys")
    void aKeyHasADefaultThatIsAllowed(ConfigKey key) throws Exception {
        Object otherwise = key.byDefault();
        boolean mayBeAbsent =
                componentOf(key).getAnnotatedType().isAnnotationPresent(Nullable.class);
        assertThat(otherwise == null).isEqualTo(mayBeAbsent);
        if (otherwise != null && !key.isList()) {
            String written = key.kind().writer().apply(otherwise);
            assertThat(key.read(new ConfigKey.Given(written), Path.of(""))).isEqualTo(otherwise);
        }
    }

    private static RecordComponent componentOf(ConfigKey key) {
        Class<?> record = RelayConfig.class;
        RecordComponent found = null;
        for (String word : key.path().split("\\.", -1)) {
            found =
                    List.of(record.getRecordComponents()).stream()
                            .filter(component ->
                                    component.getName().equalsIgnoreCase(word.replace("-", "")))
                            .findFirst()
                            .orElseThrow();
            record = found.getType();
        }
        return found;
    }

    @Test
    void noTwoKeysShareAName() {
        assertThat(keys()).extracting(ConfigKey::variable).doesNotHaveDuplicates();
        assertThat(keys()).extracting(ConfigKey::variable).doesNotContain(Sources.FILE_VARIABLE);
        assertThat(keys().stream().map(ConfigKey::option).flatMap(Optional::stream).toList())
                .doesNotHaveDuplicates()
                .doesNotContain(Sources.FILE_OPTION, "--help", "--version");
    }

    @Test
    void aRuleSpeaksOfKeysThatThereAre() {
        assertThat(RelayRules.ALL)
                .flatExtracting(Rule::keys)
                .isSubsetOf(keys().stream().map(ConfigKey::path).toList());
    }

    @Test
    void aConfigurationIsTakenApartAndPutTogether() {
        RelayConfig config = RelayConfig.defaults(Path.of("data"));
        assertThat(RelayConfig.SCHEMA.make(RelayConfig.SCHEMA.values(config))).isEqualTo(config);
    }

    record Forgotten(int count) {}

    record Strange(@Key(help = "A number with a point.") double count) {}

    @Test
    void whatIsNoKeyIsNoticed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of(Forgotten.class))
                .withMessageStartingWith("count ");
        assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(Strange.class));
    }
}
