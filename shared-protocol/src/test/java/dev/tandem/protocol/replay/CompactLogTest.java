package dev.tandem.protocol.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.text.RandomTexts;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompactLogTest {

    static LongStream seeds() {
        return Seeds.fixedAndFresh(50);
    }

    /// Edits of all kinds, by anyone or no one, among other events, with numbers small and large.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itIsTheLogThatItWasMadeOf(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<LoggedEvent> log = new ArrayList<>();
        String text = RandomTexts.text(random, 20);
        long at = random.nextBoolean() ? 0 : 1_760_000_000_000L;
        for (int i = 0; i < 200; i++) {
            TextOperation operation =
                    random.nextInt(4) == 0
                            ? RandomTexts.operation(random, text)
                            : RandomTexts.edit(random, text, 3);
            at += random.nextInt(50) == 0 ? Integer.MAX_VALUE : random.nextInt(1_000);
            log.add(
                    new LoggedEvent(
                            new Seq(i + (random.nextInt(20) == 0 ? 1L << 40 : 1)),
                            at,
                            random.nextInt(5) == 0
                                    ? null
                                    : new ParticipantId("p" + random.nextInt(3)),
                            random.nextInt(5) == 0
                                    ? null
                                    : new CommandId(random.nextInt(9) == 0 ? 1L << 50 : i + 1),
                            event(random, text, operation)));
            text = operation.apply(text);
        }
        CompactLog compact = CompactLog.of(log);
        assertThat(compact).isEqualTo(log);
        assertThat(CompactLog.of(compact)).isSameAs(compact);
    }

    private static RoomEvent event(RandomGenerator random, String text, TextOperation operation) {
        if (random.nextInt(10) == 0) {
            return new RoomEvent.ChatMessage(RandomTexts.text(random, 5) + "!");
        }
        return new RoomEvent.CodeUpdate(
                new DocumentId(random.nextBoolean() ? "main" : "notes"),
                new Revision(random.nextInt(1, 1_000)),
                operation,
                random.nextInt(8) == 0 ? null : Text.of(text).deletedBy(operation),
                random.nextInt(8) == 0 ? List.of(new Revision(3)) : null);
    }

    @Test
    void anEmptyOneIsEmpty() {
        assertThat(CompactLog.of(List.of())).isEmpty();
    }
}
