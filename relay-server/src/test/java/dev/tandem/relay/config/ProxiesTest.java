package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies = Proxies.of(List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "192.0.2.1, 198.51.100.7,                            192.0.2.1",
                "127.0.0.1, none,                                    127.0.0.1",
                "127.0.0.1, 198.51.100.7,                            198.51.100.7",
                "127.0.0.1, '203.0.113.9, 198.51.100.7',             198.51.100.7",
                "127.0.0.1, '203.0.113.9, 198.51.100.7, 10.2.3.4',   198.51.100.7",
                "fd12::1,   '2001:db8::7,10.0.0.1',                  2001:db8::7",
                "127.0.0.1, 'unknown',                               127.0.0.1",
                "127.0.0.1, '203.0.113.9, what?, 10.2.3.4',          10.2.3.4",
                "10.1.1.1,  '',                                      10.1.1.1",
                "127.0.0.2, 198.51.100.7,                            127.0.0.2"
            })
    void theLastOneThatIsNoProxySpeaks(String remote, String forwardedFor, String client) {
        assertThat(proxies.clientOf(remote, forwardedFor)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x"})
    void whatIsNoNetworkIsRefused(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.of(List.of(range)));
    }

    @Test
    void withoutAnyNobodyIsTrusted() {
        assertThat(Proxies.of(List.of()).trust("127.0.0.1")).isFalse();
        assertThat(Proxies.of(List.of("0.0.0.0/0")).trust("203.0.113.9")).isTrue();
        assertThat(Proxies.of(List.of("0.0.0.0/0")).trust("::1")).isFalse();
    }
}
