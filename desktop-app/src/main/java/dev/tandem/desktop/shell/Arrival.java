package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.LocalRelay.Reach;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.desktop.start.Doorway.Attempt;
import dev.tandem.desktop.start.Doorway.Cause;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Host;
import dev.tandem.desktop.start.Doorway.Join;
import dev.tandem.desktop.start.Doorway.OnRelay;
import dev.tandem.desktop.start.Doorway.OnThisComputer;
import dev.tandem.desktop.start.Doorway.Watcher;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.message.JoinRoom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One attempt to come into a room, step by step, until it is entered, has failed or is given up.
/// FX thread.
final class Arrival implements Attempt {
    private final Network network;
    private final OwnRelay ownRelay;
    private final Watcher watcher;
    private final Consumer<Stay> onEntered;
    private Subscription listening = Subscription.EMPTY;
    private @Nullable RoomSession session;
    private boolean usesOwnRelay;
    private boolean over;

    Arrival(Network network, OwnRelay ownRelay, Watcher watcher, Consumer<Stay> onEntered) {
        this.network = network;
        this.ownRelay = ownRelay;
        this.watcher = watcher;
        this.onEntered = onEntered;
    }

    void join(Join request) {
        if (request.told()) {
            enterAsGuest(request);
        } else {
            var _ =
                    new RelayApi(request.relay(), network)
                            .look(request.code())
                            .thenAccept(answer ->
                                    Platform.runLater(() -> enterIfTold(request, answer)));
        }
    }

    /// Where the relay does not say so the room has the last word: it says why one may not come in,
    /// or tells what it records.
    private void enterIfTold(Join request, Answer<InviteDetails> answer) {
        if (over) {
            return;
        }
        if (answer instanceof Answer.Given<InviteDetails>(InviteDetails details)
                && details.notesWhoComes()) {
            fail(new Failure(Cause.RECORDED, "Read first what this interview records."));
        } else {
            enterAsGuest(request);
        }
    }

    private void enterAsGuest(Join request) {
        var entry = new JoinRoom.ByCode(request.code().format(), request.name(), null);
        enter(request.relay(), entry, Invitations.NONE);
    }

    void host(Host request) {
        switch (request.place()) {
            case OnThisComputer(boolean open) -> startRelay(request, open);
            case OnRelay relay -> signIn(request, relay);
        }
    }

    private void startRelay(Host request, boolean openToNetwork) {
        watcher.progress("Starting the relay…");
        usesOwnRelay = true;
        then(
                ownRelay.use(openToNetwork ? Reach.NETWORK : Reach.THIS_COMPUTER),
                relay -> create(request, relay.address(), null));
    }

    private void signIn(Host request, OnRelay at) {
        watcher.progress("Signing in…");
        then(
                new RelayApi(at.relay(), network).login(at.email(), at.password(), at.code()),
                login -> create(request, at.relay(), login.token()));
    }

    private void create(Host request, RelayAddress relay, @Nullable String bearer) {
        watcher.progress("Opening the room…");
        var wanted =
                new CreateSession(
                        request.title(),
                        request.language(),
                        null,
                        request.plannedMinutes(),
                        List.of(),
                        null,
                        request.facts());
        then(
                new RelayApi(relay, network).create(wanted, bearer),
                created -> enterAsHost(request, relay, created));
    }

    private void enterAsHost(Host request, RelayAddress relay, CreatedSession created) {
        watcher.progress("Joining…");
        var entry = new JoinRoom.ByHostToken(created.hostToken(), request.name());
        enter(
                relay,
                entry,
                new Invitations(
                        created.invites(),
                        new RelayInvites(new RelayApi(relay, network), created)));
    }

    private void enter(RelayAddress relay, JoinRoom entry, Invitations invites) {
        RoomSession entering = RoomSession.join(network, relay.room(), entry);
        session = entering;
        listening =
                Subscription.combine(
                        entering.youProperty()
                                .subscribe(you -> {
                                    if (you != null) {
                                        entered(entering, invites);
                                    }
                                }),
                        entering.connectionProperty().subscribe(this::watch));
    }

    private void watch(ConnectionStatus connection) {
        if (connection instanceof Closed closed) {
            fail(Failures.of(closed));
        }
    }

    private void entered(RoomSession entered, Invitations invites) {
        end();
        onEntered.accept(
                new Stay(
                        entered,
                        invites,
                        usesOwnRelay,
                        usesOwnRelay ? ownRelay::release : () -> {}));
    }

    /// Goes on with what was asked for once it is there.
    private <T> void then(CompletableFuture<Answer<T>> asked, Consumer<T> next) {
        var _ = asked.thenAccept(answer -> Platform.runLater(() -> goOn(answer, next)));
    }

    private <T> void goOn(Answer<T> answer, Consumer<T> next) {
        if (over) {
            return;
        }
        switch (answer) {
            case Answer.Given<T>(T value) -> next.accept(value);
            case Answer.Failed<T> failed -> fail(Failures.of(failed));
        }
    }

    private void fail(Failure failure) {
        cancel();
        watcher.failed(failure);
    }

    @Override
    public void cancel() {
        if (over) {
            return;
        }
        end();
        if (session != null) {
            session.close();
        }
        if (usesOwnRelay) {
            ownRelay.release();
        }
    }

    private void end() {
        over = true;
        listening.unsubscribe();
    }
}
