package dev.tandem.desktop.demo;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What the relay's log on disk says of an interview, folded anew, after the relay has gone.
///
/// @param events how many the log holds
/// @param text of the main document
record Verdict(int events, String text) {

    /// @throws DatabaseFailure if there is no log to be read
    static Verdict of(Path data) throws DatabaseFailure {
        try (Database database = Database.open(data)) {
            SessionId session = database.sessions().withStatus(SessionStatus.ENDED).getFirst();
            List<LoggedEvent> log =
                    database.sessionLog().read(session, Seq.ZERO, Integer.MAX_VALUE);
            RoomState state = RoomRules.fold(log);
            return new Verdict(
                    log.size(),
                    Objects.requireNonNull(state.document(DocumentId.MAIN)).text().toString());
        }
    }
}
