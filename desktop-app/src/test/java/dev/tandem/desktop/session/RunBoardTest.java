package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.Runs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunBoardTest {
    private static final RunId RUN = new RunId("r");
    private static final RoomEvent STARTED =
            new RoomEvent.RunStarted(RUN, DocumentId.MAIN, "python", new Revision(1), null, null);
    private static final RoomEvent FINISHED =
            new RoomEvent.RunFinished(RUN, 0, null, 5, null, null, false, null);

    private RunBoard board = RunBoard.EMPTY;
    private Runs room = Runs.keeping(Limits.OUTPUT_KEPT);
    private long seq;

    @Test
    void whoComesLaterKnowsTheEndOfWhatWasPrinted() {
        happen(STARTED, printed("a".repeat(Limits.OUTPUT_KEPT)), printed("the end"), FINISHED);
        Run late = run(RunBoard.EMPTY.found(room.all()));
        assertThat(run(board).transcript().cut()).isFalse();
        assertThat(late.transcript().cut()).isTrue();
        assertThat(late.transcript().parts().getLast().text()).isEqualTo("the end");
        assertThat(late.finished()).isEqualTo(run(board).finished());
    }

    @Test
    void whatWasSeenToItsEndIsNotForgottenWhenTheRoomIsFoundAgain() {
        happen(STARTED, printed("a".repeat(2 * Limits.OUTPUT_KEPT)), FINISHED);
        assertThat(run(board.found(room.all()))).isEqualTo(run(board));
    }

    @Test
    void whatWentOnMeanwhileIsTakenFromTheRoom() {
        happen(STARTED, printed("a"));
        RunBoard before = board;
        happen(printed("b"), FINISHED);
        assertThat(run(before.found(room.all()))).isEqualTo(run(board));
    }

    @Test
    void progressEndsWithTheRun() {
        happen(STARTED);
        RunProgressed running = new RunProgressed(1, RUN, RunPhase.RUNNING, null, 10_000L);
        board = board.progressed(running);
        assertThat(board.progress(RUN)).isEqualTo(running);
        happen(FINISHED);
        assertThat(board.progress(RUN)).isNull();
        assertThat(board.progressed(running).progress(RUN)).isNull();
    }

    @Test
    void whatIsNotAboutRunsChangesNothing() {
        happen(STARTED);
        RunBoard before = board;
        happen(new RoomEvent.ChatMessage("Hello"));
        assertThat(board).isSameAs(before);
    }

    private void happen(RoomEvent... events) {
        for (RoomEvent event : List.of(events)) {
            LoggedEvent logged =
                    new LoggedEvent(new Seq(++seq), seq, new ParticipantId("mert"), null, event);
            board = board.happened(logged);
            room = room.evolve(logged);
        }
    }

    private static RoomEvent printed(String text) {
        return new RoomEvent.CodeOutput(RUN, RunStream.STDOUT, text);
    }

    private static Run run(RunBoard board) {
        return Objects.requireNonNull(board.runs().get(RUN));
    }
}
