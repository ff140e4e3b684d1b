package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.desktop.session.RoomStore;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// What happened in the room, among what was said. FX thread.
final class NoticeRow implements ChatRow {
    private final RoomStore room;
    private final Label words = styled(ChatRow.wrapped(), "chat-notice");
    private @Nullable Notice shown;

    NoticeRow(RoomStore room) {
        this.room = room;
        words.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public @Nullable Notice line() {
        return shown;
    }

    @Override
    public boolean take(ChatLine line) {
        if (!(line instanceof Notice notice)) {
            return false;
        }
        shown = notice;
        words.textProperty()
                .bind(
                        ChatRow.time(room, notice.at())
                                .map(time ->
                                        time.isEmpty()
                                                ? notice.sentence()
                                                : notice.sentence() + " · " + time));
        return true;
    }

    @Override
    public Node node() {
        return words;
    }
}
