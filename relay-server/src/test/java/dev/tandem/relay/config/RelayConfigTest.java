package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        assertThat(DEFAULTS.interviewerGrace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(DEFAULTS.openHost()).isFalse();
        assertThat(DEFAULTS.roomSize()).isEqualTo(10);
        assertThat(DEFAULTS.waitingExpiry()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void oneOptionIsChangedAndTheOthersStay() {
        RelayConfig changed = DEFAULTS.with().port(0).build();
        assertThat(changed.port()).isZero();
        assertThat(changed.with().port(8377).build()).isEqualTo(DEFAULTS);
    }

    @Test
    void whatDoesNotWorkIsNamed() {
        assertProblem("--port", DEFAULTS.with().port(-1));
        assertProblem("--port", DEFAULTS.with().port(65_536));
        assertProblem("--host", DEFAULTS.with().host(" "));
        assertProblem("--room-size", DEFAULTS.with().roomSize(0));
        assertProblem(
                "--interviewer-grace", DEFAULTS.with().interviewerGrace(Duration.ofSeconds(-1)));
        assertProblem("--waiting-expiry", DEFAULTS.with().waitingExpiry(Duration.ZERO));
        assertProblem("--silence", DEFAULTS.with().silence(Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"})
    void anOpenHostListensOnTheLoopbackInterface(String host) {
        assertThat(DEFAULTS.with().host(host).openHost(true).build().openHost()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "relay.example.org", "127.0.0.1.example"})
    void anOpenHostThatOthersReachHasToBeMeant(String host) {
        assertProblem("--open-host", DEFAULTS.with().host(host).openHost(true));
        assertThat(DEFAULTS.with().host(host).openHost(true).openHostAnywhere(true).build().host())
                .isEqualTo(host);
        assertThat(DEFAULTS.with().host(host).build().host()).isEqualTo(host);
    }

    private static void assertProblem(String option, RelayConfigBuilder builder) {
        assertThatExceptionOfType(ConfigProblem.class)
                .isThrownBy(builder::build)
                .withMessageStartingWith(option + ": ")
                .satisfies(problem -> assertThat(problem.option()).isEqualTo(option));
    }
}
