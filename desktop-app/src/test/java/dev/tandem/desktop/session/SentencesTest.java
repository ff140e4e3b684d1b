package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final RoomState room =
            evolve(
                    evolve(RoomState.EMPTY, 1, joined(ADA, "Ada", Role.INTERVIEWER, false)),
                    2,
                    joined(MERT, "Mert", Role.CANDIDATE, false));

    @Test
    void comingsAndGoings() {
        assertThat(said(joined(MERT, "Mert", Role.CANDIDATE, false), null))
                .isEqualTo("Mert joined");
        assertThat(said(joined(MERT, "Selin", Role.SPECTATOR, false), null))
                .isEqualTo("Selin joined to watch");
        assertThat(said(joined(MERT, "Mert", Role.CANDIDATE, true), null))
                .isEqualTo("Mert is back");
        assertThat(said(new PeerLeft(MERT, DepartureReason.LOST), null))
                .isEqualTo("Mert lost the connection");
        assertThat(said(new PeerLeft(MERT, DepartureReason.LEFT), null)).isEqualTo("Mert left");
        assertThat(said(new PeerLeft(MERT, DepartureReason.REMOVED), null))
                .isEqualTo("Mert was removed");
    }

    @Test
    void oneselfIsSpokenTo() {
        assertThat(said(new PeerLeft(ADA, DepartureReason.LOST), null))
                .isEqualTo("You lost the connection");
        assertThat(said(joined(ADA, "Ada", Role.INTERVIEWER, true), null))
                .isEqualTo("You are back");
        assertThat(said(new SessionStarted(5), ADA)).isEqualTo("You started the interview");
    }

    @Test
    void theSession() {
        assertThat(said(new SessionStarted(5), null)).isEqualTo("The interview has started");
        assertThat(said(ended(EndReason.ENDED_BY_INTERVIEWER), MERT))
                .isEqualTo("Mert ended the interview");
        for (EndReason reason : EndReason.values()) {
            assertThat(said(ended(reason), null)).startsWith("The interview ").doesNotEndWith(".");
        }
    }

    @Test
    void permissionsOnlyWhereWritingChanges() {
        assertThat(said(new PermissionsChanged(MERT, new Permissions(false, true)), ADA))
                .isEqualTo("Mert can only read");
        assertThat(said(new PermissionsChanged(MERT, new Permissions(true, false)), ADA)).isNull();
    }

    private String said(RoomEvent event, ParticipantId by) {
        return new Sentences(ADA, room).of(logged(9, by, event));
    }

    private static SessionEnded ended(EndReason reason) {
        return new SessionEnded(9, reason, 4);
    }

    private static PeerJoined joined(ParticipantId id, String name, Role role, boolean resumed) {
        return new PeerJoined(id, name, role, "#8250df", resumed);
    }

    private static RoomState evolve(RoomState state, long seq, RoomEvent event) {
        return RoomRules.evolve(state, logged(seq, null, event));
    }

    private static LoggedEvent logged(long seq, ParticipantId by, RoomEvent event) {
        return new LoggedEvent(new Seq(seq), seq, by, null, event);
    }
}
