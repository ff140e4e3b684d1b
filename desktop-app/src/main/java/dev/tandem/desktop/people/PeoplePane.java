package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Participant;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Who is in the room, in the order of their coming. FX thread.
public final class PeoplePane extends ScrollPane {
    private final RoomStore room;
    private final RoomIntents intents;
    private final Follow follow;
    private final VBox rows = styled(new VBox(12), "side-content");
    private final Map<ParticipantId, PersonRow> rowOf = new HashMap<>();

    public PeoplePane(RoomStore room, RoomIntents intents, Follow follow) {
        this.room = room;
        this.intents = intents;
        this.follow = follow;
        setContent(rows);
        setFitToWidth(true);
        styled(this, "side-pane");
        room.people().addListener((ListChangeListener<Participant>) _ -> refresh());
        keepFresh(this::refresh, room.mayProperty(), room.youProperty());
    }

    /// Rows stay the same as long as the person does: what has the focus keeps it.
    private void refresh() {
        boolean adjustable = room.may(Capability.CONDUCT);
        rows.getChildren().setAll(room.people().stream().map(this::row).toList());
        room.people().forEach(person -> row(person).show(person, adjustable));
    }

    private PersonRow row(Participant person) {
        return rowOf.computeIfAbsent(
                person.participantId(),
                id -> new PersonRow(person, isOneself(id), intents, follow));
    }

    private boolean isOneself(ParticipantId id) {
        You you = room.youProperty().get();
        return you != null && you.participantId().equals(id);
    }
}
