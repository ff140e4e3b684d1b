package dev.tandem.relay.access;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.JoinRoom.ByCode;
import dev.tandem.protocol.message.JoinRoom.ByHostToken;
import dev.tandem.protocol.message.JoinRoom.ByResumeToken;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.access.Admission.Denial;
import dev.tandem.relay.access.Admission.Denied;
import dev.tandem.relay.access.Admission.Newcomer;
import dev.tandem.relay.access.Admission.Returning;
import io.micrometer.core.instrument.Counter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may come into a room. Any thread may call it; it waits for the database and may compute a
/// password's hash.
///
/// Whatever is not valid is denied with the same answer after the same work, so that nobody learns
/// which codes there are.
public final class Doors {
    private final Keys keys;
    private final Passwords passwords;
    private final JoinGuard guard;
    private final Counter refused;
    private final InstantSource clock;

    Doors(Keys keys, Passwords passwords, JoinGuard guard, Counter refused, InstantSource clock) {
        this.keys = keys;
        this.passwords = passwords;
        this.guard = guard;
        this.refused = refused;
        this.clock = clock;
    }

    /// What becomes of a join that comes from `address`, an IP address.
    public Admission admit(JoinRoom join, String address) {
        Admission admission = tryToAdmit(join, address);
        if (admission instanceof Denied) {
            refused.increment();
        }
        return admission;
    }

    private Admission tryToAdmit(JoinRoom join, String address) {
        try {
            return join instanceof ByCode code && code.password() != null
                    ? admitGuess(code, address)
                    : admitKey(join, address);
        } catch (TooBusy _) {
            return new Denied(Denial.TOO_MANY_ATTEMPTS);
        }
    }

    /// A password can be guessed, so each attempt counts while it is under way.
    private Admission admitGuess(ByCode join, String address) {
        if (!guard.enter(address)) {
            return new Denied(Denial.TOO_MANY_ATTEMPTS);
        }
        boolean failed = false;
        try {
            Admission admission = admit(join);
            failed = admission instanceof Denied;
            return admission;
        } finally {
            guard.leave(address, failed);
        }
    }

    /// Nobody guesses one of the other keys, and a whole class may come in at once from one place:
    /// only what failed counts.
    private Admission admitKey(JoinRoom join, String address) {
        if (guard.isShut(address)) {
            return new Denied(Denial.TOO_MANY_ATTEMPTS);
        }
        Admission admission =
                switch (join) {
                    case ByCode code -> admit(code);
                    case ByHostToken(String token, String name) -> admitHost(token, name);
                    case ByResumeToken(String token, Seq lastSeq) -> readmit(token, lastSeq);
                };
        if (admission instanceof Denied) {
            guard.failed(address);
        }
        return admission;
    }

    /// What a code leads to.
    public sealed interface Look {
        record Known(InviteDetails details) implements Look {}

        record Denied(Denial reason) implements Look {}
    }

    /// What who comes from `address` is told of a code before they come in.
    public Look look(String code, String address) {
        if (guard.isShut(address)) {
            return new Look.Denied(Denial.TOO_MANY_ATTEMPTS);
        }
        Look look = look(InviteCode.parse(code).map(keys::invite).orElse(null));
        if (look instanceof Look.Denied) {
            guard.failed(address);
            refused.increment();
        }
        return look;
    }

    private Look look(Keys.@Nullable Invite invite) {
        if (invite != null && invite.revoked()) {
            return new Look.Denied(Denial.REVOKED);
        }
        if (invite == null || invite.hasExpired(clock.millis())) {
            passwords.verifyNobody("");
            return new Look.Denied(Denial.INVALID);
        }
        return new Look.Known(new InviteDetails(invite.role(), invite.facts()));
    }

    /// A participant's place in a session.
    ///
    /// @param owner they came with the host token
    public record Place(SessionId session, ParticipantId participant, boolean owner) {}

    /// The place that this is the resume token of.
    public Optional<Place> place(String resumeToken) {
        return Optional.ofNullable(keys.place(resumeToken));
    }

    /// The session that this is the host token of.
    public Optional<SessionId> hostedSession(String hostToken) {
        return Optional.ofNullable(keys.hostedSession(hostToken));
    }

    /// A token that brings the participant back to their place, as long as it is not dropped.
    ///
    /// @param owner they came with the host token
    public String issueResumeToken(SessionId session, ParticipantId participant, boolean owner) {
        String token = Secrets.newToken();
        keys.addResumeToken(token, session, participant, owner);
        return token;
    }

    public void dropResumeToken(SessionId session, ParticipantId participant) {
        keys.removeResumeTokens(session, participant);
    }

    private Admission admit(ByCode join) {
        Keys.Invite invite = InviteCode.parse(join.code()).map(keys::invite).orElse(null);
        if (invite != null && invite.revoked()) {
            return new Denied(Denial.REVOKED);
        }
        if (invite == null || invite.hasExpired(clock.millis())) {
            return invalid();
        }
        return knowsPassword(join, invite.passwordHash())
                ? new Newcomer(invite.session(), invite.role(), join.name(), false)
                : new Denied(Denial.INVALID);
    }

    private boolean knowsPassword(ByCode join, @Nullable String passwordHash) {
        return passwordHash == null
                || passwords.verify(Objects.requireNonNullElse(join.password(), ""), passwordHash);
    }

    private Admission admitHost(String token, String name) {
        SessionId session = keys.hostedSession(token);
        return session == null ? invalid() : new Newcomer(session, Role.INTERVIEWER, name, true);
    }

    private Admission readmit(String token, @Nullable Seq lastSeq) {
        Place place = keys.place(token);
        return place == null
                ? invalid()
                : new Returning(place.session(), place.participant(), lastSeq, place.owner());
    }

    private Admission invalid() {
        passwords.verifyNobody("");
        return new Denied(Denial.INVALID);
    }
}
