package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.history.Archive;
import dev.tandem.desktop.history.Places;
import dev.tandem.desktop.history.RelayArchive;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.LocalRelay;
import dev.tandem.desktop.hosting.LocalRelay.Reach;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.api.LoggedIn;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Where a window finds past interviews: the relay inside this application, and the one that its
/// person is signed in to, as long as the window is there. FX thread.
final class PastPlaces implements Places {
    private final Network network;
    private final OwnRelay ownRelay;
    private final Memory memory;
    private boolean usesOwnRelay;
    private @Nullable SignedIn signedIn;
    private Runnable signOut = () -> {};

    PastPlaces(Network network, OwnRelay ownRelay, Memory memory) {
        this.network = network;
        this.ownRelay = ownRelay;
        this.memory = memory;
    }

    @Override
    public CompletableFuture<Answer<Archive>> here() {
        leave(); // where it failed to start it is started anew
        usesOwnRelay = true;
        return ownRelay.use(Reach.THIS_COMPUTER).thenApply(this::archive);
    }

    private Answer<Archive> archive(Answer<LocalRelay> answer) {
        return switch (answer) {
            case Answer.Given<LocalRelay>(LocalRelay relay) ->
                    new Answer.Given<>(
                            new RelayArchive(new RelayApi(relay.address(), network), relay.key()));
            case Answer.Failed<LocalRelay>(var code, String sentence) ->
                    new Answer.Failed<>(code, sentence);
        };
    }

    @Override
    public void leave() {
        if (usesOwnRelay) {
            usesOwnRelay = false;
            ownRelay.release();
        }
    }

    @Override
    public @Nullable SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public CompletableFuture<Answer<SignedIn>> signIn(Credentials credentials) {
        RelayAddress address = RelayAddress.parse(credentials.relay()).orElseThrow();
        RelayApi api = new RelayApi(address, network);
        memory.keep(Memory.Key.HOST_RELAY, address.format());
        memory.keep(Memory.Key.EMAIL, credentials.email());
        return api.login(credentials.email(), credentials.password(), credentials.code())
                .thenApplyAsync(answer -> signedIn(address, api, answer), Platform::runLater);
    }

    private Answer<SignedIn> signedIn(RelayAddress address, RelayApi api, Answer<LoggedIn> answer) {
        return switch (answer) {
            case Answer.Given<LoggedIn>(LoggedIn login) -> {
                signOut();
                SignedIn known =
                        new SignedIn(address.format(), new RelayArchive(api, login.token()));
                signedIn = known;
                signOut =
                        () -> {
                            var _ = api.logout(login.token());
                        };
                yield new Answer.Given<>(known);
            }
            case Answer.Failed<LoggedIn>(var code, String sentence) ->
                    new Answer.Failed<>(code, sentence);
        };
    }

    @Override
    public void signOut() {
        signOut.run();
        signOut = () -> {};
        signedIn = null;
    }

    @Override
    public String lastRelay() {
        return memory.recall(Memory.Key.HOST_RELAY, "");
    }

    @Override
    public String lastEmail() {
        return memory.recall(Memory.Key.EMAIL, "");
    }
}
