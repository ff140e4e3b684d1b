package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.InviteCode;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void tokensAre256BitsAndNeverTheSame() {
        assertThat(Stream.generate(Secrets::newToken).limit(1000))
                .doesNotHaveDuplicates()
                .allMatch(token -> Base64.getUrlDecoder().decode(token).length == 32);
    }

    @Test
    void idsAndCodesAreNeverTheSame() {
        assertThat(Stream.generate(Secrets::newId).limit(1000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(Secrets::newInviteCode).limit(1000)).doesNotHaveDuplicates();
    }

    @Test
    void aHashIsSha256InHex() {
        assertThat(Secrets.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Secrets.hash(new InviteCode("K7QF9M2PXN4D")))
                .isEqualTo(Secrets.hash("K7QF9M2PXN4D"));
    }
}
