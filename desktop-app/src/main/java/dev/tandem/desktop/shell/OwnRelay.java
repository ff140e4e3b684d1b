package dev.tandem.desktop.shell;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.LocalRelay;
import dev.tandem.desktop.hosting.LocalRelay.Reach;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The relay inside this application: one for all windows that host, as long as one of them needs
/// it. FX thread.
final class OwnRelay {
    private final Path data;
    private @Nullable CompletableFuture<Answer<LocalRelay>> relay;
    private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);
    private Reach reach = Reach.THIS_COMPUTER;
    private int users;

    /// @param data the folder of everything that lasts
    OwnRelay(Path data) {
        this.data = data;
    }

    /// Starts it if it does not run. Every use ends with a [#release], a failed one too.
    CompletableFuture<Answer<LocalRelay>> use(Reach wanted) {
        users++;
        if (relay == null) {
            reach = wanted;
            relay = closed.thenCompose(_ -> LocalRelay.start(data, wanted));
        } else if (wanted == Reach.NETWORK && reach != Reach.NETWORK) {
            return CompletableFuture.completedFuture(
                    new Answer.Failed<>(
                            null,
                            "An interview in another window keeps to this computer. Close it first,"
                                    + " or host this one the same way."));
        }
        return relay;
    }

    void release() {
        users--;
        if (users == 0 && relay != null) {
            closed = relay.thenAcceptAsync(OwnRelay::close, task -> Thread.ofVirtual().start(task));
            relay = null;
        }
    }

    /// Completes when nothing of it runs any more, unless it is used again.
    CompletableFuture<Void> closed() {
        return closed;
    }

    private static void close(Answer<LocalRelay> answer) {
        if (answer instanceof Answer.Given<LocalRelay>(LocalRelay running)) {
            running.close();
        }
    }
}
