package dev.tandem.relay.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.text.Selection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassingsTest {
    private final Passings passings = new Passings(10);
    private final List<Passing> gone = new ArrayList<>();
    private boolean full;

    private void pass(Passing passing, long now) {
        passings.pass((_, p) -> !full && gone.add(p), null, passing, now);
    }

    private void goOn(long now) {
        passings.goOn((_, p) -> !full && gone.add(p), now);
    }

    private static Passing cursor(String doc, int at) {
        return new Cursor(new DocumentId(doc), Revision.ZERO, List.of(new Selection(at, at)));
    }

    @Test
    void goAtOnceAsLongAsTheyAreFew() {
        for (int i = 0; i < 100; i++) {
            pass(cursor("main", i), i * 100L);
            assertThat(gone).hasSize(i + 1);
        }
    }

    @Test
    void ofTooManyTheNewestGoesOn() {
        for (int i = 0; i < 1_000; i++) {
            pass(cursor("main", i), 0);
        }
        assertThat(gone).hasSize(10);
        goOn(99);
        assertThat(gone).hasSize(10);
        goOn(100);
        assertThat(gone).hasSize(11).endsWith(cursor("main", 999));
        goOn(10_000);
        assertThat(gone).hasSize(11);
    }

    @Test
    void oneTopicDoesNotPushOutAnother() {
        for (int i = 0; i < 20; i++) {
            pass(cursor("main", i), 0);
            pass(cursor("other", i), 0);
            pass(new Typing(i % 2 == 0), 0);
        }
        goOn(1_000);
        assertThat(gone.subList(10, gone.size()))
                .containsExactly(cursor("main", 19), cursor("other", 19), new Typing(false));
    }

    @Test
    void whatTheRoomCannotTakeWaits() {
        full = true;
        pass(cursor("main", 1), 0);
        pass(cursor("main", 2), 0);
        assertThat(gone).isEmpty();
        full = false;
        goOn(0);
        assertThat(gone).containsExactly(cursor("main", 2));
    }

    @Test
    void topicsWithoutEndTakeNoMemoryWithoutEnd() {
        for (int i = 0; i < 10_000; i++) {
            pass(cursor("doc" + i, i), 0);
        }
        for (int second = 1; second < 1_000; second++) {
            goOn(second * 1_000L);
        }
        assertThat(gone).hasSize(10 + 64).endsWith(cursor("doc9999", 9_999));
    }
}
