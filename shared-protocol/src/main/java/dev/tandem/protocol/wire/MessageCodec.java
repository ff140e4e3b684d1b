package dev.tandem.protocol.wire;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.Envelope;
import dev.tandem.protocol.message.ServerMessage;

/// Messages as the contract writes them: one JSON object each. Any thread.
public final class MessageCodec {
    private MessageCodec() {}

    /// Reads what a client sent.
    ///
    /// @throws BadMessage if it is no message of the contract, with the answer it deserves
    public static ClientMessage readClientMessage(String json) throws BadMessage {
        return readEnvelope(json).message();
    }

    /// Reads what a client sent, with the id that the answer names.
    ///
    /// @throws BadMessage if it is no message of the contract, with the answer it deserves
    public static Envelope readEnvelope(String json) throws BadMessage {
        return ClientMessageCodec.read(json);
    }

    /// Reads what a relay sent; of a newer relay's messages it makes [ServerMessage.Unknown].
    ///
    /// @throws BadMessage if it is no message of the contract
    public static ServerMessage readServerMessage(String json) throws BadMessage {
        return ServerMessageCodec.read(json);
    }

    public static String write(ClientMessage message) {
        return Json.write(ClientMessageCodec.write(message));
    }

    /// Writes what a relay says.
    ///
    /// @throws IllegalArgumentException for [ServerMessage.Unknown], which nobody sends
    public static String write(ServerMessage message) {
        return Json.write(ServerMessageCodec.write(message));
    }

    /// An event on its own, as a log is written out.
    public static String write(LoggedEvent event) {
        return Json.write(ServerMessageCodec.write(event));
    }
}
