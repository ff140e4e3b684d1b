package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;

/// The log does not end where the author of an append thought.
public final class SeqConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long head;

    public SeqConflict(SessionId session, Seq expected, Seq head) {
        super("the log of %s ends at %s, not at %s".formatted(session, head, expected));
        this.head = head.value();
    }

    /// Where the log does end.
    public Seq head() {
        return new Seq(head);
    }
}
