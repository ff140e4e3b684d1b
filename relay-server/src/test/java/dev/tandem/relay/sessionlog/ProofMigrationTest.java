package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Head;
import dev.tandem.relay.history.StoredCheck;
import java.nio.file.Path;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database from before there was a proof.
class ProofMigrationTest {
    private static final SessionId SESSION = new SessionId("old");
    private static final int EVENTS = 2_345;

    @TempDir private Path folder;

    @Test
    void oldLogsAreChainedAndGoOn() throws Exception {
        makeOld();
        try (Database database = Database.open(folder)) {
            SessionLog log = database.sessionLog();
            Logs.append(log, SESSION, new Seq(EVENTS), Logs.said(new Seq(EVENTS), "and more"));
            Head head = log.sign(SESSION, 7).join();

            assertThat(new StoredCheck(log).of(SESSION, null)).isEqualTo(new Unchanged(head, 0));
            assertThat(head.seq()).isEqualTo(new Seq(EVENTS + 1));
        }
    }

    private void makeOld() throws Exception {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("tandem"));
        source.setUser("tandem");
        source.setPassword("");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dev/tandem/relay/sessionlog")
                .target("4")
                .load()
                .migrate();
        try (Connection connection = source.getConnection()) {
            Sql.update(
                    connection,
                    "INSERT INTO session (id, title, status, language, created_at, host_token_hash)"
                            + " VALUES (?, 'Old', 'ended', 'java', 1, 'h')",
                    SESSION.value());
            Sql.update(
                    connection,
                    "INSERT INTO event (session, seq, at, by, id, type, payload) SELECT ?, x, x,"
                            + " 'ada', NULL, 'chat_message', '{\"text\":\"hm\"}'"
                            + " FROM SYSTEM_RANGE(1, ?)",
                    SESSION.value(),
                    EVENTS);
        }
    }
}
