package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.SessionId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What interviewers wrote about sessions. It is beside the logs, since it is nobody's but theirs,
/// and may change after the end. Any thread may call it; each call waits for the database.
public final class Feedbacks {
    private static final String SELECT =
            "SELECT f.author, f.text, f.updated_at, f.version, CASE WHEN f.author = '"
                    + Author.OWNER_ID
                    + "' THEN (SELECT a.name FROM account a JOIN session s ON s.owner = a.id"
                    + " WHERE s.id = f.session)"
                    + " ELSE (SELECT MIN(p.name) FROM participant p JOIN event e"
                    + " ON e.session = p.session AND e.seq = p.seq"
                    + " WHERE p.session = f.session AND e.by = f.author) END AS name"
                    + " FROM feedback f WHERE f.session = ?";

    private final Database database;

    Feedbacks(Database database) {
        this.database = database;
    }

    /// Who writes: whoever the session belongs to, or someone who was invited as an interviewer.
    ///
    /// @param id a participant's, or [#OWNER_ID]
    public record Author(String id) {
        static final String OWNER_ID = "owner";
        public static final Author OWNER = new Author(OWNER_ID);

        public static Author of(ParticipantId participant) {
            return new Author(participant.value());
        }
    }

    /// All that was written about a session, in the order of its last change.
    ///
    /// @param reader whose own is marked; null for nobody's
    public List<Feedback> of(SessionId session, @Nullable Author reader) {
        return database.read(connection -> list(connection, session, reader));
    }

    private static List<Feedback> list(
            Connection connection, SessionId session, @Nullable Author reader) throws SQLException {
        return Sql.list(
                connection,
                SELECT + " ORDER BY f.updated_at, f.author",
                row -> read(row, reader),
                session.value());
    }

    /// What is about one person: what they wrote themselves, and of a candidate what others wrote,
    /// without their names.
    ///
    /// @param owner whether the session is theirs
    /// @param participants who they were in it
    public List<Feedback> about(
            SessionId session, boolean owner, List<ParticipantId> participants, boolean candidate) {
        return database
                .read(connection ->
                        Sql.list(
                                connection,
                                SELECT + " ORDER BY f.updated_at, f.author",
                                row -> about(row, owner, participants),
                                session.value()))
                .stream()
                .filter(one -> candidate || one.mine())
                .toList();
    }

    private static Feedback about(ResultSet row, boolean owner, List<ParticipantId> participants)
            throws SQLException {
        String author = row.getString("author");
        boolean theirs =
                author.equals(Author.OWNER_ID)
                        ? owner
                        : participants.contains(new ParticipantId(author));
        return new Feedback(
                theirs ? row.getString("name") : null,
                theirs,
                row.getString("text"),
                row.getLong("updated_at"),
                row.getInt("version"));
    }

    private static Feedback read(ResultSet row, @Nullable Author reader) throws SQLException {
        return new Feedback(
                row.getString("name"),
                reader != null && reader.id().equals(row.getString("author")),
                row.getString("text"),
                row.getLong("updated_at"),
                row.getInt("version"));
    }

    /// Writes what someone thinks in the place of what they wrote before.
    ///
    /// @return all that there is now; null if it was to replace another version than there is, and
    ///   then nothing has happened
    public @Nullable List<Feedback> write(
            SessionId session, Author author, WriteFeedback wanted, Doer by) {
        return database.change(connection -> {
            int before = version(connection, session, author);
            if (wanted.version() != null && wanted.version() != before) {
                return null;
            }
            put(connection, session, author, wanted.text(), before + 1);
            AuditTrail.addOnce(connection, AuditEntry.now(Deed.FEEDBACK_WRITTEN, by, session));
            return list(connection, session, author);
        });
    }

    private static int version(Connection connection, SessionId session, Author author)
            throws SQLException {
        Integer version =
                Sql.first(
                        connection,
                        "SELECT version FROM feedback WHERE session = ? AND author = ?",
                        row -> row.getInt(1),
                        session.value(),
                        author.id());
        return version == null ? 0 : version;
    }

    private static void put(
            Connection connection, SessionId session, Author author, String text, int version)
            throws SQLException {
        if (text.isBlank()) {
            Sql.update(
                    connection,
                    "DELETE FROM feedback WHERE session = ? AND author = ?",
                    session.value(),
                    author.id());
        } else {
            Sql.update(
                    connection,
                    "MERGE INTO feedback (session, author, text, updated_at, version)"
                            + " SELECT id, ?, ?, ?, ? FROM session WHERE id = ?",
                    author.id(),
                    text,
                    System.currentTimeMillis(),
                    version,
                    session.value());
        }
    }
}
