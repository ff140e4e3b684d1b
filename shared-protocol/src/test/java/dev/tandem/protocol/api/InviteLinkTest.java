package dev.tandem.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteLinkTest {
    private static final InviteCode CODE = new InviteCode("K7QF9M2PXN4D");

    @ParameterizedTest
    @CsvSource({
        "tandem://relay.example/K7QF-9M2P-XN4D, relay.example, 8377, false",
        "tandem://relay.example:443/K7QF-9M2P-XN4D?tls=1, relay.example, 443, true",
        "tandem://192.168.1.20:9000/k7qf9m2pxn4d, 192.168.1.20, 9000, false",
        "tandem://[::1]:8377/K7QF-9M2P-XN4D, ::1, 8377, false",
        "tandem://[2001:db8::7]/K7QF-9M2P-XN4D?tls=1, 2001:db8::7, 8377, true",
        "tandem://[fe80::1%eth0]:1/K7QF-9M2P-XN4D?tls=0, fe80::1%eth0, 1, false",
        "'  Tandem://relay/K7QF-9M2P-XN4D/?from=mail&tls=1 ', relay, 8377, true"
    })
    void isRead(String given, String host, int port, boolean tls) {
        assertThat(InviteLink.parse(given)).contains(new InviteLink(host, port, CODE, tls));
    }

    @ParameterizedTest
    @CsvSource({
        "relay.example, 8377, false, tandem://relay.example:8377/K7QF-9M2P-XN4D",
        "::1, 443, true, tandem://[::1]:443/K7QF-9M2P-XN4D?tls=1"
    })
    void isWrittenAndReadsBackAsItself(String host, int port, boolean tls, String written) {
        InviteLink link = new InviteLink(host, port, CODE, tls);

        assertThat(link.format()).isEqualTo(written);
        assertThat(InviteLink.parse(written)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7QF-9M2P-XN4D",
                "tandem://",
                "tandem:///K7QF-9M2P-XN4D",
                "tandem://relay.example/",
                "tandem://relay.example/K7QF-9M2P",
                "tandem://relay.example:0/K7QF-9M2P-XN4D",
                "tandem://relay.example:65536/K7QF-9M2P-XN4D",
                "tandem://::1/K7QF-9M2P-XN4D",
                "tandem://[relay/K7QF-9M2P-XN4D",
                "tandem://user@relay/K7QF-9M2P-XN4D",
                "tandem://relay.example/more/K7QF-9M2P-XN4D",
                "http://relay.example/K7QF-9M2P-XN4D"
            })
    void isNothingElse(String given) {
        assertThat(InviteLink.parse(given)).isEmpty();
    }

    @Test
    void saysWhereTheRelayIs() {
        assertThat(new InviteLink("relay.example", 443, CODE, true).relayAddress())
                .isEqualTo("https://relay.example:443");
        assertThat(new InviteLink("::1", 8377, CODE, false).relayAddress())
                .isEqualTo("http://[::1]:8377");
    }

    @Test
    void keepsItsCodeOutOfLogs() {
        assertThat(new InviteLink("relay", 1, CODE, false).toString()).doesNotContain("K7QF");
    }

    @Test
    void needsAHostAndAPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InviteLink("two words", 1, CODE, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InviteLink("relay", 65_536, CODE, false));
    }
}
