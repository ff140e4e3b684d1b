package dev.tandem.desktop.session;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.Map;
import java.util.function.Consumer;

/// A room as it was at some place of its log, for the views of a live one. One is nobody there, and
/// may do nothing. FX thread.
public final class RecordedRoom extends ObservableRoom {
    private final RecordedChat script;
    private Text text = Text.of("");
    private long now;

    public RecordedRoom(RecordedChat script) {
        this.script = script;
    }

    /// Shows the state at a place.
    ///
    /// @param instant epoch milliseconds, not before the state's last event
    public void show(int place, RoomState state, long instant) {
        now = instant;
        know(state);
        Document main = state.document(DocumentId.MAIN);
        text = main == null ? Text.of("") : main.text();
        board = RunBoard.recorded(state.runs());
        show(null, false);
        chat.show(script.at(place));
    }

    @Override
    public void findWhatIsLeft(Consumer<Map<Integer, Integer>> then) {
        then.accept(Map.of());
    }

    @Override
    public TextOperation revert(Change change) {
        return TextOperation.identity(text.length());
    }

    @Override
    public long serverNow() {
        return now;
    }

    @Override
    public Text visibleText() {
        return text;
    }
}
