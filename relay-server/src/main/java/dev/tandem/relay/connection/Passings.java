package dev.tandem.relay.connection;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.message.ClientMessage.Ping;
import dev.tandem.protocol.message.ClientMessage.Typing;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The passing messages of one connection on their way to the room. Of what the room does not take
/// at once, the newest on each topic waits for its turn. Any thread; nothing here waits.
final class Passings {
    /// How many topics may wait; nobody has so many documents open.
    private static final int MOST_TOPICS = 64;

    /// To the room.
    interface Way {
        /// Whether the message is on its way; if not, too much is or was just now.
        boolean offer(@Nullable CommandId id, Passing passing);
    }

    private record Waiting(@Nullable CommandId id, Passing passing) {}

    private final Map<Object, Waiting> waiting = new LinkedHashMap<>();

    /// @param id under which it is answered if it is refused; null for none
    synchronized void pass(Way way, @Nullable CommandId id, Passing passing) {
        Object topic = topic(passing);
        waiting.remove(topic);
        waiting.put(topic, new Waiting(id, passing));
        if (waiting.size() > MOST_TOPICS) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        goOn(way);
    }

    /// Lets through what may go by now.
    synchronized void goOn(Way way) {
        Iterator<Waiting> next = waiting.values().iterator();
        while (next.hasNext()) {
            Waiting first = next.next();
            if (!way.offer(first.id(), first.passing())) {
                return;
            }
            next.remove();
        }
    }

    private static Object topic(Passing passing) {
        return switch (passing) {
            case Cursor cursor -> cursor.doc();
            case Typing _, Ping _ -> passing.getClass();
        };
    }
}
