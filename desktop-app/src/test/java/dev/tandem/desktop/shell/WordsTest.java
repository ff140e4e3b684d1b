package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ClosedReason;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Connecting;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;
import dev.tandem.desktop.session.TextState;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import org.junit.jupiter.api.Test;

/// What the room says of itself.
final class WordsTest {
    private static final long NOW = 1_000_000;
    private static final Reconnecting LOST = new Reconnecting(NOW + 2_100, 1, "No answer.");
    private static final Closed REPLACED =
            new Closed(ClosedReason.REPLACED, "You are here in another window.");

    private final StillRoom room = new StillRoom();
    private final Participant ada = room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
    private final Participant mert = room.comes("Mert", Role.CANDIDATE, Presence.CONNECTED);
    private final Participant selin = room.comes("Selin", Role.SPECTATOR, Presence.CONNECTED);

    @Test
    void theConnectionInWords() {
        assertThat(connection(new Connecting())).isEqualTo("Connecting…");
        assertThat(connection(new Live(Live.UNKNOWN))).isEqualTo("Live");
        assertThat(connection(new Live(18))).isEqualTo("Live, 18 ms");
        assertThat(connection(LOST)).isEqualTo("Reconnecting in 3 s");
        assertThat(connection(REPLACED)).isEqualTo("Closed");
        assertThat(ConnectionWords.of(new Live(18), SessionStatus.ENDED, NOW).words())
                .isEqualTo("Ended");
    }

    @Test
    void thereIsSomethingToHurryUpWhileOneWaits() {
        assertThat(ConnectionWords.of(LOST, SessionStatus.ACTIVE, NOW).mayRetry()).isTrue();
        ConnectionWords due = ConnectionWords.of(LOST, SessionStatus.ACTIVE, NOW + 2_100);
        assertThat(due).isEqualTo(new ConnectionWords(Tone.WARN, "Reconnecting…", false));
    }

    @Test
    void theTextInWords() {
        assertThat(text(TextState.IN_SYNC, false, new Live(18))).isEqualTo("In sync");
        assertThat(text(TextState.IN_SYNC, true, new Live(18))).isEqualTo("Saving…");
        assertThat(text(TextState.IN_SYNC, false, LOST)).isEqualTo("Saved");
        assertThat(text(TextState.IN_SYNC, true, LOST)).isEqualTo("Not sent yet");
        assertThat(text(TextState.RESYNCING, true, LOST)).isEqualTo("Resyncing…");
        assertThat(text(TextState.RESYNCING, true, new Live(18))).isEqualTo("Resyncing…");
        assertThat(text(TextState.REPAIRED, false, new Live(18))).isEqualTo("Repaired");
        assertThat(text(TextState.REPAIRED, true, new Live(18))).isEqualTo("Saving…");
        assertThat(text(TextState.RESYNCING, true, REPLACED)).isEqualTo("Not sent yet");
    }

    @Test
    void theStatusNeverSaysLiveWithoutAConnection() {
        assertThat(StatusWords.of(new Live(18), SessionStatus.ACTIVE).word()).isEqualTo("Live");
        assertThat(StatusWords.of(new Live(18), SessionStatus.WAITING).word()).isEqualTo("Waiting");
        assertThat(StatusWords.of(LOST, SessionStatus.ACTIVE).word()).isEqualTo("Offline");
        assertThat(StatusWords.of(LOST, SessionStatus.ENDED).word()).isEqualTo("Ended");
        assertThat(StatusWords.of(REPLACED, SessionStatus.ACTIVE).word()).isEqualTo("Closed");
    }

    @Test
    void nothingIsSaidWhereEverythingIsAsUsual() {
        room.be(mert, SessionStatus.ACTIVE);
        assertThat(RoomNotice.of(room)).isNull();
        room.be(ada, SessionStatus.WAITING);
        assertThat(RoomNotice.of(room)).isNull();
    }

    @Test
    void whoCannotWriteIsToldWhy() {
        room.be(mert, SessionStatus.WAITING);
        assertThat(notice())
                .isEqualTo("You can write as soon as the interviewer starts the interview.");
        room.be(selin, SessionStatus.ACTIVE);
        assertThat(notice()).isEqualTo("You are watching: you can read along.");
        room.be(mert, SessionStatus.ACTIVE);
        room.may.set(java.util.Set.of());
        assertThat(notice()).isEqualTo("The interviewer lets you read along at the moment.");
    }

    @Test
    void whatMattersMostIsSaidFirst() {
        room.be(mert, SessionStatus.ACTIVE);
        room.connection.set(LOST);
        assertThat(notice()).isEqualTo("You are offline. Keep typing; it will be sent.");
        room.textState.set(TextState.RESYNCING);
        assertThat(notice())
                .isEqualTo(
                        "Your text differs from the relay's and is being put right."
                                + " Keep typing; nothing is lost.");
        room.be(mert, SessionStatus.ENDED);
        assertThat(notice()).isEqualTo("The interview has ended. You can still read everything.");
        room.connection.set(REPLACED);
        assertThat(RoomNotice.of(room))
                .isEqualTo(new RoomNotice(Tone.BAD, "You are here in another window.", true));
    }

    private String notice() {
        RoomNotice notice = RoomNotice.of(room);
        return notice == null ? "" : notice.sentence();
    }

    private static String text(TextState text, boolean unsent, ConnectionStatus status) {
        return TextWords.of(text, unsent, status).word();
    }

    private static String connection(ConnectionStatus status) {
        return ConnectionWords.of(status, SessionStatus.ACTIVE, NOW).words();
    }
}
