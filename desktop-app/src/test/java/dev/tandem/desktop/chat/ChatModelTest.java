package dev.tandem.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChatModelTest {
    private final StillRoom room = new StillRoom();
    private final Participant ada = room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
    private final Participant mert = room.comes("Mert", Role.CANDIDATE, Presence.CONNECTED);
    private final Participant selin = room.comes("Selin", Role.SPECTATOR, Presence.CONNECTED);
    private final ChatModel model = new ChatModel(room, room);

    @Test
    void sendsWhatIsWrittenAndEmptiesTheField() {
        room.be(mert, SessionStatus.ACTIVE);
        model.draftProperty().set("Hello");
        assertThat(model.send()).isTrue();
        assertThat(room.asked).containsExactly("typing true", "say Hello", "typing false");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void sendsNothingBlankAndNothingTooLong() {
        room.be(mert, SessionStatus.ACTIVE);
        model.draftProperty().set(" \n ");
        assertThat(model.send()).isFalse();
        model.draftProperty().set("x".repeat(Limits.CHAT_LENGTH + 3));
        assertThat(model.send()).isFalse();
        assertThat(model.leftProperty().get()).isEqualTo("3 too many");
        assertThat(room.asked).noneMatch(asked -> asked.startsWith("say"));
    }

    @Test
    void speaksOfTheLimitOnlyNearIt() {
        model.draftProperty().set("x".repeat(Limits.CHAT_LENGTH - 400));
        assertThat(model.leftProperty().get()).isEmpty();
        model.draftProperty().set("x".repeat(Limits.CHAT_LENGTH - 12));
        assertThat(model.leftProperty().get()).isEqualTo("12 left");
    }

    @Test
    void saysWhyOneCannotWrite() {
        room.be(selin, SessionStatus.ACTIVE);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.promptProperty().get()).isEqualTo("You can read along");
        room.be(ada, SessionStatus.ENDED);
        assertThat(model.promptProperty().get()).isEqualTo("The chat is closed");
        room.be(ada, SessionStatus.WAITING);
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.promptProperty().get()).isEqualTo("Write to everyone");
    }

    @Test
    void saysWhoIsTyping() {
        room.typing.add(mert.participantId());
        assertThat(model.typingProperty().get()).isEqualTo("Mert is typing…");
        room.typing.add(ada.participantId());
        assertThat(model.typingProperty().get()).isEqualTo("Ada and Mert are typing…");
        room.typing.clear();
        assertThat(model.typingProperty().get()).isEmpty();
        assertThat(ChatModel.whoIsTyping(List.of("A", "B", "C"))).isEqualTo("3 people are typing…");
    }
}
