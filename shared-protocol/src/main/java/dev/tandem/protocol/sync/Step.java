package dev.tandem.protocol.sync;

import dev.tandem.protocol.message.ClientMessage;
import java.util.List;

/// What one thing that happened to a client leads to.
///
/// @param client the client as it is now
/// @param send what to say to the relay, in this order
/// @param notices what to tell the person, in this order
public record Step(RoomClient client, List<ClientMessage> send, List<Notice> notices) {
    public Step {
        send = List.copyOf(send);
        notices = List.copyOf(notices);
    }
}
