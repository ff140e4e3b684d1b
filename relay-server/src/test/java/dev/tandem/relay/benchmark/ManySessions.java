package dev.tandem.relay.benchmark;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.NewSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes interviews as they are: a program that grows by a few characters at a time, and people who
/// run it and talk about it. The same seed makes the same ones.
final class ManySessions {
    /// Stands in the code of every hundredth session, and nowhere else.
    static final String RARE = "heapify";

    private static final long FIRST_AT = 1_760_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final int PIECE = 8;
    private static final int MESSAGES = 30;
    private static final int PRINTED = 20;
    private static final List<String> WORDS =
            List.of(
                    "return", "index", "for", "in", "range", "node", "left", "right", "queue",
                    "value", "count", "result", "while", "tree", "key", "map", "list", "append",
                    "if", "not", "None", "self", "def", "items", "sorted", "total", "window");
    private static final List<String> LANGUAGES = List.of("python", "java", "go", "typescript");
    private static final List<String> NAMES =
            List.of("Mert Demir", "Jonas Weber", "Lea Martin", "Priya Raman", "Deniz Acar");

    private final Random random = new Random(42);
    private final int events;

    /// @param events of each session, or a few more
    ManySessions(int events) {
        this.events = events;
    }

    void make(Database database, int count) {
        for (int n = 0; n < count; n++) {
            SessionId id = new SessionId("bench-" + n);
            String hash = String.format(Locale.ROOT, "%064d", n);
            database.sessions()
                    .create(
                            new NewSession(
                                    id, null, List.of("team-" + n % 7), null, hash, List.of()),
                            log(n));
        }
    }

    private List<LoggedEvent> log(int n) {
        List<RoomEvent> log = new ArrayList<>();
        ParticipantId ada = new ParticipantId("ada");
        ParticipantId other = new ParticipantId("other");
        long at = FIRST_AT + n * HOUR;
        String language = LANGUAGES.get(n % LANGUAGES.size());
        log.add(new SessionCreated("Interview %d, %s".formatted(n, words(2)), language, 60));
        log.add(new DocumentOpened(DocumentId.MAIN, "main", language, ""));
        log.add(new PeerJoined(ada, "Ada Kaya", Role.INTERVIEWER, "#8250df", false));
        log.add(
                new PeerJoined(
                        other,
                        NAMES.get(n % NAMES.size()) + " " + n,
                        Role.CANDIDATE,
                        "#b65700",
                        false));
        log.add(new SessionStarted(at));
        write(n, log);
        log.add(new SessionEnded(at + HOUR, EndReason.ENDED_BY_INTERVIEWER, HOUR));
        List<LoggedEvent> logged = new ArrayList<>();
        for (RoomEvent event : log) {
            Seq seq = new Seq(logged.size() + 1L);
            long since = seq.value() * HOUR / log.size();
            logged.add(new LoggedEvent(seq, at + since, null, null, event));
        }
        return logged;
    }

    private void write(int n, List<RoomEvent> log) {
        String code = (n % 100 == 0 ? RARE + " " : "") + words(events * PIECE / 6);
        int edits = Math.min(events, code.length() / PIECE);
        for (int i = 0; i < edits; i++) {
            String piece = code.substring(i * PIECE, (i + 1) * PIECE);
            log.add(
                    new CodeUpdate(
                            DocumentId.MAIN,
                            new Revision(i + 1),
                            TextOperation.insert(i * PIECE, i * PIECE, piece),
                            List.of()));
            if (i % Math.max(1, edits / MESSAGES) == 0) {
                log.add(new ChatMessage(words(12)));
                run(log);
            }
        }
    }

    private void run(List<RoomEvent> log) {
        RunId run = new RunId("run-" + log.size());
        log.add(new RunStarted(run, DocumentId.MAIN, "python", new Revision(0), null, null));
        log.add(new CodeOutput(run, RunStream.STDOUT, words(PRINTED)));
        log.add(new RunFinished(run, 0, null, 40, null, null, false, null));
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 8 == 7 ? '\n' : ' ');
        }
        return words.toString().strip();
    }
}
