package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chat of a room. FX thread.
public final class ChatPane extends VBox {
    private final RoomStore room;
    private final ChatRows rows;
    private final FollowingScroll scroll;
    private final @Nullable Composer composer;
    private final BooleanProperty unread = new SimpleBooleanProperty(this, "unread");
    private final BooleanProperty silent = new SimpleBooleanProperty(this, "silent");

    public ChatPane(RoomStore room, RoomIntents intents) {
        this(room, new ChatModel(room, intents));
    }

    /// The chat of a room that is past, in which nobody writes any more.
    public static ChatPane toRead(RoomStore room) {
        return new ChatPane(room, (ChatModel) null);
    }

    private ChatPane(RoomStore room, @Nullable ChatModel model) {
        this.room = room;
        this.rows = named("chat-lines", styled(new ChatRows(room), "side-content"));
        Label nothingYet = nothingYet(model == null ? "" : " Everyone here sees what you write.");
        this.scroll = styled(new FollowingScroll(new VBox(rows, nothingYet)), "side-pane");
        StackPane stack = growing(new StackPane(scroll, newMessages()));
        StackPane.setAlignment(stack.getChildren().getLast(), Pos.BOTTOM_CENTER);
        getChildren().add(stack);
        if (model == null) {
            composer = null;
        } else {
            composer = new Composer(model, scroll::follow);
            getChildren().add(composer);
        }
        room.chat().addListener((ListChangeListener<ChatLine>) this::onChange);
        scroll.followingProperty().subscribe(end -> unread.set(unread.get() && !end));
        scroll.setOnTop(() -> rows.showOlder(scroll.followingProperty().get()));
        rows.refresh(true);
        refreshSilence();
    }

    public void focusInput() {
        if (composer != null) {
            composer.focus();
        }
    }

    private void onChange(Change<? extends ChatLine> change) {
        boolean atEnd = scroll.followingProperty().get();
        while (change.next()) {
            boolean grew = change.getAddedSize() > change.getRemovedSize();
            unread.set(unread.get() || (grew && !atEnd));
        }
        rows.refresh(atEnd);
        refreshSilence();
    }

    private void refreshSilence() {
        silent.set(room.chat().stream().noneMatch(ChatLine.Message.class::isInstance));
    }

    private Button newMessages() {
        Button button = named("new-messages", styled(new Button("New messages"), "new-messages"));
        button.setOnAction(_ -> scroll.follow());
        showWhile(unread, button);
        return button;
    }

    private Label nothingYet(String more) {
        Label label =
                styled(new Label("Nothing has been written yet." + more), "muted", "chat-empty");
        label.setWrapText(true);
        showWhile(silent, label);
        return label;
    }
}
