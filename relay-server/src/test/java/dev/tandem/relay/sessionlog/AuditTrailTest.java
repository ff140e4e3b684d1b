package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.id.SessionId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
    private static final long NOON = Instant.parse("2030-06-01T12:00:00Z").toEpochMilli();
    private static final SessionId SESSION = new SessionId("one");
    private static final SessionId OTHER = new SessionId("other");

    @TempDir private Path folder;
    private Database database;

    @BeforeEach
    void open() throws DatabaseFailure {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<AuditEntry> read(SessionId session, long since, int limit) {
        return database.audit().read(new AuditQuery(session, since, limit)).stream()
                .map(AuditLine::entry)
                .toList();
    }

    private static AuditEntry entry(long at, Deed deed, SessionId session) {
        return new AuditEntry(at, deed, Doer.account("ada"), session, null);
    }

    @Test
    void keepsWhatItIsToldInItsOrder() {
        AuditEntry first = entry(1_000, Deed.SESSION_CREATED, SESSION);
        AuditEntry second = entry(1_000, Deed.SESSION_READ, OTHER);
        AuditEntry third =
                new AuditEntry(2_000, Deed.LOGIN_HELD_OFF, Doer.STRANGER, null, "ada", 12);
        database.audit().add(List.of(first, second, third));

        assertThat(read(null, 0, 10)).containsExactly(first, second, third);
        assertThat(read(null, 0, 2)).containsExactly(second, third);
        assertThat(read(null, 1_001, 10)).containsExactly(third);
        assertThat(read(OTHER, 0, 10)).containsExactly(second);
    }

    @Test
    void whatDoesNotHappenIsNotInIt() {
        assertThatThrownBy(() ->
                        database.change(connection -> {
                            AuditTrail.add(connection, entry(1, Deed.SESSION_DELETED, SESSION));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        database.sessions().delete(SESSION, Doer.OPERATOR);
        database.sessions().revokeInvite(SESSION, "none", Doer.OPERATOR);

        assertThat(read(null, 0, 10)).isEmpty();
    }

    @Test
    void whatRepeatsItselfIsNotedOnceAMinute() {
        AuditEntry first = entry(NOON, Deed.SESSION_READ, SESSION);
        AuditEntry again = entry(NOON + 59_999, Deed.SESSION_READ, SESSION);
        AuditEntry other = entry(NOON + 59_999, Deed.SESSION_READ, OTHER);
        AuditEntry stranger = new AuditEntry(NOON, Deed.LOGIN_REFUSED, Doer.STRANGER, null, null);
        AuditEntry later = entry(NOON + 60_000, Deed.SESSION_READ, SESSION);
        List.of(first, again, other, stranger, stranger, later).forEach(database.audit()::note);

        database.change(_ -> null); // which comes after all of them
        assertThat(read(null, 0, 10)).containsExactly(first, other, stranger, later);
    }

    @Test
    void whatNobodyNeedsToKnowAnyMoreIsDropped() {
        AuditEntry old = entry(1_000, Deed.SESSION_READ, SESSION);
        AuditEntry young = entry(1_001, Deed.SESSION_READ, SESSION);
        database.audit().add(List.of(old, young));
        database.audit().forgetBefore(1_001);

        assertThat(read(null, 0, 10)).containsExactly(young);
    }
}
