package dev.tandem.protocol.message;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.text.Selection;
import java.util.List;

/// What a client says to the relay.
public sealed interface ClientMessage
        permits JoinRoom, ClientMessage.Command, ClientMessage.Diverged, ClientMessage.Passing {

    /// Something that is to happen once, and is answered.
    record Command(CommandId id, Intent intent) implements ClientMessage {}

    /// The relay's `check` found another text here. Nothing comes of it in the room, so that it
    /// needs no id; under one it is answered.
    ///
    /// @param revision of the text here
    /// @param hash of the text here, as of [dev.tandem.protocol.text.Text#hash()]
    record Diverged(DocumentId doc, Revision revision, String hash) implements ClientMessage {}

    /// Something that passes: it is never stored and never answered but by its like.
    sealed interface Passing extends ClientMessage {}

    /// Where one's carets are in the text of `doc` at `revision`.
    record Cursor(DocumentId doc, Revision revision, List<Selection> selections)
            implements Passing {
        public Cursor {
            selections = List.copyOf(selections);
        }
    }

    /// Whether one is writing a chat message.
    record Typing(boolean on) implements Passing {}

    /// `t` comes back as it is: the sender's clock, in whatever unit it likes.
    record Ping(Number t) implements Passing {}
}
