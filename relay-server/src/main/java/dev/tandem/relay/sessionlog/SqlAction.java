package dev.tandem.relay.sessionlog;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Something to do with a connection that is lent for it. It neither commits nor rolls back.
@FunctionalInterface
public interface SqlAction<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
}
