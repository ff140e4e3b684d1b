package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests share one database; each has sessions of its own.
class H2SessionLogTest extends SessionLogConformance {
    @TempDir private static Path folder;
    private static Database database;

    @BeforeAll
    static void open() throws DatabaseFailure {
        database = Database.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    SessionLog log() {
        return database.sessionLog();
    }

    @Override
    SessionId begin(List<LoggedEvent> firstEvents) {
        SessionId id = Logs.newId();
        database.sessions().create(Logs.session(id), firstEvents);
        return id;
    }

    @Override
    SessionLog reopen() throws DatabaseFailure {
        close();
        open();
        return log();
    }

    @Test
    void saysThatItCannotReadAnEventOfANewerRelay() {
        SessionId session = begin(Logs.beginning("Talk"));
        database.change(c ->
                Sql.update(
                        c,
                        "INSERT INTO event (session, seq, at, type, payload, hash)"
                                + " VALUES (?, 3, 0, 'whiteboard_drawn', '{}', ?)",
                        session.value(),
                        new byte[32]));
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> log().read(session, Seq.ZERO, 10))
                .withMessageContaining("whiteboard_drawn");
    }
}
