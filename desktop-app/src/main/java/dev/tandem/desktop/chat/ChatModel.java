package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.keepFresh;

import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Participant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.SetChangeListener;

/// What one is writing, and the words around it. FX thread.
public final class ChatModel {
    /// So few characters left are worth a word.
    private static final int NEAR = 400;

    private final RoomStore room;
    private final RoomIntents intents;
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(this, "left", "");
    private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper(this, "typing", "");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper(this, "prompt", "");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

    public ChatModel(RoomStore room, RoomIntents intents) {
        this.room = room;
        this.intents = intents;
        draft.subscribe((_, text) -> onDraft(text));
        keepFresh(this::onRights, room.mayProperty(), room.sessionProperty());
        room.typing().addListener((SetChangeListener<ParticipantId>) _ -> onTyping());
        onTyping();
    }

    public StringProperty draftProperty() {
        return draft;
    }

    /// How many characters are left, in words; empty while there are plenty.
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Who is writing: `Mert is typing…`; empty while nobody is.
    public ReadOnlyStringProperty typingProperty() {
        return typing.getReadOnlyProperty();
    }

    /// What the empty field says.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// Whether one may write.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Sends what is written, if it can be sent as it is.
    ///
    /// @return whether it was
    public boolean send() {
        String text = draft.get();
        if (!open.get() || text.isBlank() || text.length() > Limits.CHAT_LENGTH) {
            return false;
        }
        intents.say(text);
        draft.set("");
        return true;
    }

    private void onDraft(String text) {
        intents.typing(!text.isBlank());
        int rest = Limits.CHAT_LENGTH - text.length();
        if (rest < 0) {
            left.set("%,d too many".formatted(-rest));
        } else {
            left.set(rest < NEAR ? "%,d left".formatted(rest) : "");
        }
    }

    private void onRights() {
        open.set(room.may(Capability.CHAT));
        if (open.get()) {
            prompt.set("Write to everyone");
        } else {
            prompt.set(
                    room.sessionProperty().get().status() == SessionStatus.ENDED
                            ? "The chat is closed"
                            : "You can read along");
        }
    }

    private void onTyping() {
        typing.set(
                whoIsTyping(
                        room.typing().stream()
                                .map(room::person)
                                .filter(Objects::nonNull)
                                .map(Participant::name)
                                .sorted()
                                .toList()));
    }

    static String whoIsTyping(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst() + " is typing…";
            case 2 -> names.getFirst() + " and " + names.getLast() + " are typing…";
            default -> names.size() + " people are typing…";
        };
    }
}
