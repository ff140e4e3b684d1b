package dev.tandem.desktop.hosting;

import dev.tandem.desktop.connection.Network;
import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.CreateInvite;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedInvite;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.RecoveryCodes;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.api.TotpChange;
import dev.tandem.protocol.api.TotpSecret;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.wire.ApiCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A relay's HTTP API. Any thread; the answers come on a thread of the HTTP client, and they always
/// come: no future fails.
///
/// A bearer is the token of who logged in, or the host token of the session in question.
public final class RelayApi {
    private final HttpCalls calls;

    public RelayApi(RelayAddress relay) {
        calls = new HttpCalls(relay);
    }

    public RelayApi(RelayAddress relay, Network network) {
        calls = new HttpCalls(relay, network.http());
    }

    /// Asks for a token.
    ///
    /// @param code of the second step; null if none was asked for
    public CompletableFuture<Answer<LoggedIn>> login(
            String email, String password, @Nullable String code) {
        String body = ApiCodec.write(new Login(email, password, code));
        return calls.send("POST", "/login", null, body, ApiCodec::readLoggedIn);
    }

    public CompletableFuture<Answer<Boolean>> logout(String bearer) {
        return calls.send("POST", "/logout", bearer, null, _ -> true);
    }

    public CompletableFuture<Answer<AccountDetails>> account(String bearer) {
        return calls.send("GET", "/account", bearer, null, ApiCodec::readAccountDetails);
    }

    public CompletableFuture<Answer<TotpSecret>> beginTotp(String password, String bearer) {
        String body = ApiCodec.write(new TotpChange.Begin(password));
        return calls.send("POST", "/account/totp", bearer, body, ApiCodec::readTotpSecret);
    }

    public CompletableFuture<Answer<RecoveryCodes>> confirmTotp(String code, String bearer) {
        String body = ApiCodec.write(new TotpChange.Confirm(code));
        return calls.send(
                "POST", "/account/totp/confirm", bearer, body, ApiCodec::readRecoveryCodes);
    }

    public CompletableFuture<Answer<Boolean>> turnTotpOff(
            String password, String code, String bearer) {
        String body = ApiCodec.write(new TotpChange.TurnOff(password, code));
        return calls.send("POST", "/account/totp/off", bearer, body, _ -> true);
    }

    /// Makes a session. Without a bearer only a relay on this computer does, if it is open to it.
    public CompletableFuture<Answer<CreatedSession>> create(
            CreateSession session, @Nullable String bearer) {
        String body = ApiCodec.write(session);
        return calls.send("POST", "/sessions", bearer, body, ApiCodec::readCreatedSession);
    }

    public CompletableFuture<Answer<SessionDetails>> session(SessionId id, String bearer) {
        return calls.send("GET", path(id), bearer, null, ApiCodec::readSessionDetails);
    }

    public CompletableFuture<Answer<SessionDetails>> patch(
            SessionId id, SessionPatch patch, String bearer) {
        String body = ApiCodec.write(patch);
        return calls.send("PATCH", path(id), bearer, body, ApiCodec::readSessionDetails);
    }

    /// Makes one more invite.
    public CompletableFuture<Answer<CreatedInvite>> invite(SessionId id, Role role, String bearer) {
        String body = ApiCodec.write(new CreateInvite(role, null));
        return calls.send("POST", path(id) + "/invites", bearer, body, ApiCodec::readCreatedInvite);
    }

    /// Lets nobody in by this code any more.
    public CompletableFuture<Answer<Boolean>> revoke(SessionId id, InviteCode code, String bearer) {
        return calls.send(
                "DELETE", path(id) + "/invites/" + code.format(), bearer, null, _ -> true);
    }

    private static String path(SessionId id) {
        return "/sessions/" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
    }
}
