package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Participant;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says whom the view follows: a line around the editor in their colour, and a few words in its
/// corner. It lies over the text and takes no room. FX thread.
final class FollowSign extends StackPane {
    private final RoomStore room;
    private final Follow follow;
    private final Region line = styled(new Region(), "follow-line");
    private final Label words = new Label();
    private final Button stop = styled(new Button("", new FontIcon(Feather.X)), "flat");
    private final HBox pill = named("follow-pill", styled(new HBox(words, stop), "follow-pill"));

    FollowSign(RoomStore room, Follow follow) {
        this.room = room;
        this.follow = follow;
        line.setMouseTransparent(true);
        pill.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(pill, Pos.TOP_RIGHT);
        words.setAccessibleRole(AccessibleRole.TEXT);
        named("stop-following", stop);
        stop.setFocusTraversable(false); // Esc does the same, and the editor keeps the keyboard
        stop.setOnAction(_ -> follow.stop());
        setPickOnBounds(false);
        room.people().addListener((ListChangeListener<Participant>) _ -> refresh());
        keepFresh(this::refresh, follow.followedProperty(), room.selectionsProperty());
    }

    private void refresh() {
        ParticipantId id = follow.followedProperty().get();
        Participant person = id == null ? null : room.person(id);
        if (person == null) {
            getChildren().clear();
        } else {
            show(person);
        }
    }

    private void show(Participant person) {
        PersonColor.of(person.color()).paint(this);
        words.setText(sentence(person) + " · Esc stops");
        words.setAccessibleText(sentence(person) + ". Escape stops it.");
        stop.setAccessibleText("Stop following " + person.name());
        getChildren().setAll(line, pill);
    }

    private String sentence(Participant person) {
        List<?> carets =
                room.selectionsProperty().get().getOrDefault(person.participantId(), List.of());
        if (!person.connected()) {
            return person.name() + " lost the connection";
        }
        return carets.isEmpty()
                ? person.name() + " has not moved yet"
                : "Following " + person.name();
    }
}
