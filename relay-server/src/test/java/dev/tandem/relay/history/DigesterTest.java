package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.NewSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is looked for in an interview that is over.
class DigesterTest {
    private static final SessionId ID = new SessionId("talk");

    private final List<LoggedEvent> log = new ArrayList<>();

    private void at(long seconds, RoomEvent event) {
        log.add(
                new LoggedEvent(
                        new Seq(log.size() + 1L), 1_000_000 + seconds * 1_000, null, null, event));
    }

    private void edit(long seconds, int revision, TextOperation operation, String... deleted) {
        at(
                seconds,
                new CodeUpdate(
                        DocumentId.MAIN, new Revision(revision), operation, List.of(deleted)));
    }

    private String digest(Path folder) throws Exception {
        try (Database database = Database.open(folder)) {
            database.sessions()
                    .create(
                            new NewSession(ID, null, List.of(), null, "0".repeat(64), List.of()),
                            log);
            return Digester.digest(database.sessionLog(), ID).text();
        }
    }

    @Test
    void holdsWhatWasPrintedAndLinesThatStoodForAMinute(@TempDir Path folder) throws Exception {
        at(0, new SessionCreated("Talk", "java", null));
        at(0, new DocumentOpened(DocumentId.MAIN, "main", "java", ""));
        edit(1, 1, TextOperation.insert(0, 0, "Hasty\nkept\n"));
        edit(20, 2, TextOperation.delete(11, 0, 6), "Hasty\n");
        edit(30, 3, TextOperation.insert(5, 0, "Thought over\n"));
        edit(90, 4, TextOperation.delete(18, 0, 13), "Thought over\n");
        RunId run = new RunId("run");
        at(91, new RunStarted(run, DocumentId.MAIN, "java", new Revision(4), null, null));
        at(92, new CodeOutput(run, RunStream.STDERR, "NullPointerException"));
        at(93, new CodeOutput(run, RunStream.STDOUT, "x".repeat(70_000) + "Behind"));
        at(94, new SessionEnded(2_000_000, EndReason.ENDED_BY_INTERVIEWER, 0));

        String text = digest(folder);

        assertThat(text).contains("kept", "thought over", "nullpointerexception");
        assertThat(text).doesNotContain("hasty", "behind").hasSizeBetween(65_536, 66_000);
        assertThat(text.split("kept", -1)).hasSize(2); // what is there still is there once
    }
}
