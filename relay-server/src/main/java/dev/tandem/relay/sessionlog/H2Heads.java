package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signed heads of logs, as rows.
final class H2Heads {
    private static final String SELECT =
            "SELECT seq, hash, at, signer, signature FROM head WHERE session = ?";

    private H2Heads() {}

    static List<Head> all(Connection connection, SessionId session) throws SQLException {
        return Sql.list(connection, SELECT + " ORDER BY seq", H2Heads::read, session.value());
    }

    static @Nullable Head last(Connection connection, SessionId session) throws SQLException {
        return Sql.first(
                connection,
                SELECT + " ORDER BY session DESC, seq DESC LIMIT 1",
                H2Heads::read,
                session.value());
    }

    static void add(Connection connection, SessionId session, Head head) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO head (session, seq, hash, at, signer, signature)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                session.value(),
                head.seq().value(),
                head.hash().bytes(),
                head.at(),
                HexFormat.of().parseHex(head.key().hex()),
                HexFormat.of().parseHex(head.signature()));
    }

    private static Head read(ResultSet row) throws SQLException {
        HexFormat hex = HexFormat.of();
        return new Head(
                new Seq(row.getLong("seq")),
                ChainHash.of(row.getBytes("hash")),
                row.getLong("at"),
                new RelayKey(hex.formatHex(row.getBytes("signer"))),
                hex.formatHex(row.getBytes("signature")));
    }
}
