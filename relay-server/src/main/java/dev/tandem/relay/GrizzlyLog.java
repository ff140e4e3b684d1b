package dev.tandem.relay;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.HttpBrokenContentException;

/// Keeps out of the log what is no trouble of the relay's: Grizzly warns of a body that someone
/// wrote wrong, with a stack trace, and of every shutdown that it is asked for.
final class GrizzlyLog {
    // Held here, since java.util.logging forgets the settings of a logger that nobody holds.
    private static final Logger FILTERS =
            Logger.getLogger("org.glassfish.grizzly.filterchain.DefaultFilterChain");
    private static final Logger SHUTDOWN =
            Logger.getLogger("org.glassfish.grizzly.nio.GracefulShutdownRunner");

    private GrizzlyLog() {}

    static void quieten() {
        FILTERS.setFilter(entry -> !(entry.getThrown() instanceof HttpBrokenContentException));
        SHUTDOWN.setLevel(Level.SEVERE);
    }
}
