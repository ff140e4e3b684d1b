package dev.tandem.protocol.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The fold holds whatever a log says: what does not fit changes nothing but the place in it.
class EvolutionTest {
    private static final ParticipantId NOBODY = new ParticipantId("nobody");
    private static final DocumentId NOTHING = new DocumentId("nothing");
    private static final RunId NO_RUN = new RunId("nothing");
    private static final RoomState ENDED = Rooms.of(SessionStatus.ENDED);

    static Stream<RoomEvent> misfits() {
        TextOperation insert = TextOperation.insert(6, 0, "a");
        return Stream.of(
                new RoomEvent.SessionCreated("Another", "c", 5),
                new RoomEvent.SessionStarted(9),
                new RoomEvent.SessionEnded(9, EndReason.EXPIRED, 9),
                new RoomEvent.PeerLeft(NOBODY, DepartureReason.LOST),
                new RoomEvent.PermissionsChanged(NOBODY, Permissions.NONE),
                new RoomEvent.DocumentOpened(DocumentId.MAIN, "main.py", "python", "other"),
                new RoomEvent.DocumentClosed(NOTHING),
                new RoomEvent.TestsChanged(NOTHING, List.of(new TestCase("a", "", "", false))),
                new RoomEvent.CodeOutput(NO_RUN, RunStream.STDOUT, "a"),
                new RoomEvent.RunInput(NO_RUN, "a", true),
                new RoomEvent.RunStopped(NO_RUN),
                new RoomEvent.TestFinished(NO_RUN, 0, "a", false, true, 0, 1L, "", "", null),
                new RoomEvent.RunFinished(NO_RUN, 0, null, 1, null, null, false, null),
                new RoomEvent.LanguageChanged(NOTHING, "c"),
                new RoomEvent.CodeUpdate(NOTHING, new Revision(1), insert, List.of()),
                edit(0, insert),
                edit(2, insert),
                edit(1, TextOperation.insert(7, 0, "a")),
                edit(1, TextOperation.insert(5, 0, "a")),
                new RoomEvent.CodeUpdate(
                        DocumentId.MAIN,
                        new Revision(1),
                        TextOperation.delete(6, 0, 1),
                        List.of("not x")),
                new RoomEvent.CodeUpdate(
                        DocumentId.MAIN, new Revision(1), insert, List.of("nothing is deleted")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitChangesNothingButThePlaceInTheLog(RoomEvent misfit) {
        RoomState after = Rooms.after(ENDED, NOBODY, misfit);
        assertThat(after).isEqualTo(ENDED.at(ENDED.seq().next(), ENDED.at() + 1000));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void nothingIsTooEarly(RoomEvent event) {
        assertThat(Rooms.after(RoomState.EMPTY, NOBODY, event).seq())
                .isEqualTo(RoomState.EMPTY.seq().next());
    }

    @Test
    void aStatusNeverGoesBack() {
        assertThat(Rooms.after(ENDED, null, new RoomEvent.SessionStarted(9)).status())
                .isEqualTo(SessionStatus.ENDED);
    }

    @Test
    void aClosedDocumentStaysClosed() {
        RoomState closed =
                Rooms.after(ENDED, Rooms.ADA, new RoomEvent.DocumentClosed(DocumentId.MAIN));
        RoomEvent again = new RoomEvent.DocumentOpened(DocumentId.MAIN, "main.py", "python", "");
        assertThat(Rooms.after(closed, Rooms.ADA, again).documents()).isEmpty();
    }

    private static RoomEvent edit(int revision, TextOperation operation) {
        return new RoomEvent.CodeUpdate(
                DocumentId.MAIN, new Revision(revision), operation, List.of());
    }
}
