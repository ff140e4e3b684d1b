package dev.tandem.relay.sessionlog;

import java.sql.Connection;
import java.sql.SQLException;

/// What the writer does beside writing, a little at a time. On the writer's thread.
interface Upkeep {
    /// Nothing to do, ever.
    Upkeep NONE =
            new Upkeep() {
                @Override
                public boolean isPending() {
                    return false;
                }

                @Override
                public boolean isUrgent() {
                    return false;
                }

                @Override
                public void step(Connection connection) {
                    throw new IllegalStateException("there is nothing to do");
                }

                @Override
                public void beginAnew() {
                    // Nor again.
                }
            };

    boolean isPending();

    /// Whether somebody waits for it.
    boolean isUrgent();

    /// Does some of it, and commits that.
    void step(Connection connection) throws SQLException;

    /// The database was closed and opened again.
    void beginAnew();
}
