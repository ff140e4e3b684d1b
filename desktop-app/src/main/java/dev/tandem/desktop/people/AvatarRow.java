package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Avatar;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The people in the room as discs; of many, the first ones and how many more. A click on one of
/// the others follows them. FX thread.
public final class AvatarRow extends HBox {
    private static final int MOST = 6;

    private final Follow follow;
    private final Map<ParticipantId, Avatar> avatarOf = new HashMap<>();
    private final Map<ParticipantId, FollowButton> buttonOf = new HashMap<>();
    private final Label more = styled(new Label(), "muted", "more");

    public AvatarRow(RoomStore room, Follow follow) {
        super(2);
        this.follow = follow;
        setAlignment(Pos.CENTER);
        room.people().addListener((ListChangeListener<Participant>) _ -> show(room.people()));
        show(room.people());
    }

    private void show(List<Participant> people) {
        List<Node> shown = people.stream().limit(MOST).map(this::disc).toList();
        getChildren().setAll(shown);
        if (people.size() > MOST) {
            more.setText("+" + (people.size() - MOST));
            getChildren().add(more);
        }
    }

    private Node disc(Participant person) {
        Avatar avatar = avatar(person);
        return follow.offers(person)
                ? buttonOf.computeIfAbsent(
                        person.participantId(), _ -> FollowButton.as(avatar, person, follow))
                : avatar;
    }

    private Avatar avatar(Participant person) {
        Avatar avatar =
                avatarOf.computeIfAbsent(
                        person.participantId(),
                        _ ->
                                new Avatar(
                                        person.name(),
                                        person.name() + ", " + RoleWords.of(person.role()),
                                        PersonColor.of(person.color())));
        avatar.connectedProperty().set(person.connected());
        return avatar;
    }
}
