package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.room.Participant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What one line of the chat looks like. FX thread.
///
/// @param room tells whose line it is, and when the interview began
record ChatLines(RoomStore room) {

    Node node(ChatLine line) {
        return switch (line) {
            case ChatLine.Message message -> message(message);
            case ChatLine.Notice notice -> notice(notice);
        };
    }

    private Node notice(ChatLine.Notice notice) {
        Label words = wrapped();
        words.textProperty()
                .bind(
                        time(notice.at())
                                .map(time ->
                                        time.isEmpty()
                                                ? notice.sentence()
                                                : notice.sentence() + " · " + time));
        words.setMaxWidth(Double.MAX_VALUE);
        return styled(words, "chat-notice");
    }

    private Node message(ChatLine.Message message) {
        Label text = styled(wrapped(), "chat-text");
        text.setText(message.text());
        text.setOnContextMenuRequested(event ->
                // Made when it is asked for: a menu is a window, and chats have many lines.
                copyMenu(message.text()).show(text, event.getScreenX(), event.getScreenY()));
        VBox box = new VBox(3, author(message), text);
        if (message.delivery() != Delivery.CONFIRMED) {
            styled(box, "pending");
        }
        return styled(box, "chat-message");
    }

    private HBox author(ChatLine.Message message) {
        Participant person = room.person(message.by());
        Label name = styled(new Label(person == null ? "Someone" : person.name()), "person-name");
        if (person != null) {
            PersonColor.of(person.color()).paint(name);
        }
        HBox author = new HBox(6, name, when(message));
        author.setAlignment(Pos.BASELINE_LEFT);
        return author;
    }

    private Label when(ChatLine.Message message) {
        Label when = styled(new Label(), "chat-time");
        switch (message.delivery()) {
            case PENDING -> when.setText("sending…");
            case REFUSED -> when.setText("not sent");
            case CONFIRMED ->
                    when.textProperty()
                            .bind(
                                    time(message.at())
                                            .map(t -> t.isEmpty() ? "before the start" : t));
        }
        return when;
    }

    /// Since the start, as the timer shows it; empty before the start.
    private ObservableValue<String> time(long at) {
        return room.sessionProperty().map(facts -> time(facts.startedAt(), at));
    }

    private static String time(@Nullable Long startedAt, long at) {
        return startedAt == null || at < startedAt ? "" : Elapsed.format(at - startedAt);
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

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
