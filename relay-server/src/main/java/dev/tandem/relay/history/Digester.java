package dev.tandem.relay.history;

import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.wire.EventCodec;
import dev.tandem.relay.sessionlog.Digest;
import dev.tandem.relay.sessionlog.SessionLog;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a log up to the session's end: its size, and what is looked for in it, namely what was
/// said, each document as it was left and as it was handed in, what programs printed first, and
/// lines that stood in a document for a minute. For one thread.
final class Digester {
    private static final int READ_AT_ONCE = 2_000;

    /// UTF-16 code units: more of one session is not looked through.
    private static final int LONGEST = 1 << 20;

    /// UTF-16 code units of what programs printed.
    private static final int OUTPUT = 64 << 10;

    /// UTF-16 code units of lines that were taken out of the documents.
    private static final int TAKEN_OUT = 64 << 10;

    /// How often is looked what stands in the documents.
    private static final long GLANCE_MS = 60_000;

    private final StringBuilder said = new StringBuilder();
    private final StringBuilder printed = new StringBuilder();
    private final Set<String> code = new LinkedHashSet<>();
    private final Set<String> lines = new LinkedHashSet<>();
    private final Map<DocumentId, Revision> seen = new HashMap<>();
    private long glancedAt;
    private RoomState state = RoomState.EMPTY;
    private long bytes;
    private int runs;
    private int submissions;

    private Digester() {}

    static Digest digest(SessionLog log, SessionId session) {
        Digester digester = new Digester();
        List<LoggedEvent> events;
        do {
            events = log.read(session, digester.state.seq(), READ_AT_ONCE);
            events.forEach(digester::read);
        } while (events.size() == READ_AT_ONCE && !digester.isOver());
        return digester.digest();
    }

    private boolean isOver() {
        return state.status() == SessionStatus.ENDED;
    }

    private void read(LoggedEvent logged) {
        if (isOver()) {
            return; // who comes to read it
        }
        if (logged.at() - glancedAt >= GLANCE_MS) {
            glancedAt = logged.at();
            state.documents().values().forEach(this::glance); // as it was all the time since
        }
        bytes += EventCodec.payload(logged.event()).getBytes(StandardCharsets.UTF_8).length;
        switch (logged.event()) {
            case ChatMessage(String text) -> said.append(text).append('\n');
            case RunStarted _ -> runs++;
            case CodeOutput(_, _, String text) -> print(text);
            case TestFinished test -> print(Objects.requireNonNullElse(test.output(), ""));
            case CodeSubmitted submitted -> {
                submissions++;
                code.add(submitted.text());
            }
            case DocumentClosed(DocumentId doc) -> keep(state.document(doc));
            case RoomEvent _ -> {}
        }
        state = RoomRules.evolve(state, logged).withLatest(0, 0);
    }

    private void print(String text) {
        printed.append(text, 0, Math.min(text.length(), OUTPUT - printed.length()));
    }

    /// Of what is taken out again whole lines are enough: most of them are there already.
    private void glance(Document document) {
        if (!document.revision().equals(seen.put(document.doc(), document.revision()))) {
            document.text().toString().lines().forEach(lines::add);
        }
    }

    private void keep(@Nullable Document document) {
        if (document != null) {
            code.add(document.text().toString());
        }
    }

    /// The lines that are not there any more.
    private String takenOut(String there) {
        StringBuilder out = new StringBuilder();
        lines.stream()
                .filter(line -> out.length() + line.length() < TAKEN_OUT && !there.contains(line))
                .forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private Digest digest() {
        state.documents().values().forEach(this::keep);
        String text = said + String.join("\n", code) + "\n" + printed;
        text += "\n" + takenOut(text);
        Seq last = state.seq();
        return new Digest(
                new SessionSize(last.value(), bytes, runs, submissions),
                Digest.fold(text.substring(0, Math.min(text.length(), LONGEST))));
    }
}
