package dev.tandem.desktop.people;

import dev.tandem.desktop.session.Kept;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.message.RoomSnapshot.Retention;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is kept of an interview and how long, in sentences.
final class Recorded {
    static final List<String> KEPT =
            List.of(
                    "The text, with every change, its time, and who made it.",
                    "The chat.",
                    "Every run: who started it, what was typed for it, what it printed, how it ended.",
                    "The tests and their results, and what is handed in.",
                    "Who joins, leaves, loses the connection and comes back, by the name they gave.",
                    "The language, who may edit, the start and the end.",
                    "What interviewers write about it, which only they see.");

    private static final String NOTED =
            "That a candidate pasted or dropped text from outside the window, and how long it is,"
                    + " and how long the window was not in front.";

    static final List<String> NOT_KEPT =
            List.of(
                    "Where your caret is and what you select.",
                    "That you are writing a chat message, until you send it.",
                    "Sound, picture, or what is in other windows.");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Recorded() {}

    /// All that is kept of this interview.
    static List<String> kept(RoomStore room) {
        return room.factsProperty().get().on()
                ? Stream.concat(KEPT.stream(), Stream.of(NOTED)).toList()
                : KEPT;
    }

    /// Until when.
    static String until(RoomStore room) {
        Kept kept = room.keptProperty().get();
        Retention retention = kept == null ? null : kept.retention();
        Long ms = retention == null ? null : retention.keptMs();
        return ms == null
                ? "It stays on the relay until the interviewer deletes the interview there."
                : "It stays on the relay until %s, unless the interviewer deletes it before."
                        .formatted(until(room.sessionProperty().get().endedAt(), ms));
    }

    private static String until(@Nullable Long endedAt, long ms) {
        return endedAt == null
                ? span(ms) + " after the end"
                : DAY.format(Instant.ofEpochMilli(endedAt + ms).atZone(ZoneId.systemDefault()));
    }

    private static String span(long ms) {
        long days = TimeUnit.MILLISECONDS.toDays(ms);
        long hours = Math.max(1, TimeUnit.MILLISECONDS.toHours(ms));
        return days >= 2 ? days + " days" : hours == 1 ? "an hour" : hours + " hours";
    }
}
