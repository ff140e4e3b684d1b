package dev.tandem.relay.room;

import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.relay.Eventually;
import java.util.ArrayList;
import java.util.List;

/// A connection that remembers what it was told.
final class Listener implements Subscriber {
    private final List<ServerMessage> heard = new ArrayList<>();
    private CloseCode closeCode;

    @Override
    public synchronized void send(Outgoing message) {
        try {
            heard.add(MessageCodec.readServerMessage(message.text()));
        } catch (BadMessage e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public synchronized void close(CloseCode code) {
        if (closeCode == null) {
            closeCode = code;
        }
    }

    synchronized List<ServerMessage> heard() {
        return List.copyOf(heard);
    }

    synchronized CloseCode closeCode() {
        return closeCode;
    }

    RoomSnapshot snapshot() {
        return await(RoomSnapshot.class, 1).getFirst();
    }

    /// Everything of a type, once there are `count` of them.
    <T extends ServerMessage> List<T> await(Class<T> type, int count) {
        Eventually.until(
                count + " messages " + type.getSimpleName() + " came, not only " + heard(),
                () -> all(type).size() >= count);
        return all(type);
    }

    CloseCode awaitClose() {
        Eventually.until("the connection is closed", () -> closeCode() != null);
        return closeCode();
    }

    private <T> List<T> all(Class<T> type) {
        return heard().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
