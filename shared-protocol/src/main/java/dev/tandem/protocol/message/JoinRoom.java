package dev.tandem.protocol.message;

import dev.tandem.protocol.id.Seq;
import org.jspecify.annotations.Nullable;

/// The first message of a connection: who one is and by what right one comes.
public sealed interface JoinRoom extends ClientMessage {

    /// By an invite code, which stands for one session and one role.
    record ByCode(String code, String name, @Nullable String password) implements JoinRoom {}

    /// As an interviewer of the session that the token was made for.
    record ByHostToken(String hostToken, String name) implements JoinRoom {}

    /// Back to one's own place.
    ///
    /// @param lastSeq the last event one knows, to be told only what came after it; null asks for
    ///   the whole state
    record ByResumeToken(String resumeToken, @Nullable Seq lastSeq) implements JoinRoom {}
}
