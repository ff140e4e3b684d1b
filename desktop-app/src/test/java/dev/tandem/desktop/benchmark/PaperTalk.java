package dev.tandem.desktop.benchmark;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.PersonColors;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.PaperTrace;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.protocol.wire.SessionFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A session of two people who wrote a paper in an hour: its edits are a recorded paper's, each of
/// two people in turn has a thousand of them, and after each thousand somebody says something.
final class PaperTalk {
    private static final long CREATED = 1_760_000_000_000L;
    private static final double MS_EACH = 3_600_000 / 260_000.0;
    private static final int TURN = 1_000;
    private static final List<ParticipantId> PEOPLE =
            List.of(new ParticipantId("ada"), new ParticipantId("mert"));

    private final List<LoggedEvent> log = new ArrayList<>();

    private PaperTalk() {}

    /// Writes it as a relay exports it.
    static void write(Path file) throws IOException {
        PaperTalk talk = new PaperTalk();
        talk.begin();
        RoomState begun = RoomRules.fold(talk.log);
        talk.writePaper();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.append(
                    SessionFile.header(
                            new SessionSummary(
                                    new SessionId("paper"),
                                    begun.session(),
                                    "text",
                                    List.of(),
                                    List.of())));
            for (LoggedEvent event : talk.log) {
                out.append('\n').append(MessageCodec.write(event));
            }
        }
    }

    private void begin() {
        add(0, new RoomEvent.SessionCreated("A paper", "text", null));
        add(0, new RoomEvent.DocumentOpened(DocumentId.MAIN, "main", "text", ""));
        for (int i = 0; i < PEOPLE.size(); i++) {
            Role role = i == 0 ? Role.INTERVIEWER : Role.CANDIDATE;
            add(
                    i,
                    new RoomEvent.PeerJoined(
                            PEOPLE.get(i), "P" + i, role, PersonColors.of(i), false));
        }
        add(0, new RoomEvent.SessionStarted(CREATED));
    }

    private void writePaper() {
        Text text = Text.of("");
        int revision = 0;
        for (TextOperation operation : PaperTrace.load().operations()) {
            int turn = revision / TURN % PEOPLE.size();
            revision++;
            add(
                    turn,
                    new RoomEvent.CodeUpdate(
                            DocumentId.MAIN,
                            new Revision(revision),
                            operation,
                            text.deletedBy(operation)));
            text = text.apply(operation);
            if (revision % TURN == 0) {
                add(turn, new RoomEvent.ChatMessage("That was part " + revision / TURN));
            }
        }
    }

    private void add(int person, RoomEvent event) {
        int seq = log.size() + 1;
        log.add(
                new LoggedEvent(
                        new Seq(seq),
                        CREATED + (long) (seq * MS_EACH),
                        PEOPLE.get(person),
                        new CommandId(seq),
                        event));
    }
}
