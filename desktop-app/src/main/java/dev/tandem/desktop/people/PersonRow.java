package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Avatar;
import dev.tandem.desktop.fx.Confirm;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.protocol.room.Participant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One person: who they are, whether they are connected, and, for who leads the interview, what
/// they may do. FX thread.
final class PersonRow extends HBox {
    private final Avatar avatar;
    private final Label state = styled(new Label(), "muted", "caption");
    private final CheckBox mayEdit = new CheckBox("May edit");
    private final Button remove = styled(new Button("Remove"), "remove-button");
    private final boolean oneself;

    PersonRow(Participant person, boolean oneself, RoomIntents intents, Follow follow) {
        super(12);
        this.oneself = oneself;
        PersonColor color = PersonColor.of(person.color());
        avatar = new Avatar(person.name(), color);
        Label name =
                styled(
                        new Label(oneself ? person.name() + " (you)" : person.name()),
                        "person-name");
        color.paint(name);
        mayEdit.setId("may-edit-" + person.participantId().value());
        mayEdit.setAccessibleText(person.name() + " may edit");
        mayEdit.setOnAction(
                _ -> intents.setPermissions(person.participantId(), mayEdit.isSelected(), null));
        remove.setId("remove-" + person.participantId().value());
        remove.setAccessibleText("Remove " + person.name());
        remove.setOnAction(_ ->
                removal(person.name())
                        .ask(getScene().getWindow(), () -> intents.remove(person.participantId())));
        HBox adjusting = styled(new HBox(mayEdit, spring(), remove), "adjusting");
        HBox title = new HBox(8, name, spring());
        if (follow.offers(person)) {
            title.getChildren().add(FollowButton.withWords(person, follow));
        }
        title.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(avatar, growing(styled(new VBox(title, state, adjusting), "words")));
        styled(this, "person-row");
    }

    /// @param adjustable whether one may grant and take away permissions now
    void show(Participant person, boolean adjustable) {
        avatar.connectedProperty().set(person.connected());
        state.setText(RoleWords.of(person.role()) + ", " + RoleWords.of(person.presence()));
        boolean hers = person.role().hasAdjustablePermissions();
        offer(mayEdit, adjustable && hers);
        offer(remove, adjustable && !oneself && person.presence().mayBeHere());
        mayEdit.setSelected(person.permissions().canEdit());
    }

    private static void offer(Control control, boolean offered) {
        control.setVisible(offered);
        control.setManaged(offered);
    }

    private static Confirm removal(String name) {
        return new Confirm(
                "Remove " + name + " from the interview?",
                "They are sent out and cannot come back to their place. Whoever still has a code can"
                        + " join as somebody new.",
                "Remove");
    }
}
