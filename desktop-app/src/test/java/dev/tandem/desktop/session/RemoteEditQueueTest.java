package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteEditQueueTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final RemoteEditQueue queue = new RemoteEditQueue();
    private final List<RemoteEdit> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        queue.onRemoteEdit(heard::add);
    }

    @Test
    void whatOnePersonDidIsOneChange() {
        queue.add(TextOperation.insert(0, 0, "a"), ADA);
        queue.add(TextOperation.insert(1, 1, "b"), ADA);
        queue.add(TextOperation.insert(2, 2, "c"), ADA);

        queue.show();

        assertThat(heard).containsExactly(new RemoteEdit(TextOperation.insert(0, 0, "abc"), ADA));
    }

    @Test
    void whatSeveralDidKeepsItsOrder() {
        queue.add(TextOperation.insert(0, 0, "a"), ADA);
        queue.add(TextOperation.insert(1, 1, "m"), MERT);
        queue.add(TextOperation.insert(2, 2, "x"), null);
        queue.add(TextOperation.insert(3, 3, "b"), ADA);

        queue.show();

        assertThat(heard).extracting(RemoteEdit::by).containsExactly(ADA, MERT, null, ADA);
        String text = "";
        for (RemoteEdit edit : heard) {
            text = edit.operation().apply(text);
        }
        assertThat(text).isEqualTo("amxb");
    }

    @Test
    void whatChangesNothingIsNotTold() {
        queue.add(TextOperation.identity(4), ADA);

        queue.show();
        queue.show();

        assertThat(heard).isEmpty();
    }
}
