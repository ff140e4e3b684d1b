package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @TempDir private Path folder;

    @Test
    void makesItsFolderForItsOwnerOnly() throws Exception {
        Path inner = folder.resolve("a/b c");
        assertThat(Database.isIn(inner)).isFalse();
        Database.open(inner).close();
        assertThat(Database.isIn(inner)).isTrue();
        if (Files.getFileStore(inner).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderBelongsToOneRelayAtATime() throws Exception {
        try (Database first = Database.open(folder)) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> Database.open(folder))
                    .withMessageContaining("A relay is running on the data folder " + folder);
            assertThat(first.isUp()).isTrue();
        }
        Database.open(folder).close();
    }

    @Test
    void aFolderThatCannotBeOneIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(file))
                .withMessageContaining(file.toString());
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(folder.resolve("a;CIPHER=AES")))
                .withMessageContaining("semicolon");
    }

    enum Damage {
        EMPTY {
            @Override
            byte[] to(byte[] file) {
                return new byte[0];
            }
        },
        NOT_A_DATABASE {
            @Override
            byte[] to(byte[] file) {
                return "This is no database.".repeat(1000).getBytes(UTF_8);
            }
        },
        FIRST_BLOCKS_GONE {
            @Override
            byte[] to(byte[] file) {
                return overwritten(file, 0, 8192);
            }
        },
        ALL_BUT_FIRST_BLOCKS_GONE {
            @Override
            byte[] to(byte[] file) {
                return overwritten(file, 8192, file.length);
            }
        },
        /// Of a smaller part it depends on the moment whether anything in it is in use.
        MOST_GONE {
            @Override
            byte[] to(byte[] file) {
                return overwritten(file, file.length / 4, file.length);
            }
        },
        EVERY_FEW_BYTES_FLIPPED {
            @Override
            byte[] to(byte[] file) {
                byte[] copy = file.clone();
                for (int i = 0; i < copy.length; i += 97) {
                    copy[i] ^= 0x55;
                }
                return copy;
            }
        };

        abstract byte[] to(byte[] file);

        private static byte[] overwritten(byte[] file, int from, int to) {
            byte[] copy = file.clone();
            Arrays.fill(copy, from, to, (byte) 7);
            return copy;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedDatabaseIsNamedAndLeftAsItIs(Damage damage) throws Exception {
        Database.open(folder).close();
        Path file = folder.resolve("tandem.mv.db");
        byte[] damaged = damage.to(Files.readAllBytes(file));
        Files.write(file, damaged);

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(folder))
                .withMessageContaining("The database " + file)
                .withMessageContaining("left as it is");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    /// H2 by itself opens what is left, at an older state, and says nothing.
    @Test
    void aDatabaseThatWasCutShortIsNamedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("tandem.mv.db");
        byte[] whole = cutShort(file);
        byte[] rest = Files.readAllBytes(file);

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(folder))
                .withMessageContaining("The database " + file)
                .withMessageContaining("missing");
        assertThat(Files.readAllBytes(file)).isEqualTo(rest);
        Files.write(file, whole);
        Database.open(folder).close();
    }

    @Test
    void whoWantsToGoOnWithAnOlderDatabaseCan() throws Exception {
        cutShort(folder.resolve("tandem.mv.db"));
        Files.delete(folder.resolve("tandem.mark"));
        Database.open(folder).close();
    }

    /// Puts the database of an earlier moment in the place of that of now.
    private byte[] cutShort(Path file) throws Exception {
        byte[] earlier;
        try (Database database = Database.open(folder)) {
            database.sessions().create(Logs.session(Logs.newId()), Logs.beginning("Talk"));
            earlier = Files.readAllBytes(file);
            database.sessions().create(Logs.session(Logs.newId()), Logs.beginning("Talk"));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, earlier);
        return whole;
    }

    @Test
    void aMarkOfWhatIsOnTheDiskIsNeverAheadOfAKill() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Database database = Database.open(folder)) {
            database.sessions().create(Logs.session(Logs.newId()), Logs.beginning("Talk"));
            database.keepUp();
            for (String name : List.of("tandem.mv.db", "tandem.mark")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
        Database.open(copy).close();
    }

    @Test
    void aLogWithAGapIsDamage() throws Exception {
        SessionId session = Logs.newId();
        try (Database database = Database.open(folder)) {
            database.sessions().create(Logs.session(session), Logs.beginning("Talk"));
            database.change(c -> Sql.update(c, "DELETE FROM event WHERE seq = 1"));
        }
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(folder))
                .withMessageContaining("is damaged");
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
        Files.writeString(folder.resolve("tandem.new.mv.db"), "cut sho");
        try (Database database = Database.open(folder)) {
            assertThat(database.isUp()).isTrue();
        }
        assertThat(folder.resolve("tandem.new.mv.db")).doesNotExist();
    }

    @Test
    void aDatabaseOfANewerTandemIsLeftAlone() throws Exception {
        try (Database database = Database.open(folder)) {
            database.change(c ->
                    Sql.update(
                            c,
                            "INSERT INTO \"flyway_schema_history\" SELECT 999, '999',"
                                    + " 'later', \"type\", 'V999__later.sql', 1,"
                                    + " \"installed_by\", \"installed_on\", 1, TRUE"
                                    + " FROM \"flyway_schema_history\""
                                    + " WHERE \"version\" = '1'"));
        }
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> Database.open(folder))
                .withMessageContaining("newer Tandem");
    }

    /// H2 alone would close its file under everybody.
    @Test
    void anInterruptedThreadDoesNoHarm() throws Exception {
        SessionId session = Logs.newId();
        Thread.currentThread().interrupt();
        Database database = Database.open(folder);
        database.sessions().create(Logs.session(session), Logs.beginning("Talk"));
        assertThat(database.sessionLog().read(session, Seq.ZERO, 10)).hasSize(2);
        assertThat(database.isUp()).isTrue();
        database.close();
        assertThat(Thread.interrupted()).isTrue();

        try (Database again = Database.open(folder)) {
            assertThat(again.sessionLog().read(session, Seq.ZERO, 10)).hasSize(2);
        }
    }

    @Test
    void aClosedDatabaseSaysSo() throws Exception {
        Database database = Database.open(folder);
        database.close();
        assertThat(database.isUp()).isFalse();
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> database.sessionLog().head(Logs.newId()))
                .withMessage("the database is closed");
        CompletableFuture<Integer> late = database.write(c -> Sql.update(c, "DELETE FROM event"));
        assertThat(late).isCompletedExceptionally();
    }
}
