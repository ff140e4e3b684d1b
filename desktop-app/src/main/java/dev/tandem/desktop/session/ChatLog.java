package dev.tandem.desktop.session;

import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lines of the chat: what is in the log in its order, then what is on its way.
final class ChatLog {
    private final ObservableList<ChatLine> lines = FXCollections.observableArrayList();
    private final ObservableList<ChatLine> readOnly =
            FXCollections.unmodifiableObservableList(lines);
    private Seq last = Seq.ZERO;

    ObservableList<ChatLine> lines() {
        return readOnly;
    }

    /// One is on its way to say `text`.
    void sending(ParticipantId me, String text, long now) {
        lines.add(new Message(now, me, text, Delivery.PENDING));
    }

    /// The relay did not take it.
    void refused(String text) {
        int index = firstPending(text);
        if (index >= 0 && lines.get(index) instanceof Message m) {
            lines.set(index, new Message(m.at(), m.by(), m.text(), Delivery.REFUSED));
        }
    }

    /// Shows a beginning of one and the same recorded chat, and nothing else.
    void show(List<ChatLine> beginning) {
        if (beginning.size() < lines.size()) {
            lines.remove(beginning.size(), lines.size());
        } else if (beginning.size() > lines.size()) {
            lines.addAll(beginning.subList(lines.size(), beginning.size()));
        }
    }

    /// @param sentence what to say of it; null for nothing
    void happened(LoggedEvent logged, ParticipantId me, @Nullable String sentence) {
        if (!logged.seq().isAfter(last)) {
            return;
        }
        last = logged.seq();
        if (logged.event() instanceof ChatMessage(String text) && logged.by() != null) {
            said(new Message(logged.at(), logged.by(), text, Delivery.CONFIRMED), me);
        } else if (sentence != null) {
            lines.add(confirmed(), new Notice(logged.at(), sentence));
        }
    }

    /// The room as it is found: of what was before, the chat and when it started and ended.
    void found(Iterable<LoggedEvent> chat, SessionFacts facts, ParticipantId me) {
        chat.forEach(message -> happened(message, me, null));
        found(facts.startedAt(), "The interview has started");
        found(facts.endedAt(), "The interview has ended");
    }

    private void found(@Nullable Long at, String sentence) {
        if (at != null && lines.stream().noneMatch(line -> isNoticeOf(at, line))) {
            lines.add(firstAfter(at), new Notice(at, sentence));
        }
    }

    private static boolean isNoticeOf(long at, ChatLine line) {
        return line instanceof Notice && line.at() == at;
    }

    private void said(Message message, ParticipantId me) {
        int pending = message.by().equals(me) ? firstPending(message.text()) : -1;
        if (pending >= 0) {
            lines.set(pending, message);
        } else {
            lines.add(confirmed(), message);
        }
    }

    private int firstPending(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (isPending(lines.get(i))
                    && lines.get(i) instanceof Message m
                    && m.text().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private int confirmed() {
        int index = lines.size();
        while (index > 0 && isPending(lines.get(index - 1))) {
            index--;
        }
        return index;
    }

    private int firstAfter(long at) {
        int index = confirmed();
        while (index > 0 && lines.get(index - 1).at() > at) {
            index--;
        }
        return index;
    }

    private static boolean isPending(ChatLine line) {
        return line instanceof Message m && m.delivery() == Delivery.PENDING;
    }
}
