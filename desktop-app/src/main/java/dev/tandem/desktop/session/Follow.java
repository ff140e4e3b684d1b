package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Participant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// Whom one's view of the text follows. Nobody but oneself knows of it; it ends when that person
/// leaves for good. FX thread.
public final class Follow {
    private final RoomStore room;
    private final ReadOnlyObjectWrapper<@Nullable ParticipantId> followed =
            new ReadOnlyObjectWrapper<>(this, "followed");

    public Follow(RoomStore room) {
        this.room = room;
        room.people().addListener((ListChangeListener<Participant>) _ -> stopIfGone());
    }

    /// Who is followed; null while nobody is.
    public ReadOnlyObjectProperty<@Nullable ParticipantId> followedProperty() {
        return followed.getReadOnlyProperty();
    }

    /// Whether a person can be followed: one of the others who can have a caret.
    public boolean offers(Participant person) {
        You you = room.youProperty().get();
        boolean oneself = you != null && you.participantId().equals(person.participantId());
        return !oneself && person.role().may(Capability.POINT);
    }

    /// Follows a person instead of anyone else, or ceases to follow them.
    public void toggle(ParticipantId person) {
        followed.set(person.equals(followed.get()) ? null : person);
    }

    public void stop() {
        followed.set(null);
    }

    private void stopIfGone() {
        ParticipantId id = followed.get();
        if (room.people().stream().noneMatch(person -> person.participantId().equals(id))) {
            stop();
        }
    }
}
