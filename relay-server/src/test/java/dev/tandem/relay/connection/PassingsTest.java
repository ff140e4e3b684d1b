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
    private final Passings passings = new Passings();
    private final List<Passing> gone = new ArrayList<>();
    private int room;

    private void pass(Passing passing) {
        passings.pass((_, p) -> room-- > 0 && gone.add(p), null, passing);
    }

    private void goOn(int newRoom) {
        room = newRoom;
        passings.goOn((_, p) -> room-- > 0 && gone.add(p));
    }

    private static Passing cursor(String doc, int at) {
        return new Cursor(new DocumentId(doc), Revision.ZERO, List.of(new Selection(at, at)));
    }

    @Test
    void goAtOnceAsLongAsThereIsRoom() {
        room = 100;
        for (int i = 0; i < 100; i++) {
            pass(cursor("main", i));
            assertThat(gone).hasSize(i + 1);
        }
    }

    @Test
    void ofTooManyTheNewestGoesOn() {
        room = 10;
        for (int i = 0; i < 1_000; i++) {
            pass(cursor("main", i));
        }
        assertThat(gone).hasSize(10);
        goOn(0);
        assertThat(gone).hasSize(10);
        goOn(5);
        assertThat(gone).hasSize(11).endsWith(cursor("main", 999));
        goOn(5);
        assertThat(gone).hasSize(11);
    }

    @Test
    void oneTopicDoesNotPushOutAnother() {
        for (int i = 0; i < 20; i++) {
            pass(cursor("main", i));
            pass(cursor("other", i));
            pass(new Typing(i % 2 == 0));
        }
        goOn(10);
        assertThat(gone)
                .containsExactly(cursor("main", 19), cursor("other", 19), new Typing(false));
    }

    @Test
    void topicsWithoutEndTakeNoMemoryWithoutEnd() {
        for (int i = 0; i < 10_000; i++) {
            pass(cursor("doc" + i, i));
        }
        goOn(10_000);
        assertThat(gone).hasSize(64).endsWith(cursor("doc9999", 9_999));
    }
}
