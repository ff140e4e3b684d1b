package dev.tandem.relay.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SIGHUP, where the platform has it: what can be read anew is.
///
/// Java has no other way to hear of a signal than `sun.misc.Signal`, and javac none to name that
/// class without a warning; hence by reflection.
final class Hangup {
    private static final Logger log = LoggerFactory.getLogger(Hangup.class);

    private Hangup() {}

    /// Does `action` at every SIGHUP from now on, on a thread of its own.
    static void then(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object doing =
                    Proxy.newProxyInstance(
                            Hangup.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (_, _, _) -> {
                                action.run();
                                return null;
                            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), doing);
        } catch (ReflectiveOperationException e) {
            log.debug("Nobody hears of SIGHUP here: {}", e.toString()); // Windows, and -Xrs
        }
    }
}
