package dev.tandem.relay.http;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.Doors;
import dev.tandem.relay.access.LoginTokens;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.SessionRow;
import dev.tandem.relay.sessionlog.Sessions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls, and what is theirs.
///
/// @param localKey opens what was made on this computer without an account; null where nothing does
record Callers(LoginTokens tokens, Doors doors, Sessions sessions, @Nullable String localKey) {

    /// The interviewer whose token the request carries.
    ///
    /// @throws HttpProblem if it carries none that is good
    Account account(ApiRequest request) {
        return tokens.find(token(request)).orElseThrow(HttpProblem::unauthorized);
    }

    /// Whose a session is that is made; null for nobody's: who has no account may make one where
    /// the relay is open to this computer.
    ///
    /// @throws HttpProblem if the request carries no token that is good
    @Nullable String ownerOfNew(ApiRequest request, HttpSettings settings) {
        return request.bearer().isEmpty() && settings.openHost() && request.isFromHere()
                ? null
                : owner(request);
    }

    /// Whose sessions the caller's are: their account's, or with the key of this computer (null)
    /// those that were made without one.
    ///
    /// @throws HttpProblem if the request carries no token that is good
    @Nullable String owner(ApiRequest request) {
        return hasLocalKey(request) ? null : account(request).id();
    }

    private boolean hasLocalKey(ApiRequest request) {
        return localKey != null
                && request.isFromHere()
                && Secrets.areSame(localKey, token(request));
    }

    String token(ApiRequest request) {
        return request.bearer().orElseThrow(HttpProblem::unauthorized);
    }

    /// The session that the path names, if it is the caller's: their account made it, or they have
    /// its host token, or it was made without an account and they have the key of this computer.
    ///
    /// @throws HttpProblem if the token is not good, or the session another's
    Owned owned(ApiRequest request) {
        String token = token(request);
        SessionId id = request.session();
        if (hasLocalKey(request)) {
            return found(ownedBy(null, id), Doer.HOST);
        }
        Optional<Account> account = tokens.find(token);
        return account.isPresent()
                ? found(ownedBy(account.get().id(), id), Doer.account(account.get().id()))
                : found(hosted(id, token), Doer.HOST);
    }

    private static Owned found(@Nullable SessionRow row, Doer by) {
        if (row == null) {
            throw HttpProblem.notFound();
        }
        LogContext.name(row.summary().id());
        return new Owned(row.summary(), by);
    }

    /// A session and who came for it, to whom it belongs.
    record Owned(SessionSummary summary, Doer by) {
        SessionId id() {
            return summary.id();
        }
    }

    private @Nullable SessionRow ownedBy(@Nullable String owner, SessionId id) {
        SessionRow row = sessions.find(id);
        return row != null && Objects.equals(owner, row.ownerId()) ? row : null;
    }

    private @Nullable SessionRow hosted(SessionId id, String hostToken) {
        SessionId hosted = doors.hostedSession(hostToken).orElseThrow(HttpProblem::unauthorized);
        return hosted.equals(id) ? sessions.find(id) : null;
    }
}
