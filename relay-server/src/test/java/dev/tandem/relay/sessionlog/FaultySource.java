package dev.tandem.relay.sessionlog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// A database in memory whose commits are counted, and can be made to fail.
final class FaultySource {
    final AtomicInteger commits = new AtomicInteger();
    volatile boolean commitsFail;
    volatile boolean connectionsFail;

    private final JdbcDataSource database = new JdbcDataSource();

    FaultySource(String name) {
        database.setURL("jdbc:h2:mem:" + name);
    }

    /// A connection without faults. The database lasts while one is open.
    Connection plain() throws SQLException {
        return database.getConnection();
    }

    DataSource source() {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, _, _) -> connect());
    }

    private Connection connect() throws SQLException {
        if (connectionsFail) {
            throw new SQLException("no connection");
        }
        Connection connection = database.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("commit")) {
                                commit();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private void commit() throws SQLException {
        if (commitsFail) {
            throw new SQLException("the disk is full");
        }
        commits.incrementAndGet();
    }
}
