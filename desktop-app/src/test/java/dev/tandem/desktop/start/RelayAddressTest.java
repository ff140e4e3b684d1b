package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.20:8377,            http://192.168.1.20:8377,      192.168.1.20:8377",
        "' relay.example.org ',        http://relay.example.org:8377, relay.example.org:8377",
        "http://relay.example.org/,    http://relay.example.org:8377, relay.example.org:8377",
        "https://relay.example.org,    https://relay.example.org:443, https://relay.example.org:443",
        "HTTPS://relay.example.org:99, https://relay.example.org:99,  https://relay.example.org:99",
        "[::1]:8377,                   http://[::1]:8377,             [::1]:8377",
    })
    void understandsWhatPeopleWrite(String given, String uri, String written) {
        RelayAddress address = RelayAddress.parse(given).orElseThrow();
        assertThat(address.uri()).hasToString(uri);
        assertThat(address.written()).isEqualTo(written);
        assertThat(RelayAddress.parse(address.written())).hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "ftp://relay", "relay:0", "relay:99999", "me@relay", ":1"})
    void refusesWhatIsNoAddress(String given) {
        assertThat(RelayAddress.parse(given)).isEmpty();
    }
}
