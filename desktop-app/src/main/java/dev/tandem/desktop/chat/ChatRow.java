package dev.tandem.desktop.chat;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.RoomStore;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What shows one line of the chat. Another line of the same kind can take its place, which costs
/// much less than nodes that are new. FX thread.
sealed interface ChatRow permits MessageRow, NoticeRow {

    /// A row that shows a line.
    ///
    /// @param room tells whose line it is, and when the interview began
    static ChatRow of(ChatLine line, RoomStore room) {
        ChatRow row =
                switch (line) {
                    case ChatLine.Message _ -> new MessageRow(room);
                    case ChatLine.Notice _ -> new NoticeRow(room);
                };
        row.take(line);
        return row;
    }

    /// The line that is shown.
    @Nullable ChatLine line();

    /// Shows a line, if it is of the row's kind.
    ///
    /// @return whether it does
    boolean take(ChatLine line);

    Node node();

    /// When that was since the start, as the timer shows it; empty before the start.
    static ObservableValue<String> time(RoomStore room, long at) {
        return room.sessionProperty().map(facts -> time(facts.startedAt(), at));
    }

    private static String time(@Nullable Long startedAt, long at) {
        return startedAt == null || at < startedAt ? "" : Elapsed.format(at - startedAt);
    }

    static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
