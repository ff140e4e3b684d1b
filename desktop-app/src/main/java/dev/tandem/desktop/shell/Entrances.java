package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.shell.TrustingAttempt.Asking;
import dev.tandem.desktop.start.Doorway;
import dev.tandem.desktop.start.Doorway.Attempt;
import dev.tandem.desktop.start.Doorway.OnRelay;
import dev.tandem.desktop.start.Doorway.OnThisComputer;
import dev.tandem.desktop.start.Doorway.Place;
import dev.tandem.desktop.start.Doorway.Watcher;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

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

    /// Where one window finds past interviews.
    PastPlaces pastPlaces() {
        return new PastPlaces(network, ownRelay, memory);
    }

    /// The ways in for one window.
    ///
    /// @param asking where a relay is not trusted
    /// @param onEntered is told when it is in
    Doorway doorway(Asking asking, Consumer<Stay> onEntered) {
        return new Doorway() {
            @Override
            public RelayApi api(RelayAddress relay) {
                return new RelayApi(relay, network);
            }

            @Override
            public void look(RelayAddress relay, InviteCode code, Consumer<InviteDetails> onTold) {
                var _ =
                        api(relay)
                                .look(code)
                                .thenAccept(answer -> {
                                    if (answer
                                            instanceof
                                            Answer.Given<InviteDetails>(InviteDetails details)) {
                                        Platform.runLater(() -> onTold.accept(details));
                                    }
                                });
            }

            @Override
            public Attempt join(Join request, Watcher watcher) {
                return attempt(
                        request.relay().host(),
                        asking,
                        watcher,
                        told -> {
                            Arrival arrival = new Arrival(network, ownRelay, told, onEntered);
                            arrival.join(request);
                            return arrival;
                        });
            }

            @Override
            public Attempt host(Host request, Watcher watcher) {
                return attempt(
                        hostOf(request.place()),
                        asking,
                        watcher,
                        told -> {
                            Arrival arrival = new Arrival(network, ownRelay, told, onEntered);
                            arrival.host(request);
                            return arrival;
                        });
            }
        };
    }

    private static String hostOf(Place place) {
        return switch (place) {
            case OnThisComputer _ -> "127.0.0.1";
            case OnRelay(RelayAddress relay, _, _, _) -> relay.host();
        };
    }

    private Attempt attempt(
            String host, Asking asking, Watcher watcher, Function<Watcher, Attempt> begin) {
        return new TrustingAttempt(network.trust(), host, asking, watcher, begin).begun();
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
