package dev.tandem.desktop.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayAddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost, 8377, false",
        "'  relay.example  ', relay.example, 8377, false",
        "relay.example:9000, relay.example, 9000, false",
        "192.168.1.20:8377, 192.168.1.20, 8377, false",
        "http://relay.example, relay.example, 80, false",
        "http://127.0.0.1:8377/, 127.0.0.1, 8377, false",
        "https://relay.example, relay.example, 443, true",
        "HTTPS://relay.example:8443, relay.example, 8443, true",
        "::1, ::1, 8377, false",
        "[::1], ::1, 8377, false",
        "[fe80::1]:9000, fe80::1, 9000, false",
        "'https://[2001:db8::7]', 2001:db8::7, 443, true"
    })
    void readsWhatPeopleWrite(String given, String host, int port, boolean tls) {
        assertThat(RelayAddress.parse(given)).contains(new RelayAddress(host, port, tls));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "relay example",
                "relay.example:",
                "relay.example:0",
                "relay.example:65536",
                "relay.example:port",
                "ftp://relay.example",
                "https://",
                "https://relay.example/api/v1",
                "user@relay.example",
                "[::1",
                "a:b"
            })
    void refusesWhatIsNoAddress(String given) {
        assertThat(RelayAddress.parse(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relay.example, 8377, false, ws://relay.example:8377/api/v1/room",
        "::1, 8377, false, ws://[::1]:8377/api/v1/room",
        "relay.example, 443, true, wss://relay.example:443/api/v1/room"
    })
    void leadsToTheRooms(String host, int port, boolean tls, String room) {
        RelayAddress address = new RelayAddress(host, port, tls);

        assertThat(address.room()).hasToString(room);
        assertThat(address.room().getHost()).isNotNull();
        assertThat(RelayAddress.parse(address.format())).contains(address);
    }

    @Test
    void followsAnInviteLink() {
        InviteCode code = InviteCode.ofBits(42);

        assertThat(RelayAddress.of(new InviteLink("fe80::1", 9000, code, true)))
                .contains(new RelayAddress("fe80::1", 9000, true));
        assertThat(RelayAddress.of(new InviteLink("no_such_name", 9000, code, false))).isEmpty();
    }

    @Test
    void isNeverMadeOfNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RelayAddress("a b", 8377, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayAddress("relay.example", 0, false));
    }
}
