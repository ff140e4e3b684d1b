package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.room.Participant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What somebody said, with their name and when it was. FX thread.
final class MessageRow implements ChatRow {
    private static final String PENDING = "pending";
    private static final String NOBODYS = "person-nobody";

    private final RoomStore room;
    private final Label name = styled(new Label(), "person-name", NOBODYS);
    private final Label when = styled(new Label(), "chat-time");
    private final Label text = styled(ChatRow.wrapped(), "chat-text");
    private final VBox box;
    private @Nullable Message shown;

    MessageRow(RoomStore room) {
        this.room = room;
        text.setOnContextMenuRequested(event ->
                // Made when it is asked for: a menu is a window, and chats have many lines.
                copyMenu(text.getText()).show(text, event.getScreenX(), event.getScreenY()));
        HBox author = new HBox(6, name, when);
        author.setAlignment(Pos.BASELINE_LEFT);
        box = styled(new VBox(3, author, text), "chat-message");
        box.setMinSize(0, 0);
    }

    @Override
    public @Nullable Message line() {
        return shown;
    }

    @Override
    public boolean take(ChatLine line) {
        if (!(line instanceof Message message)) {
            return false;
        }
        shown = message;
        text.setText(message.text());
        showAuthor(room.person(message.by()));
        showTime(message);
        box.getStyleClass().remove(PENDING);
        if (message.delivery() != Delivery.CONFIRMED) {
            styled(box, PENDING);
        }
        return true;
    }

    private void showAuthor(@Nullable Participant person) {
        name.setText(person == null ? "Someone" : person.name());
        String color = person == null ? NOBODYS : PersonColor.of(person.color()).styleClass();
        if (!color.equals(name.getStyleClass().getLast())) {
            name.getStyleClass().set(name.getStyleClass().size() - 1, color);
        }
    }

    private void showTime(Message message) {
        when.textProperty().unbind();
        switch (message.delivery()) {
            case PENDING -> when.setText("sending…");
            case REFUSED -> when.setText("not sent");
            case CONFIRMED ->
                    when.textProperty()
                            .bind(
                                    ChatRow.time(room, message.at())
                                            .map(t -> t.isEmpty() ? "before the start" : t));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    private static ContextMenu copyMenu(String text) {
        MenuItem copy = new MenuItem("Copy message");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new ContextMenu(copy);
    }
}
