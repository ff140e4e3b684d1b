package dev.tandem.desktop.hosting;

import dev.tandem.desktop.connection.Network;
import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.CreateInvite;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedInvite;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.RecoveryCodes;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.TotpChange;
import dev.tandem.protocol.api.TotpSecret;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.SessionFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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

    /// Some of one's sessions.
    ///
    /// @param cursor where the page before ended; null for the first page
    /// @param limit 1 to 200
    public CompletableFuture<Answer<SessionPage>> sessions(
            SessionSearch search, @Nullable String cursor, int limit, String bearer) {
        Map<String, String> parameters = new LinkedHashMap<>(search.parameters());
        parameters.put("limit", Integer.toString(limit));
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        return calls.send(
                "GET", "/sessions" + query(parameters), bearer, null, ApiCodec::readSessionPage);
    }

    /// Erases an ended session, with everything of it.
    public CompletableFuture<Answer<Boolean>> delete(SessionId id, String bearer) {
        return calls.send("DELETE", path(id), bearer, null, _ -> true);
    }

    /// A stretch of a session's log.
    ///
    /// @param limit 1 to 10,000
    public CompletableFuture<Answer<EventPage>> events(
            SessionId id, Seq after, int limit, String bearer) {
        Map<String, String> parameters =
                Map.of("after", after.toString(), "limit", Integer.toString(limit));
        return calls.send(
                "GET",
                path(id) + "/events" + query(parameters),
                bearer,
                null,
                ApiCodec::readEventPage);
    }

    /// Writes a session to a file as it comes. The file is there when all of it is, and takes the
    /// place of one that was there.
    public CompletableFuture<Answer<Path>> export(
            SessionId id, ExportFormat format, Path file, String bearer) {
        return calls.download(exported(id, format), bearer, content -> Download.to(file, content));
    }

    /// All of a session as a `.tandem` file; no more of it than such a file can have, and a byte.
    public CompletableFuture<Answer<byte[]>> file(SessionId id, String bearer) {
        return calls.download(
                exported(id, ExportFormat.TANDEM),
                bearer,
                content -> content.readNBytes(SessionFile.LARGEST + 1));
    }

    private static String exported(SessionId id, ExportFormat format) {
        return path(id) + "/export?format=" + format.word();
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

    /// The invites that let people in.
    public CompletableFuture<Answer<List<LiveInvite>>> invites(SessionId id, String bearer) {
        return calls.send("GET", path(id) + "/invites", bearer, null, ApiCodec::readInvites);
    }

    /// Lets nobody in by this code any more.
    public CompletableFuture<Answer<Boolean>> revoke(SessionId id, InviteCode code, String bearer) {
        return revoke(id, code.format(), bearer);
    }

    /// Lets nobody in by this invite any more.
    public CompletableFuture<Answer<Boolean>> revoke(SessionId id, InviteId invite, String bearer) {
        return revoke(id, invite.value(), bearer);
    }

    private CompletableFuture<Answer<Boolean>> revoke(SessionId id, String invite, String bearer) {
        return calls.send("DELETE", path(id) + "/invites/" + invite, bearer, null, _ -> true);
    }

    /// What a code leads to, before one joins by it.
    public CompletableFuture<Answer<InviteDetails>> look(InviteCode code) {
        String body = ApiCodec.writeCode(code.format());
        return calls.send("POST", "/invite", null, body, ApiCodec::readInviteDetails);
    }

    /// What interviewers wrote about a session.
    public CompletableFuture<Answer<List<Feedback>>> feedback(SessionId id, String bearer) {
        return calls.send("GET", path(id) + "/feedback", bearer, null, ApiCodec::readFeedback);
    }

    /// Writes one's own; the answer is all that there is then.
    public CompletableFuture<Answer<List<Feedback>>> writeFeedback(
            SessionId id, WriteFeedback write, String bearer) {
        String body = ApiCodec.write(write);
        return calls.send("PUT", path(id) + "/feedback", bearer, body, ApiCodec::readFeedback);
    }

    private static String path(SessionId id) {
        return "/sessions/" + encoded(id.value());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
