package dev.tandem.relay.http;

import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.LoginResult;
import dev.tandem.relay.access.LoginTokens;
import dev.tandem.relay.access.Logins;
import java.util.List;
import java.util.Map;

/// Logging in and out.
record LoginCalls(Callers callers, Logins logins, LoginTokens tokens) {

    List<Route> routes(String prefix) {
        return List.of(
                Route.of("POST", prefix + "/login", this::logIn),
                Route.of("POST", prefix + "/logout", this::logOut));
    }

    private Answer logIn(ApiRequest request) throws BadMessage {
        Login login = ApiCodec.readLogin(request.json());
        return switch (logins.logIn(login.email(), login.password(), request.remoteAddress())) {
            case LoginResult.Accepted(Account account, String token, long expiresAt) ->
                    Answer.ok(ApiCodec.write(new LoggedIn(token, expiresAt, user(account))));
            case LoginResult.Refused _ ->
                    throw new HttpProblem(
                            ProblemCode.UNAUTHORIZED, "The address or the password is not right.");
            case LoginResult.Locked(int seconds) -> throw tooMany(seconds);
        };
    }

    private static LoggedIn.User user(Account account) {
        return new LoggedIn.User(account.id(), account.email(), account.name());
    }

    private static HttpProblem tooMany(int seconds) {
        return new HttpProblem(
                new Problem(
                        ProblemCode.RATE_LIMITED,
                        "There were too many attempts; try again in a while.",
                        Map.of("retryAfterMs", seconds * 1_000L)));
    }

    private Answer logOut(ApiRequest request) {
        callers.account(request);
        tokens.revoke(callers.token(request));
        return Answer.noContent();
    }
}
