package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.role.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The invite for one role: its code to be copied, until when it is good, and the button that takes
/// it back. The candidate's is large. FX thread.
final class InviteView extends VBox {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Role role;
    private final InviteKeeper keeper;
    private final boolean large;
    private @Nullable Invite shown;

    InviteView(Role role, Invitations invitations) {
        super(8);
        this.role = role;
        this.keeper = invitations.keeper();
        this.large = role == Role.CANDIDATE;
        show(Objects.requireNonNull(invitations.invites().get(role)));
    }

    /// Of the invite that is shown; empty where none is.
    Optional<InviteId> id() {
        return Optional.ofNullable(shown).map(invite -> InviteId.of(invite.code()));
    }

    private void show(Invite invite) {
        shown = invite;
        Label code =
                styled(
                        new Label(invite.code().format()),
                        large ? new String[] {"code", "big-code"} : new String[] {"code", "muted"});
        HBox copies =
                row(
                        copy("code", () -> invite.code().format()),
                        copy("link", () -> invite.link().format()));
        HBox validity = row(muted(until(invite.expiresAt())), revocation(invite));
        if (large) {
            getChildren()
                    .setAll(
                            title(),
                            code,
                            copies,
                            wrapped(Reach.of(invite.link()).sentence()),
                            validity);
        } else {
            getChildren().setAll(row(growing(new VBox(title(), code)), copies), validity);
        }
    }

    /// Shows that the invite is not good any more, whoever or whatever ended it.
    void showOver() {
        boolean expired = shown != null && hasExpired(shown);
        shown = null;
        Button again = action("New code", "new-code-", "Make a new code for the ");
        again.setOnAction(_ -> {
            again.setDisable(true);
            keeper.make(role, this::show, why -> fail(again, why));
        });
        getChildren()
                .setAll(
                        title(),
                        wrapped(
                                (expired ? "Expired." : "Revoked.")
                                        + " It lets no one in any more; whoever is here stays."),
                        row(again));
    }

    private Button revocation(Invite invite) {
        Button revoke =
                styled(action("Revoke", "revoke-", "Revoke the code for the "), "remove-button");
        revoke.setOnAction(_ -> {
            revoke.setDisable(true);
            keeper.revoke(invite, this::showOver, why -> fail(revoke, why));
        });
        return revoke;
    }

    private Button action(String words, String id, String spoken) {
        Button button = named(id + RoleWords.of(role), new Button(words));
        button.setAccessibleText(spoken + RoleWords.of(role));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void fail(Button button, String why) {
        button.setDisable(false);
        getChildren().removeIf(node -> node.getStyleClass().contains("failure"));
        getChildren().add(styled(wrapped(why), "failure"));
    }

    private Label title() {
        return large
                ? styled(new Label("Invite the candidate"), "heading")
                : new Label(
                        role == Role.INTERVIEWER ? "Another interviewer" : "Someone who watches");
    }

    private static boolean hasExpired(Invite invite) {
        Long at = invite.expiresAt();
        return at != null && at <= System.currentTimeMillis();
    }

    static String until(@Nullable Long at) {
        return at == null
                ? "Good without end"
                : "Good until "
                        + DAY.format(Instant.ofEpochMilli(at).atZone(ZoneId.systemDefault()));
    }

    private CopyButton copy(String what, Supplier<String> text) {
        String who = RoleWords.of(role);
        String words = "Copy the %s for the %s".formatted(what, who);
        CopyButton button = new CopyButton("Copy " + what, words, text);
        button.setMinWidth(USE_PREF_SIZE);
        return named("copy-%s-%s".formatted(what, who), button);
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label muted(String words) {
        return styled(new Label(words), "muted", "caption");
    }

    static Label wrapped(String sentence) {
        Label label = styled(new Label(sentence), "muted");
        label.setWrapText(true);
        return label;
    }
}
