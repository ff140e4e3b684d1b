package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.role.Role;
import java.util.stream.Stream;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;

/// The codes and links that let others in, one for each role, to be copied and taken back. FX
/// thread.
public final class InvitePanel extends VBox {

    /// Offers what a room has: the candidate's first, since that is what is mostly wanted.
    public InvitePanel(Invitations invitations) {
        Stream.concat(
                        Stream.of(Role.CANDIDATE),
                        Stream.of(Role.values()).filter(role -> role != Role.CANDIDATE))
                .filter(invitations.invites()::containsKey)
                .map(role -> new InviteView(role, invitations))
                .forEach(getChildren()::add);
        if (getChildren().size() > 1) {
            getChildren().add(1, new Separator());
        }
        styled(this, "invite-panel");
    }
}
