package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowTest {
    private final StillRoom room = new StillRoom();
    private final Participant ada = room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
    private final Participant mert = room.comes("Mert", Role.CANDIDATE, Presence.CONNECTED);
    private final Participant deniz = room.comes("Deniz", Role.INTERVIEWER, Presence.LOST);
    private final Participant selin = room.comes("Selin", Role.SPECTATOR, Presence.CONNECTED);
    private Follow follow = new Follow(room);

    @BeforeEach
    void sitDown() {
        room.be(ada, SessionStatus.ACTIVE);
        follow = new Follow(room);
    }

    @Test
    void thoseOfTheOthersCanBeFollowedWhoCanHaveACaret() {
        assertThat(room.people().filtered(follow::offers)).containsExactly(mert, deniz);
        assertThat(follow.offers(selin)).isFalse();
    }

    @Test
    void oneIsFollowedAtATime() {
        assertThat(follow.followedProperty().get()).isNull();

        follow.toggle(mert.participantId());
        assertThat(follow.followedProperty().get()).isEqualTo(mert.participantId());
        follow.toggle(deniz.participantId());
        assertThat(follow.followedProperty().get()).isEqualTo(deniz.participantId());
        follow.toggle(deniz.participantId());

        assertThat(follow.followedProperty().get()).isNull();
    }

    @Test
    void itEndsWhenTheyLeaveForGood() {
        follow.toggle(mert.participantId());

        room.people.remove(selin);
        assertThat(follow.followedProperty().get()).isEqualTo(mert.participantId());
        room.people.remove(mert);

        assertThat(follow.followedProperty().get()).isNull();
    }

    @Test
    void itOutlastsALostConnection() {
        follow.toggle(mert.participantId());

        room.people.set(
                room.people.indexOf(mert),
                new Participant(
                        mert.participantId(),
                        mert.name(),
                        mert.role(),
                        mert.color(),
                        Presence.LOST,
                        mert.permissions(),
                        mert.lastId()));

        assertThat(follow.followedProperty().get()).isEqualTo(mert.participantId());
    }

    @Test
    void nothingOfItIsSaidToTheRelay() {
        follow.toggle(mert.participantId());
        follow.stop();

        assertThat(room.asked).isEmpty();
    }
}
