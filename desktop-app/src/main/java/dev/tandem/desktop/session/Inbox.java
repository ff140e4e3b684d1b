package dev.tandem.desktop.session;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;

/// Carries what the connection tells over to the FX thread, in order. What has come when the FX
/// thread has time is done together, and shown once.
final class Inbox {
    private final Runnable afterwards;
    private List<Runnable> waiting = new ArrayList<>();

    /// @param afterwards done on the FX thread after each time that something was done
    Inbox(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /// Any thread.
    synchronized void add(Runnable work) {
        waiting.add(work);
        if (waiting.size() == 1) {
            Platform.runLater(this::empty);
        }
    }

    private void empty() {
        taken().forEach(Runnable::run);
        afterwards.run();
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
