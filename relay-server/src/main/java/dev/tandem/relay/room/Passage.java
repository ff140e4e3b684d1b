package dev.tandem.relay.room;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.message.ClientMessage.Ping;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import org.jspecify.annotations.Nullable;

/// What becomes of something that passes: it is said to the others, or refused, or dropped.
///
/// @param now epoch milliseconds UTC
record Passage(RoomState state, ParticipantId by, long now) {

    @Nullable Refusal whyNot(Passing passing) {
        return switch (passing) {
            case Cursor _ -> RoomRules.whyNot(state, by, Capability.POINT);
            case Typing _ -> RoomRules.whyNot(state, by, Capability.CHAT);
            case Ping _ -> null;
        };
    }

    /// What the others are told; null for nothing.
    @Nullable ServerMessage onward(Passing passing) {
        return switch (passing) {
            case Cursor cursor -> fits(cursor) ? moved(cursor) : null;
            case Typing(boolean on) -> new ServerMessage.TypingChanged(now, by, on);
            case Ping _ -> null;
        };
    }

    private ServerMessage moved(Cursor cursor) {
        return new ServerMessage.CursorMoved(
                now, by, cursor.doc(), cursor.revision(), cursor.selections());
    }

    private boolean fits(Cursor cursor) {
        Document document = state.document(cursor.doc());
        int revision = cursor.revision().value();
        if (document == null || !document.history().knows(revision)) {
            return false;
        }
        int length = document.history().lengthAt(document.text(), revision);
        return cursor.selections().stream()
                .allMatch(s -> s.anchor() <= length && s.head() <= length);
    }
}
