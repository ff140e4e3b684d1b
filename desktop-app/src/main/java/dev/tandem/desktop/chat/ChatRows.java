package dev.tandem.desktop.chat;

import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.RoomStore;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The last lines of the chat, and as many before them as somebody scrolled up to: however long it
/// is, there are nodes for what is looked at. A change touches the rows that it is about; where all
/// lines are others, the rows there are show these. FX thread.
final class ChatRows extends VBox {
    /// More than most windows have room for; where it is not, more are asked for.
    static final int LEAST = 20;

    /// Of so many the rows around them are left alone.
    private static final int FEW = 5;

    /// So many times as many as are needed before the first ones are let go again.
    static final int MOST = 3;

    private static final double BETWEEN = 12;

    private final RoomStore room;
    private final List<ChatRow> rows = new ArrayList<>();
    private int from;
    private int needed = LEAST;

    ChatRows(RoomStore room) {
        super(BETWEEN);
        this.room = room;
        setMinSize(0, 0);
    }

    /// Shows what the chat has become.
    ///
    /// @param atEnd whether its end is what is looked at, and not a line somewhere before
    void refresh(boolean atEnd) {
        int size = room.chat().size();
        int more = size - from - rows.size();
        if (atEnd ? Math.abs(more) > FEW : size <= from || more > needed) {
            from = Math.max(0, size - needed);
        } else if (atEnd && rows.size() > MOST * needed) {
            letGo(rows.size() - needed);
        }
        show(room.chat().subList(from, size));
        if (rows.size() < needed - FEW) {
            showOlder(false);
        }
    }

    /// Shows some more lines above.
    ///
    /// @param always whether so many more are needed from now on
    /// @return whether there are any
    boolean showOlder(boolean always) {
        if (from == 0) {
            return false;
        }
        needed += always ? LEAST : 0;
        from = Math.max(0, from - LEAST);
        show(room.chat().subList(from, room.chat().size()));
        return true;
    }

    private void letGo(int count) {
        remove(0, count);
        from += count;
    }

    /// What is alike at the beginning and at the end stays; between, rows take other lines.
    private void show(List<ChatLine> lines) {
        int fewer = Math.min(rows.size(), lines.size());
        int begin = 0;
        while (begin < fewer && lines.get(begin).equals(rows.get(begin).line())) {
            begin++;
        }
        int same = 0;
        while (same < fewer - begin
                && lines.get(lines.size() - 1 - same)
                        .equals(rows.get(rows.size() - 1 - same).line())) {
            same++;
        }
        for (; begin < fewer - same; begin++) {
            take(begin, lines.get(begin));
        }
        remove(begin, rows.size() - same);
        add(begin, lines.subList(begin, lines.size() - same));
    }

    private void take(int index, ChatLine line) {
        if (!rows.get(index).take(line)) {
            ChatRow row = ChatRow.of(line, room);
            rows.set(index, row);
            getChildren().set(index, row.node());
        }
    }

    private void remove(int begin, int end) {
        if (begin < end) {
            rows.subList(begin, end).clear();
            getChildren().remove(begin, end);
        }
    }

    private void add(int index, List<ChatLine> lines) {
        List<ChatRow> added = lines.stream().map(line -> ChatRow.of(line, room)).toList();
        List<Node> nodes = added.stream().map(ChatRow::node).toList();
        rows.addAll(index, added);
        getChildren().addAll(index, nodes);
    }
}
