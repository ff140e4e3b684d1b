package dev.tandem.relay.http;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.Doors;
import dev.tandem.relay.access.LoginTokens;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.SessionRow;
import dev.tandem.relay.sessionlog.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls, and what is theirs.
record Callers(LoginTokens tokens, Doors doors, Sessions sessions) {

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
                : account(request).id();
    }

    String token(ApiRequest request) {
        return request.bearer().orElseThrow(HttpProblem::unauthorized);
    }

    /// The session that the path names, if it is the caller's: their account made it, or they have
    /// its host token.
    ///
    /// @throws HttpProblem if the token is not good, or the session another's
    Owned owned(ApiRequest request) {
        String token = token(request);
        SessionId id = request.session();
        Optional<Account> account = tokens.find(token);
        SessionRow row = account.isPresent() ? owned(id, account.get()) : hosted(id, token);
        if (row == null) {
            throw HttpProblem.notFound();
        }
        LogContext.name(id);
        return new Owned(row.summary(), account.map(a -> Doer.account(a.id())).orElse(Doer.HOST));
    }

    /// A session and who came for it, to whom it belongs.
    record Owned(SessionSummary summary, Doer by) {
        SessionId id() {
            return summary.id();
        }
    }

    private @Nullable SessionRow owned(SessionId id, Account account) {
        SessionRow row = sessions.find(id);
        return row != null && account.id().equals(row.ownerId()) ? row : null;
    }

    private @Nullable SessionRow hosted(SessionId id, String hostToken) {
        SessionId hosted = doors.hostedSession(hostToken).orElseThrow(HttpProblem::unauthorized);
        return hosted.equals(id) ? sessions.find(id) : null;
    }
}
