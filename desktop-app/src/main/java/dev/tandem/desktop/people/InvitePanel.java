package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.role.Role;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The codes and links that let others in, one for each role, to be copied. FX thread.
public final class InvitePanel extends VBox {

    /// Offers what a room has.
    ///
    /// @param invites one for each role
    public InvitePanel(Map<Role, Invite> invites) {
        Invite candidate = Objects.requireNonNull(invites.get(Role.CANDIDATE));
        getChildren()
                .addAll(
                        styled(new Label("Invite the candidate"), "heading"),
                        styled(new Label(candidate.code().format()), "code", "big-code"),
                        buttons(Role.CANDIDATE, candidate),
                        wrapped(Reach.of(candidate.link()).sentence()),
                        new Separator());
        for (Role role : Role.values()) {
            Invite invite = invites.get(role);
            if (invite != null && role != Role.CANDIDATE) {
                getChildren().add(row(role, invite));
            }
        }
        styled(this, "invite-panel");
    }

    private static Node row(Role role, Invite invite) {
        Label code = styled(new Label(invite.code().format()), "code", "muted");
        Label title =
                new Label(
                        switch (role) {
                            case INTERVIEWER -> "Another interviewer";
                            case CANDIDATE -> "The candidate";
                            case SPECTATOR -> "Someone who watches";
                        });
        HBox row = new HBox(12, growing(new VBox(title, code)), buttons(role, invite));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox buttons(Role role, Invite invite) {
        String who = RoleWords.of(role);
        return new HBox(
                8,
                copy("code", who, () -> invite.code().format()),
                copy("link", who, () -> invite.link().format()));
    }

    private static CopyButton copy(String what, String who, Supplier<String> text) {
        String words = "Copy the %s for the %s".formatted(what, who);
        CopyButton button = new CopyButton("Copy " + what, words, text);
        button.setMinWidth(USE_PREF_SIZE);
        return named("copy-%s-%s".formatted(what, who), button);
    }

    private static Label wrapped(String sentence) {
        Label label = styled(new Label(sentence), "muted");
        label.setWrapText(true);
        return label;
    }
}
