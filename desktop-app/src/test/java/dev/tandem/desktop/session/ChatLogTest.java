package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatLogTest {
    private static final ParticipantId ME = new ParticipantId("me");
    private static final ParticipantId ADA = new ParticipantId("ada");

    private final ChatLog chat = new ChatLog();

    @Test
    void onesOwnMessageIsThereAtOnceAndConfirmedInItsPlace() {
        chat.sending(ME, "Hello", 5);
        assertThat(chat.lines()).containsExactly(new Message(5, ME, "Hello", Delivery.PENDING));

        happened(message(1, ME, "Hello"));
        assertThat(chat.lines()).containsExactly(confirmed(1, ME, "Hello"));
    }

    @Test
    void whatHappensMeanwhileStandsBeforeWhatIsOnItsWay() {
        chat.sending(ME, "Hello", 5);
        happened(message(1, ADA, "Hi"));
        chat.happened(event(2, ADA, new SessionStarted(20)), ME, "Ada started the interview");
        happened(message(3, ME, "Hello"));

        assertThat(chat.lines())
                .containsExactly(
                        confirmed(1, ADA, "Hi"),
                        new Notice(20, "Ada started the interview"),
                        confirmed(3, ME, "Hello"));
    }

    @Test
    void theSameTextTwiceIsTwoMessages() {
        chat.sending(ME, "yes", 5);
        chat.sending(ME, "yes", 6);
        happened(message(1, ME, "yes"));

        assertThat(chat.lines())
                .containsExactly(
                        confirmed(1, ME, "yes"), new Message(6, ME, "yes", Delivery.PENDING));
    }

    @Test
    void whatWasRefusedIsNotLost() {
        chat.sending(ME, "too late", 5);
        chat.refused("too late");

        assertThat(chat.lines()).containsExactly(new Message(5, ME, "too late", Delivery.REFUSED));
    }

    @Test
    void theRoomIsFoundWithItsChatAndItsStart() {
        List<LoggedEvent> found = List.of(message(3, ADA, "Welcome"), message(7, ADA, "Go"));
        SessionFacts facts = facts(50L, null);

        chat.found(found, facts, ME);

        assertThat(chat.lines())
                .containsExactly(
                        confirmed(3, ADA, "Welcome"),
                        new Notice(50, "The interview has started"),
                        confirmed(7, ADA, "Go"));
    }

    @Test
    void whatWasMissedIsAddedToWhatIsThere() {
        chat.sending(ME, "Hello", 5);
        happened(message(3, ADA, "Welcome"));
        chat.happened(event(4, ADA, new SessionStarted(40)), ME, "Ada started the interview");

        List<LoggedEvent> found =
                List.of(
                        message(3, ADA, "Welcome"),
                        message(5, ME, "Hello"),
                        message(7, ADA, "Bye"));
        chat.found(found, facts(40L, 80L), ME);

        assertThat(chat.lines())
                .containsExactly(
                        confirmed(3, ADA, "Welcome"),
                        new Notice(40, "Ada started the interview"),
                        confirmed(5, ME, "Hello"),
                        confirmed(7, ADA, "Bye"),
                        new Notice(80, "The interview has ended"));
    }

    private void happened(LoggedEvent logged) {
        chat.happened(logged, ME, null);
    }

    private static LoggedEvent message(long seq, ParticipantId by, String text) {
        return event(seq, by, new ChatMessage(text));
    }

    private static LoggedEvent event(long seq, ParticipantId by, RoomEvent event) {
        return new LoggedEvent(new Seq(seq), seq * 10, by, null, event);
    }

    private static Message confirmed(long seq, ParticipantId by, String text) {
        return new Message(seq * 10, by, text, Delivery.CONFIRMED);
    }

    private static SessionFacts facts(Long startedAt, Long endedAt) {
        return new SessionFacts("A talk", SessionStatus.ACTIVE, 0, startedAt, endedAt, null, null);
    }
}
