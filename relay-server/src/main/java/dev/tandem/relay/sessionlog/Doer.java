package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Word;
import org.jspecify.annotations.Nullable;

/// Who did something.
///
/// @param id the account's or the participant's; null for all others
public record Doer(Kind kind, @Nullable String id) {
    /// Whoever has the session's host token.
    public static final Doer HOST = new Doer(Kind.HOST, null);

    /// At the relay's own command line.
    public static final Doer OPERATOR = new Doer(Kind.OPERATOR, null);

    /// Nobody: time had passed.
    public static final Doer RELAY = new Doer(Kind.RELAY, null);

    public static final Doer STRANGER = new Doer(Kind.STRANGER, null);

    public enum Kind implements Word {
        ACCOUNT,
        HOST,
        PARTICIPANT,
        OPERATOR,
        RELAY,
        STRANGER
    }

    public static Doer account(String id) {
        return new Doer(Kind.ACCOUNT, id);
    }

    public static Doer participant(ParticipantId id) {
        return new Doer(Kind.PARTICIPANT, id.value());
    }

    /// To whom a session belongs.
    ///
    /// @param account null where it was made without one
    static Doer owner(@Nullable String account) {
        return account == null ? HOST : account(account);
    }
}
