package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayConfigTest {
    private static final RelayConfig DEFAULTS = RelayConfig.defaults(Path.of("data"));

    @Test
    void theDefaultsAreTheContracts() {
        assertThat(DEFAULTS.host()).isEqualTo("127.0.0.1");
        assertThat(DEFAULTS.port()).isEqualTo(8377);
        assertThat(DEFAULTS.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(DEFAULTS.access().openHost()).isFalse();
        assertThat(DEFAULTS.access().allowedOrigins()).isEmpty();
        assertThat(DEFAULTS.rooms().interviewerGrace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(DEFAULTS.rooms().waitingExpiry()).isEqualTo(Duration.ofHours(24));
        assertThat(DEFAULTS.connections().heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(DEFAULTS.connections().silence()).isEqualTo(Duration.ofSeconds(45));
        assertThat(DEFAULTS.connections().joinTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(DEFAULTS.connections().readerTimeout()).isEqualTo(Duration.ofSeconds(10));
        LimitConfig limits = DEFAULTS.limits();
        assertThat(limits.participantsPerRoom()).isEqualTo(10);
        assertThat(limits.message().bytes()).isEqualTo(1_048_576);
        assertThat(limits.commandsWaiting()).isEqualTo(256);
        assertThat(limits.chatMessagesPerSecond()).isEqualTo(20);
        assertThat(limits.chatMessageBurst()).isEqualTo(100);
        assertThat(limits.passingMessagesPerSecond()).isEqualTo(50);
        assertThat(limits.readerBacklog().bytes()).isEqualTo(1_048_576);
        assertThat(limits.badMessagesPerMinute()).isEqualTo(20);
        assertThat(limits.failedJoins()).isEqualTo(20);
        assertThat(limits.failedJoinsWithin()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.failedLoginsPerAccount()).isEqualTo(10);
        assertThat(limits.failedLoginsPerAddress()).isEqualTo(30);
        assertThat(limits.failedLoginsWithin()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void oneValueIsChangedAndTheOthersStay() {
        RelayConfig changed = DEFAULTS.with().port(0).set("connections.silence", "50s").build();
        assertThat(changed.port()).isZero();
        assertThat(changed.connections().silence()).isEqualTo(Duration.ofSeconds(50));
        assertThat(changed.with().port(8377).set("connections.silence", "45s").build())
                .isEqualTo(DEFAULTS);
    }

    @Test
    void everythingThatDoesNotWorkIsNamed() {
        RelayConfigBuilder builder =
                DEFAULTS.with().port(-1).host(" ").set("connections.heartbeat", "60s");

        assertProblems(
                builder,
                "port: -1 is too low; from 0 to 65535",
                "host: it is empty",
                "connections.heartbeat: connections.silence (45s) has to be longer than"
                        + " connections.heartbeat (60s), or every connection is lost");
    }

    @Test
    void thereIsNoSuchKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.with().set("limits.patience", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"})
    void anOpenHostListensOnTheLoopbackInterface(String host) {
        RelayConfig config = DEFAULTS.with().host(host).openHost(true).build();
        assertThat(config.access().openHost()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "relay.example.org", "127.0.0.1.example"})
    void anOpenHostThatOthersReachHasToBeMeant(String host) {
        assertThatExceptionOfType(ConfigProblems.class)
                .isThrownBy(() -> DEFAULTS.with().host(host).openHost(true).build())
                .withMessageStartingWith("access.open-host: ")
                .withMessageContaining("--open-host-anywhere");
        assertThat(DEFAULTS.with().host(host).openHost(true).openHostAnywhere(true).build().host())
                .isEqualTo(host);
        assertThat(DEFAULTS.with().host(host).build().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "https://example.org/", "https://", "https://a b"})
    void anOriginIsWrittenAsBrowsersDo(String origin) {
        assertProblems(
                DEFAULTS.with().set("access.allowed-origins", "https://ok.example," + origin),
                "access.allowed-origins: '"
                        + origin
                        + "' is no origin; write for instance https://example.org, without a path");
    }

    private static void assertProblems(RelayConfigBuilder builder, String... problems) {
        assertThatExceptionOfType(ConfigProblems.class)
                .isThrownBy(builder::build)
                .satisfies(e -> assertThat(e.problems()).containsExactly(problems));
    }
}
