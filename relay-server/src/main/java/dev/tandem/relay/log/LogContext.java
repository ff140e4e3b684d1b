package dev.tandem.relay.log;

import dev.tandem.protocol.id.SessionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The ids in each line that this thread logs, until it is closed: of the session, and of the
/// connection. Neither opens anything.
public final class LogContext implements AutoCloseable {
    private static final String SESSION = "session";
    private static final String CONNECTION = "connection";

    private final @Nullable String sessionBefore = MDC.get(SESSION);
    private final @Nullable String connectionBefore = MDC.get(CONNECTION);

    private LogContext() {}

    /// With the same ids as before.
    public static LogContext open() {
        return new LogContext();
    }

    public static LogContext of(SessionId session) {
        LogContext context = new LogContext();
        name(session);
        return context;
    }

    /// Over a connection.
    ///
    /// @param connection its number since the relay started
    /// @param session in which it is; null for none yet
    public static LogContext of(long connection, @Nullable SessionId session) {
        LogContext context = new LogContext();
        set(CONNECTION, Long.toString(connection));
        set(SESSION, session == null ? null : session.value());
        return context;
    }

    /// Over the same connection as another thread.
    ///
    /// @param connection what [#connection] said there
    public static LogContext ofConnection(@Nullable String connection) {
        LogContext context = new LogContext();
        set(CONNECTION, connection);
        return context;
    }

    /// The connection that this thread's lines are about; null for none.
    public static @Nullable String connection() {
        return MDC.get(CONNECTION);
    }

    /// From now on it is about this session.
    public static void name(SessionId session) {
        set(SESSION, session.value());
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    @Override
    public void close() {
        set(SESSION, sessionBefore);
        set(CONNECTION, connectionBefore);
    }
}
