package dev.tandem.relay.coderun.output;

import static dev.tandem.protocol.role.RunStream.STDERR;
import static dev.tandem.protocol.role.RunStream.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.coderun.output.Coalescer.Piece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    private static final long MS = 1_000_000;
    private final Coalescer coalescer = new Coalescer(0);

    @Test
    void theFirstAfterAPauseGoesAtOnce() {
        coalescer.add(STDOUT, "a");
        assertThat(coalescer.take(0)).isEqualTo(new Piece(STDOUT, "a"));
        coalescer.add(STDOUT, "b");
        assertThat(coalescer.take(49 * MS)).isNull();
        assertThat(coalescer.delay(10 * MS)).isEqualTo(40 * MS);
        coalescer.add(STDOUT, "c");
        assertThat(coalescer.take(50 * MS)).isEqualTo(new Piece(STDOUT, "bc"));
        assertThat(coalescer.isEmpty()).isTrue();
        coalescer.add(STDOUT, "d");
        assertThat(coalescer.take(900 * MS)).isEqualTo(new Piece(STDOUT, "d"));
    }

    @Test
    void aChattyProgramMakesTwentyPiecesASecond() {
        List<Piece> pieces = new ArrayList<>();
        for (long now = 0; now < 2_000 * MS; now += MS) {
            coalescer.add(STDOUT, "x");
            Piece piece = coalescer.take(now);
            if (piece != null) {
                pieces.add(piece);
            }
        }
        assertThat(pieces).hasSize(40).allMatch(piece -> piece.text().length() <= 50);
    }

    @Test
    void bothStreamsGoByTurns() {
        coalescer.add(STDOUT, "a");
        coalescer.add(STDERR, "e");
        coalescer.add(STDOUT, "b");
        assertThat(coalescer.take(0)).isEqualTo(new Piece(STDOUT, "ab"));
        coalescer.add(STDOUT, "c");
        assertThat(coalescer.take(50 * MS)).isEqualTo(new Piece(STDERR, "e"));
        assertThat(coalescer.take(100 * MS)).isEqualTo(new Piece(STDOUT, "c"));
    }

    @Test
    void aLongTextGoesInPiecesThatSplitNoCharacter() {
        String text = "x" + "😀".repeat(Coalescer.LONGEST);
        coalescer.add(STDOUT, text);
        StringBuilder all = new StringBuilder();
        for (long now = 0; !coalescer.isEmpty(); now += Coalescer.GAP) {
            Piece piece = coalescer.take(now);
            assertThat(piece.text().length()).isBetween(1, Coalescer.LONGEST);
            assertThat(Character.isHighSurrogate(piece.text().charAt(piece.text().length() - 1)))
                    .isFalse();
            all.append(piece.text());
        }
        assertThat(all.toString()).isEqualTo(text);
    }
}
