package dev.tandem.relay.history;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.proof.LogCheck;
import dev.tandem.relay.sessionlog.LinkedEvent;
import dev.tandem.relay.sessionlog.SessionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says whether a log in the database is what was signed. Any thread may call it; each call waits
/// for the database.
public record StoredCheck(SessionLog log) {
    private static final int READ_AT_ONCE = 2_000;

    /// Checks the whole log of a session.
    ///
    /// @param kept what somebody wrote down; null for nothing
    public Finding of(SessionId session, @Nullable KeptHead kept) {
        LogCheck check = new LogCheck(session, log.heads(session), kept, false);
        Seq after = Seq.ZERO;
        List<LinkedEvent> events;
        do {
            events = log.readLinked(session, after, READ_AT_ONCE);
            for (LinkedEvent event : events) {
                after = event.line().seq();
                check.event(after, event.line().at(), event.line().text(), event.hash());
            }
        } while (events.size() == READ_AT_ONCE && !check.isOver());
        return check.end();
    }
}
