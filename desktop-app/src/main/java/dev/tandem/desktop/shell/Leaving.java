package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Confirm;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.util.Optional;

/// What is asked before one leaves a room, so that nobody ends anything by closing a window.
final class Leaving {
    private Leaving() {}

    /// Empty where there is nothing to ask.
    ///
    /// @param onlyInterviewer whether nobody else who leads it is connected
    /// @param runsHere whether the room's relay ends with this window
    static Optional<Confirm> question(
            SessionStatus status, Role role, boolean onlyInterviewer, boolean runsHere) {
        if (status == SessionStatus.ENDED) {
            return Optional.empty();
        }
        if (runsHere) {
            return Optional.of(
                    new Confirm(
                            "Leave, and end the interview for everyone?",
                            "It runs on this computer. Everyone else loses the connection.",
                            "Leave and end it"));
        }
        if (status == SessionStatus.WAITING) {
            return Optional.empty();
        }
        if (role.leads() && onlyInterviewer) {
            return Optional.of(
                    new Confirm(
                            "Leave, and end the interview for everyone?",
                            "Nobody else here can lead it. This cannot be undone.",
                            "Leave and end it"));
        }
        return Optional.of(
                new Confirm(
                        "Leave the interview?",
                        "It goes on without you. You can come back with the same code.",
                        "Leave"));
    }
}
