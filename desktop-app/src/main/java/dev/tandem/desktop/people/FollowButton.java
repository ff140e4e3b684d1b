package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Avatar;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.Follow;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Participant;
import javafx.scene.control.ToggleButton;

/// Follows a person with one's view, and ceases to. FX thread.
final class FollowButton extends ToggleButton {
    private FollowButton(Participant person, Follow follow) {
        ParticipantId id = person.participantId();
        PersonColor.of(person.color()).paint(this);
        setAccessibleText("Follow " + person.name());
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> follow.toggle(id));
        follow.followedProperty().subscribe(followed -> setSelected(id.equals(followed)));
    }

    /// The person's disc as a button.
    static FollowButton as(Avatar avatar, Participant person, Follow follow) {
        FollowButton button = styled(new FollowButton(person, follow), "avatar-button");
        button.setGraphic(avatar);
        button.selectedProperty()
                .subscribe(followed ->
                        avatar.setHint(followed ? "Click to stop following" : "Click to follow"));
        return button;
    }

    /// A small button that says what it does.
    static FollowButton withWords(Participant person, Follow follow) {
        FollowButton button = styled(new FollowButton(person, follow), "follow-button");
        button.setId("follow-" + person.participantId().value());
        button.textProperty()
                .bind(button.selectedProperty().map(on -> on ? "Following" : "Follow"));
        return button;
    }
}
