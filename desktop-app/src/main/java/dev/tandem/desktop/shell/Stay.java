package dev.tandem.desktop.shell;

import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.RoomSession;
import java.util.concurrent.CompletableFuture;

/// A window's time in one room. FX thread.
final class Stay {
    private final RoomSession session;
    private final Invitations invites;
    private final boolean runsHere;
    private final Runnable afterwards;

    /// Begins it.
    ///
    /// @param invites one for each role; empty where one does not know them
    /// @param runsHere whether the room's relay is part of this application
    /// @param afterwards what is to be done when the connection is closed after one left
    Stay(RoomSession session, Invitations invites, boolean runsHere, Runnable afterwards) {
        this.session = session;
        this.invites = invites;
        this.runsHere = runsHere;
        this.afterwards = afterwards;
    }

    RoomSession session() {
        return session;
    }

    Invitations invites() {
        return invites;
    }

    boolean runsHere() {
        return runsHere;
    }

    /// Says goodbye. Completes when the connection is closed and nothing is left behind.
    CompletableFuture<Void> leave() {
        session.leave();
        CompletableFuture<Void> gone = new CompletableFuture<>();
        session.connectionProperty()
                .subscribe(connection -> {
                    if (connection instanceof Closed) {
                        gone.complete(null);
                    }
                });
        return gone.thenRun(afterwards);
    }
}
