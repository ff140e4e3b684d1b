package dev.tandem.desktop.session;

import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of the chat of a whole log. Immutable.
///
/// @param lines in their order
/// @param places at the same index, from which place of the log on there is the line
public record RecordedChat(List<ChatLine> lines, List<Integer> places) {
    public RecordedChat {
        lines = List.copyOf(lines);
        places = List.copyOf(places);
    }

    public static RecordedChat of(List<LoggedEvent> log) {
        List<ChatLine> lines = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        RoomState people = RoomState.EMPTY; // as far as sentences need to know
        int place = 0;
        for (LoggedEvent logged : log) {
            place++;
            ChatLine line = line(logged, people);
            if (line != null) {
                lines.add(line);
                places.add(place);
            }
            if (isAboutPeople(logged)) {
                people = RoomRules.evolve(people, logged);
            }
        }
        return new RecordedChat(lines, places);
    }

    /// The lines that there are at a place.
    List<ChatLine> at(int place) {
        int count = 0;
        while (count < places.size() && places.get(count) <= place) {
            count++;
        }
        return lines.subList(0, count);
    }

    private static @Nullable ChatLine line(LoggedEvent logged, RoomState people) {
        if (logged.event() instanceof ChatMessage(String text) && logged.by() != null) {
            return new ChatLine.Message(logged.at(), logged.by(), text, Delivery.CONFIRMED);
        }
        String sentence = new Sentences(null, people).of(logged);
        return sentence == null ? null : new ChatLine.Notice(logged.at(), sentence);
    }

    private static boolean isAboutPeople(LoggedEvent logged) {
        return logged.event() instanceof PeerJoined
                || logged.event() instanceof PeerLeft
                || logged.event() instanceof PermissionsChanged;
    }
}
