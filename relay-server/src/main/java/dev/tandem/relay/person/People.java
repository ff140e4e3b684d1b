package dev.tandem.relay.person;

import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.PersonExport;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.Word;
import dev.tandem.relay.access.Account;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.SessionRow;
import dev.tandem.relay.sessionlog.Sql;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what the database holds about one person. Any thread may call it; each call waits for the
/// database.
///
/// Interviewers have accounts. Candidates have none: they are known by the name they gave, which
/// others may have given too, so whoever asks picks the sessions that are meant.
public final class People {
    private static final int READ_AT_ONCE = 10_000;

    private final Database database;

    public People(Database database) {
        this.database = database;
    }

    /// Everyone who came under a name, whatever its case, by session.
    public List<Appearance> named(String name) {
        return find("LOWER(p.name) = LOWER(?)", name.strip());
    }

    /// What is about these.
    public PersonExport export(List<Appearance> appearances) {
        return PersonExport.ofParticipant(sessions(appearances, Set.of()));
    }

    /// What is about someone with an account: the account, their sessions, and what they did in
    /// them, under their account's name or as whoever the session belongs to.
    public PersonExport export(Account account) {
        Set<SessionId> owned = ownedBy(account);
        List<Appearance> theirs =
                find(
                        "s.owner = ? AND (p.name = ? OR EXISTS (SELECT 1 FROM resume_token t"
                                + " WHERE t.session = s.id AND t.participant = e.by AND t.owner))",
                        account.id(),
                        account.name());
        return new PersonExport(
                new LoggedIn.User(account.id(), account.email(), account.name()),
                sessions(theirs, owned));
    }

    private record Found(SessionId session, ParticipantId participant, SessionSummary.Person who) {}

    private List<Appearance> find(String condition, Object... parameters) {
        List<Found> found =
                database.read(connection ->
                        Sql.list(
                                connection,
                                "SELECT p.session, e.by, p.name, p.role FROM participant p"
                                        + " JOIN event e ON e.session = p.session AND e.seq = p.seq"
                                        + " JOIN session s ON s.id = p.session"
                                        + " WHERE "
                                        + condition
                                        + " ORDER BY s.created_at, p.seq",
                                row ->
                                        new Found(
                                                new SessionId(row.getString(1)),
                                                new ParticipantId(row.getString(2)),
                                                new SessionSummary.Person(
                                                        row.getString(3), role(row.getString(4)))),
                                parameters));
        List<Appearance> appearances = new ArrayList<>();
        for (Found one : found) {
            SessionSummary session = session(one.session());
            if (session != null) {
                appearances.add(new Appearance(session, one.participant(), one.who()));
            }
        }
        return appearances;
    }

    private static Role role(String word) {
        return Word.of(Role.class, word)
                .orElseThrow(() -> new StorageFailure("a participant without a role"));
    }

    private Set<SessionId> ownedBy(Account account) {
        return new LinkedHashSet<>(
                database.read(connection ->
                        Sql.list(
                                connection,
                                "SELECT id FROM session WHERE owner = ? ORDER BY created_at",
                                row -> new SessionId(row.getString(1)),
                                account.id())));
    }

    private List<PersonExport.Session> sessions(
            List<Appearance> appearances, Set<SessionId> owned) {
        Map<SessionId, List<Appearance>> bySession = new LinkedHashMap<>();
        owned.forEach(session -> bySession.put(session, new ArrayList<>()));
        for (Appearance one : appearances) {
            bySession.computeIfAbsent(one.session().id(), _ -> new ArrayList<>()).add(one);
        }
        List<PersonExport.Session> sessions = new ArrayList<>();
        bySession.forEach((id, theirs) -> {
            SessionSummary summary = session(id);
            if (summary != null) {
                sessions.add(session(summary, owned.contains(id), theirs));
            }
        });
        return sessions;
    }

    private PersonExport.Session session(
            SessionSummary summary, boolean owned, List<Appearance> theirs) {
        List<ParticipantId> participants = theirs.stream().map(Appearance::participant).toList();
        SessionSummary aboutThem =
                new SessionSummary(
                        summary.id(),
                        summary.facts(),
                        summary.language(),
                        theirs.stream().map(Appearance::who).toList(),
                        summary.tags(),
                        null,
                        summary.noted());
        boolean candidate = theirs.stream().anyMatch(one -> one.who().role() == Role.CANDIDATE);
        return new PersonExport.Session(
                aboutThem,
                owned,
                participants,
                events(summary.id(), Set.copyOf(participants)),
                database.feedbacks().about(summary.id(), owned, participants, candidate));
    }

    private @Nullable SessionSummary session(SessionId id) {
        SessionRow row = database.sessions().find(id);
        return row == null ? null : row.summary();
    }

    private List<LoggedEvent> events(SessionId session, Set<ParticipantId> by) {
        List<LoggedEvent> theirs = new ArrayList<>();
        Seq after = Seq.ZERO;
        List<LoggedEvent> events;
        do {
            events = database.sessionLog().read(session, after, READ_AT_ONCE);
            for (LoggedEvent event : events) {
                ParticipantId author = event.by();
                if (author != null && by.contains(author)) {
                    theirs.add(event);
                }
                after = event.seq();
            }
        } while (events.size() == READ_AT_ONCE);
        return theirs;
    }
}
