package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/// Logs for tests.
public final class Logs {
    public static final ParticipantId ADA = new ParticipantId("ada");
    static final long CREATED_AT = 1_700_000_000_000L;

    private Logs() {}

    public static SessionId newId() {
        return new SessionId(UUID.randomUUID().toString());
    }

    /// What every log begins with.
    public static List<LoggedEvent> beginning(String title) {
        return from(
                Seq.ZERO,
                new SessionCreated(title, "python", 60),
                new DocumentOpened(DocumentId.MAIN, "main.py", "python", ""));
    }

    /// Events that follow `after`, one second apart, by Ada.
    static List<LoggedEvent> from(Seq after, RoomEvent... events) {
        List<LoggedEvent> logged = new ArrayList<>();
        Seq seq = after;
        for (RoomEvent event : events) {
            seq = seq.next();
            logged.add(new LoggedEvent(seq, CREATED_AT + seq.value() * 1000, ADA, null, event));
        }
        return logged;
    }

    /// Chat messages that follow `after`.
    static List<LoggedEvent> said(Seq after, String... texts) {
        RoomEvent[] events = new RoomEvent[texts.length];
        for (int i = 0; i < texts.length; i++) {
            events[i] = new ChatMessage(texts[i]);
        }
        return from(after, events);
    }

    /// A session that belongs to nobody and has no invites.
    static NewSession session(SessionId id) {
        return new NewSession(id, null, List.of(), null, hash(id.value()), List.of());
    }

    /// What stands for a hash here: as long as one, and another one for another text.
    static String hash(String text) {
        return ("0".repeat(64) + text).substring(text.length());
    }

    /// Appends and waits; throws what the future fails with.
    static void append(SessionLog log, SessionId session, Seq expected, List<LoggedEvent> events) {
        try {
            log.append(session, expected, events).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
