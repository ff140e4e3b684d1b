package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Nodes;
import dev.tandem.protocol.api.LiveInvite;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The invites that let people in and whose codes are not known here, to be taken back; not there
/// when there are none. FX thread.
final class OtherInvites extends VBox {
    private final InviteKeeper keeper;
    private final VBox rows = styled(new VBox(), "other-invites");

    OtherInvites(InviteKeeper keeper) {
        super(8);
        this.keeper = keeper;
        setShown(false);
    }

    void show(List<LiveInvite> invites) {
        rows.getChildren().setAll(invites.stream().map(this::row).toList());
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        getChildren()
                .setAll(
                        new Separator(),
                        new Label("Others that let people in"),
                        InviteView.wrapped("Their codes are known only to whoever made them."),
                        list);
        setShown(!invites.isEmpty());
    }

    /// What was there stays.
    void fail(String why) {
        getChildren().removeIf(node -> node.getStyleClass().contains("failure"));
        getChildren().add(styled(InviteView.wrapped(why), "failure"));
        setShown(true);
    }

    private Node row(LiveInvite invite) {
        String role = RoleWords.of(invite.role());
        Label who =
                styled(new Label(Character.toUpperCase(role.charAt(0)) + role.substring(1)), "who");
        Button revoke = styled(new Button("Revoke"), "remove-button");
        revoke.setMinWidth(USE_PREF_SIZE);
        revoke.setAccessibleText("Revoke another code for the " + role);
        HBox row =
                InviteView.row(
                        who,
                        InviteView.muted(InviteView.until(invite.expiresAt())),
                        Nodes.spring(),
                        revoke);
        revoke.setOnAction(_ -> {
            revoke.setDisable(true);
            keeper.revoke(
                    invite,
                    () -> remove(row),
                    why -> {
                        revoke.setDisable(false);
                        fail(why);
                    });
        });
        return row;
    }

    private void remove(HBox row) {
        rows.getChildren().remove(row);
        setShown(!rows.getChildren().isEmpty());
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
