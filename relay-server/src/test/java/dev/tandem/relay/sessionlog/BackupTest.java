package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.RelayKey;
import dev.tandem.relay.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final List<SessionId> SESSIONS =
            IntStream.range(0, 4).mapToObj(n -> new SessionId("session-" + n)).toList();

    @TempDir private Path folder;
    private Path original;
    private Path file;
    private Path restored;

    @BeforeEach
    void name() {
        original = folder.resolve("original");
        file = folder.resolve("backup.zip");
        restored = folder.resolve("restored");
    }

    @Test
    void holdsWhatWasThereAndIsMadeADatabaseAgain() throws Exception {
        RelayKey key;
        try (Database database = begin()) {
            database.backup(file);
            key = database.signer().key();
        }
        Backup.restore(file, restored);
        assertThat(restored).isDirectoryContaining("glob:**/tandem.mv.db");
        assertThat(restored.resolve("restoring")).doesNotExist();
        try (Database database = Database.open(restored)) {
            SESSIONS.forEach(s -> assertThat(events(database, s)).hasSize(2));
            assertThat(database.signer().key()).isEqualTo(key);
        }
        for (Path secret : List.of(file, restored.resolve("tandem.mv.db"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    /// Erasures go on meanwhile too, and the file is cleaned of them.
    @Test
    void underLoadItHoldsEveryLogUpToSomeEvent() throws Exception {
        try (Database database = begin()) {
            AtomicBoolean over = new AtomicBoolean();
            List<CompletableFuture<Void>> authors =
                    SESSIONS.stream()
                            .map(s -> CompletableFuture.runAsync(() -> say(database, s, over)))
                            .toList();
            CompletableFuture<Void> eraser =
                    CompletableFuture.runAsync(() -> erase(database.sessions(), over));
            Eventually.until(
                    "there is something", () -> events(database, SESSIONS.getLast()).size() > 20);
            long before = events(database, SESSIONS.getFirst()).size();
            database.backup(file);
            long after = events(database, SESSIONS.getFirst()).size();
            over.set(true);
            authors.forEach(CompletableFuture::join);
            eraser.join();

            Backup.restore(file, restored);
            try (Database copy = Database.open(restored)) {
                for (SessionId session : SESSIONS) {
                    List<LoggedEvent> there = events(copy, session);
                    assertThat(events(database, session).subList(0, there.size())).isEqualTo(there);
                }
                assertThat((long) events(copy, SESSIONS.getFirst()).size())
                        .isBetween(before, after);
            }
        }
    }

    @Test
    void overwritesNothing() throws Exception {
        Files.writeString(file, "something else");
        try (Database database = begin()) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> database.backup(file))
                    .withMessageContaining(file.toString());
            database.backup(folder.resolve("other.zip"));
        }
        assertThat(file).hasContent("something else");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Backup.restore(folder.resolve("other.zip"), original))
                .withMessageContaining("already");
        Database.open(original).close();
    }

    @Test
    void leavesNothingWhereItCannotBeWritten() throws Exception {
        try (Database database = begin()) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> database.backup(folder.resolve("nowhere/backup.zip")))
                    .withMessageContaining("cannot be written");
            assertThat(database.isUp()).isTrue();
        }
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatIsNoBackupOrIsDamagedIsNotRestored() throws Exception {
        Files.writeString(file, "no backup");
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Backup.restore(file, restored))
                .withMessageContaining("no backup of a relay");
        assertThat(Database.isIn(restored)).isFalse();

        try (Database database = begin()) {
            database.change(c -> Sql.update(c, "DELETE FROM event WHERE seq = 1"));
            Files.delete(file);
            database.backup(file);
        }
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Backup.restore(file, restored))
                .withMessageContaining("damaged");
        assertThat(Database.isIn(restored)).isFalse();
        assertThat(restored.resolve("restoring")).doesNotExist();
    }

    private Database begin() throws DatabaseFailure {
        Database database = Database.open(original);
        SESSIONS.forEach(s -> database.sessions().create(Logs.session(s), Logs.beginning("Talk")));
        return database;
    }

    private static List<LoggedEvent> events(Database database, SessionId session) {
        return database.sessionLog().read(session, Seq.ZERO, Integer.MAX_VALUE);
    }

    private static void say(Database database, SessionId session, AtomicBoolean over) {
        Seq head = new Seq(2);
        while (!over.get()) {
            List<LoggedEvent> events = Logs.said(head, "something " + "x".repeat(500));
            Logs.append(database.sessionLog(), session, head, events);
            head = events.getLast().seq();
        }
    }

    private static void erase(Sessions sessions, AtomicBoolean over) {
        while (!over.get()) {
            SessionId session = Logs.newId();
            sessions.create(Logs.session(session), Logs.beginning("To be erased"));
            sessions.delete(session, Doer.OPERATOR);
            sessions.awaitErased();
        }
    }
}
