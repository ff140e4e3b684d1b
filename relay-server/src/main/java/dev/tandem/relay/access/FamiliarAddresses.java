package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Sql;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// From where which account was logged in to: the latest few addresses, for some months. What is
/// stored of one is a hash by the relay's own key, which tells nothing without the database, and
/// goes with the account. Any thread may call it; each call waits for the database.
final class FamiliarAddresses {
    private static final int PER_ACCOUNT = 8;
    private static final long KEPT_MS = Duration.ofDays(90).toMillis();
    private static final String ALGORITHM = "HmacSHA256";

    private final Database database;
    private final InstantSource clock;
    private final SecretKeySpec key;

    FamiliarAddresses(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.key = new SecretKeySpec(database.read(FamiliarAddresses::secret), ALGORITHM);
    }

    private static byte[] secret(Connection connection) throws SQLException {
        byte[] secret =
                Sql.first(connection, "SELECT secret FROM address_key", row -> row.getBytes(1));
        if (secret == null) {
            throw new StorageFailure("the key for addresses is missing");
        }
        return secret;
    }

    /// @param network see [Network#of]
    boolean has(String email, String network) {
        return database.read(connection ->
                Sql.first(
                                connection,
                                "SELECT 1 FROM familiar_address"
                                        + " WHERE address_hash = ? AND seen_at > ?",
                                row -> row.getInt(1),
                                hash(email, network),
                                oldest())
                        != null);
    }

    /// Does nothing where there is no such account.
    void add(String email, String network) {
        database.change(connection -> {
            Sql.update(
                    connection,
                    "MERGE INTO familiar_address (address_hash, account, seen_at)"
                            + " SELECT ?, id, ? FROM account WHERE email = ?",
                    hash(email, network),
                    clock.millis(),
                    Accounts.normal(email));
            return Sql.update(
                    connection,
                    "DELETE FROM familiar_address WHERE address_hash IN"
                            + " (SELECT f.address_hash FROM familiar_address f"
                            + " JOIN account a ON a.id = f.account WHERE a.email = ?"
                            + " ORDER BY f.seen_at DESC OFFSET "
                            + PER_ACCOUNT
                            + " ROWS)",
                    Accounts.normal(email));
        });
    }

    void forgetOld() {
        database.change(connection ->
                Sql.update(
                        connection, "DELETE FROM familiar_address WHERE seen_at <= ?", oldest()));
    }

    private long oldest() {
        return clock.millis() - KEPT_MS;
    }

    private String hash(String email, String network) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = Accounts.normal(email) + "\n" + network;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
