package dev.tandem.desktop.shell;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.people.InviteKeeper;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.role.Role;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The invites of a session that was made here, as its relay keeps them. FX thread.
record RelayInvites(RelayApi relay, CreatedSession session) implements InviteKeeper {

    @Override
    public void list(Consumer<List<LiveInvite>> onListed, Consumer<String> onFailure) {
        tell(relay.invites(session.id(), session.hostToken()), onListed, onFailure);
    }

    @Override
    public void revoke(LiveInvite invite, Runnable onDone, Consumer<String> onFailure) {
        tell(
                relay.revoke(session.id(), invite.id(), session.hostToken()),
                _ -> onDone.run(),
                onFailure);
    }

    @Override
    public void revoke(Invite invite, Runnable onDone, Consumer<String> onFailure) {
        tell(
                relay.revoke(session.id(), invite.code(), session.hostToken()),
                _ -> onDone.run(),
                onFailure);
    }

    @Override
    public void make(Role role, Consumer<Invite> onMade, Consumer<String> onFailure) {
        tell(
                relay.invite(session.id(), role, session.hostToken()),
                made -> onMade.accept(made.invite()),
                onFailure);
    }

    private static <T> void tell(
            CompletableFuture<Answer<T>> asked, Consumer<T> onGiven, Consumer<String> onFailure) {
        var _ =
                asked.thenAccept(answer ->
                        Platform.runLater(() -> {
                            switch (answer) {
                                case Answer.Given<T>(T value) -> onGiven.accept(value);
                                case Answer.Failed<T>(_, String why) -> onFailure.accept(why);
                            }
                        }));
    }
}
