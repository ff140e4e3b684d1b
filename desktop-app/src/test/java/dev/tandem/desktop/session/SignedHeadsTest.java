package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.session.SignedHeads.Trouble;
import dev.tandem.desktop.session.SignedHeads.Trouble.Kind;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import org.junit.jupiter.api.Test;

class SignedHeadsTest {
    private static final Head FIRST = head(5, "a", "1");
    private static final Head SECOND = head(9, "b", "1");

    private static Head head(long seq, String hash, String key) {
        return new Head(
                new Seq(seq),
                new ChainHash(hash.repeat(64)),
                seq,
                new RelayKey(key.repeat(64)),
                "0".repeat(128));
    }

    @Test
    void theNewestIsKept() {
        SignedHeads heads = SignedHeads.NONE.with(FIRST, true).with(SECOND, true);

        assertThat(heads).isEqualTo(new SignedHeads(SECOND, null));
        assertThat(heads.with(FIRST, true)).as("a relay that lost something").isEqualTo(heads);
        assertThat(heads.with(SECOND, true)).as("told again").isEqualTo(heads);
    }

    @Test
    void whatIsNotRightIsToldAndNothingIsTakenAfterIt() {
        SignedHeads heads = SignedHeads.NONE.with(FIRST, true);

        assertTrouble(heads, SECOND, false, Kind.NOT_SIGNED);
        assertTrouble(heads, head(9, "b", "2"), true, Kind.OTHER_KEY);
        assertTrouble(heads, head(5, "b", "1"), true, Kind.REWRITTEN);
        assertThat(SignedHeads.NONE.with(FIRST, false).newest()).isNull();
    }

    private static void assertTrouble(SignedHeads heads, Head head, boolean signed, Kind kind) {
        SignedHeads after = heads.with(head, signed);

        assertThat(after).isEqualTo(new SignedHeads(FIRST, new Trouble(head, kind)));
        assertThat(after.with(head(20, "c", "1"), true)).isEqualTo(after);
    }
}
