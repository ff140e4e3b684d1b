package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.role.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeatTest {
    private static final RoomSettings THREE_WAIT =
            new RoomSettings(
                    10,
                    Duration.ofMinutes(2),
                    Duration.ofHours(24),
                    Duration.ofSeconds(6),
                    3,
                    20,
                    100,
                    1,
                    5,
                    50,
                    null);

    @Test
    void noMoreThanTheConfiguredNumberOfCommandsWaitsForItsRoom() {
        Seat seat =
                new Seat(
                        new Mailbox(), // nobody takes what is in it
                        THREE_WAIT.commandsWaiting(),
                        new Paces(THREE_WAIT, new ManualTime(0)),
                        new Entry.Newcomer(
                                new ParticipantId("ada"), "Ada", Role.INTERVIEWER, "t", true, null),
                        new Listener());

        for (int i = 0; i < 3; i++) {
            assertThat(seat.offer(null, new Typing(true))).isTrue();
        }
        assertThat(seat.offer(null, new Typing(true))).isFalse();

        seat.heard();
        assertThat(seat.offer(null, new Typing(true))).isTrue();
        assertThat(seat.offer(null, new Typing(true))).isFalse();
    }
}
