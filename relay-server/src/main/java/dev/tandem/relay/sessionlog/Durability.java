package dev.tandem.relay.sessionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// What a commit outlives.
public enum Durability {
    /// The end of the relay's process, however it comes (`kill -9`): the operating system has what
    /// was committed, and writes it to the disk in its own time.
    PROCESS {
        @Override
        void settle(Connection connection) {
            // H2 hands over to the operating system at each commit, see `WRITE_DELAY=0`.
        }
    },

    /// A loss of power too: each group of commits is forced to the disk.
    POWER {
        @Override
        void settle(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    };

    /// Does to a group that was just committed what it still needs before anyone may hear of it.
    abstract void settle(Connection connection) throws SQLException;
}
