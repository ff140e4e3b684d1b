package dev.tandem.desktop.benchmark;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import dev.tandem.relay.sessionlog.NewSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Past interviews of this computer, as many as are wanted: short ones, since a list shows no more
/// of a long one.
final class ManyInterviews {
    private static final long FIRST_AT = 1_760_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final int CODE_LINES = 120;
    private static final List<String> TITLES =
            List.of("Backend engineer, first talk", "Data engineer", "Front end, pair session");
    private static final List<String> LANGUAGES = List.of("python", "java", "go", "typescript");
    private static final List<String> NAMES =
            List.of("Mert Demir", "Jonas Weber", "Lea Martin", "Priya Raman", "Deniz Acar");

    private ManyInterviews() {}

    static void make(Path data, int count) throws DatabaseFailure {
        try (Database database = Database.open(data)) {
            for (int n = 0; n < count; n++) {
                SessionId id = new SessionId("past-" + n);
                String hash = String.format(Locale.ROOT, "%064d", n);
                List<String> tags = List.of("team-" + n % 7);
                database.sessions()
                        .create(new NewSession(id, null, tags, null, hash, List.of()), log(n));
            }
            try (Digests digests = new Digests(database.sessions(), database.sessionLog())) {
                while (!database.sessions().undigested().isEmpty()) {
                    digests.awaitMade();
                }
            }
        }
    }

    private static List<LoggedEvent> log(int n) {
        long at = FIRST_AT + n * HOUR;
        String language = LANGUAGES.get(n % LANGUAGES.size());
        String candidate = NAMES.get(n % NAMES.size());
        String title = TITLES.get(n % TITLES.size()) + ", " + n;
        List<RoomEvent> log =
                List.of(
                        new SessionCreated(title, language, 60),
                        new DocumentOpened(
                                DocumentId.MAIN, "main", language, LongProgram.text(CODE_LINES)),
                        joined("ada", "Ada Kaya", Role.INTERVIEWER),
                        joined("other", candidate, Role.CANDIDATE),
                        new SessionStarted(at),
                        new ChatMessage("Shall we begin?"),
                        new SessionEnded(at + HOUR, EndReason.ENDED_BY_INTERVIEWER, HOUR));
        List<LoggedEvent> logged = new ArrayList<>();
        for (RoomEvent event : log) {
            Seq seq = new Seq(logged.size() + 1L);
            logged.add(new LoggedEvent(seq, at + seq.value(), null, null, event));
        }
        return logged;
    }

    private static PeerJoined joined(String id, String name, Role role) {
        return new PeerJoined(new ParticipantId(id), name, role, "#8250df", false);
    }
}
