package dev.tandem.relay.http;

import dev.tandem.protocol.api.CreateInvite;
import dev.tandem.protocol.api.CreatedInvite;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.http.Callers.Owned;
import dev.tandem.relay.sessionlog.Sessions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Further invites to a session, those that are good, and taking invites back.
record InviteCalls(Callers callers, Sessions sessions, Invites invites) {

    List<Route> routes(String prefix) {
        return List.of(
                Route.of("POST", prefix + "/sessions/{id}/invites", this::create),
                Route.of("GET", prefix + "/sessions/{id}/invites", this::list),
                Route.of("DELETE", prefix + "/sessions/{id}/invites/{code}", this::revoke));
    }

    private Answer create(ApiRequest request) throws BadMessage {
        Owned session = callers.owned(request);
        CreateInvite create = ApiCodec.readCreateInvite(request.json());
        long usualMs = invites.settings().inviteExpiry().toMillis();
        Invite invite =
                invites.make(
                        request.called(),
                        Objects.requireNonNullElse(create.expiresInMs(), usualMs));
        sessions.addInvite(session.id(), Invites.stored(create.role(), invite), session.by());
        return Answer.created(ApiCodec.write(new CreatedInvite(create.role(), invite)));
    }

    private Answer list(ApiRequest request) {
        Owned session = callers.owned(request);
        long now = invites.settings().clock().millis();
        return Answer.ok(ApiCodec.writeInvites(sessions.liveInvites(session.id(), now)));
    }

    private Answer revoke(ApiRequest request) {
        Owned session = callers.owned(request);
        String hash = hash(request.variable("code")).orElseThrow(HttpProblem::notFound);
        if (!sessions.revokeInvite(session.id(), hash, session.by())) {
            throw HttpProblem.notFound();
        }
        return Answer.noContent();
    }

    /// Of a code, or its beginning, which is an invite's id.
    private static Optional<String> hash(String given) {
        return InviteCode.parse(given)
                .map(Secrets::hash)
                .or(() -> InviteId.parse(given).map(InviteId::value));
    }
}
