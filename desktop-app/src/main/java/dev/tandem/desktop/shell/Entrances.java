package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.start.Doorway;
import dev.tandem.desktop.start.Memory;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What all windows of the application share to come into rooms: the network, the relay that may
/// run here, and what is remembered of the last time. FX thread.
public final class Entrances {
    private final Network network;
    private final OwnRelay ownRelay;
    private final Memory memory;
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);

    /// Opens nothing yet.
    ///
    /// @param data where a relay that runs here keeps everything
    public Entrances(Network network, Path data, Memory memory) {
        this.network = network;
        this.ownRelay = new OwnRelay(data);
        this.memory = memory;
    }

    Memory memory() {
        return memory;
    }

    /// The ways in for one window; `onEntered` is told when it is in.
    Doorway doorway(Consumer<Stay> onEntered) {
        return new Doorway() {
            @Override
            public Attempt join(Join request, Watcher watcher) {
                Arrival arrival = new Arrival(network, ownRelay, watcher, onEntered);
                arrival.join(request);
                return arrival;
            }

            @Override
            public Attempt host(Host request, Watcher watcher) {
                Arrival arrival = new Arrival(network, ownRelay, watcher, onEntered);
                arrival.host(request);
                return arrival;
            }
        };
    }

    /// Leaves a room. Nobody has to wait for it.
    void leave(Stay stay) {
        left = CompletableFuture.allOf(left, stay.leave());
    }

    /// Completes when everything that was left is closed, a relay that ran here included.
    public CompletableFuture<Void> quiet() {
        return left.thenCompose(_ -> ownRelay.closed());
    }
}
