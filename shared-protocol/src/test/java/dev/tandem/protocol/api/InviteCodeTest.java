package dev.tandem.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteCodeTest {
    private static final InviteCode CODE = new InviteCode("K7QF9M2PXN4D");

    @Test
    void isWrittenInGroupsOfFour() {
        assertThat(CODE.format()).isEqualTo("K7QF-9M2P-XN4D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7QF-9M2P-XN4D",
                "k7qf9m2pxn4d",
                "  K7QF 9m2p\u00a0XN4D\n",
                "K7QF–9M2P—XN4D",
                "tandem://relay.example/K7QF-9M2P-XN4D",
                "TANDEM://[::1]:8377/k7qf9m2pxn4d?tls=1"
            })
    void isReadHoweverItIsWritten(String given) {
        assertThat(InviteCode.parse(given)).contains(CODE);
    }

    @Test
    void takesLettersThatLookLikeDigitsForThem() {
        assertThat(InviteCode.parse("iIlL-oO00-XN4D")).contains(new InviteCode("11110000XN4D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "K7QF-9M2P-XN4",
                "K7QF-9M2P-XN4DD",
                "U7QF-9M2P-XN4D",
                "K7QF_9M2P_XN4D",
                "tandem://relay.example/",
                "https://relay.example/K7QF-9M2P-XN4D"
            })
    void isNotFoundInAnythingElse(String given) {
        assertThat(InviteCode.parse(given)).isEmpty();
    }

    @Test
    void spellsSixtyBitsFromTheHighestDown() {
        assertThat(InviteCode.ofBits(0).value()).isEqualTo("000000000000");
        assertThat(InviteCode.ofBits(-1).value()).isEqualTo("ZZZZZZZZZZZZ");
        assertThat(InviteCode.ofBits((10L << 55) | 17).value()).isEqualTo("A0000000000H");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCodeReadsBackAsItself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            InviteCode code = InviteCode.ofBits(random.nextLong());

            assertThat(InviteCode.parse(code.format())).contains(code);
        }
    }

    @Test
    void keepsItsCharactersOutOfLogs() {
        assertThat(CODE.toString()).doesNotContain("K7QF");
    }

    @Test
    void isNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InviteCode("k7qf9m2pxn4d"));
    }
}
