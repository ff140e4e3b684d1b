package dev.tandem.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.RecoveryCodes;
import dev.tandem.protocol.api.TotpChange;
import dev.tandem.protocol.api.TotpSecret;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Access;
import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.LoginTokens;
import dev.tandem.relay.access.SecondSteps;
import dev.tandem.relay.access.Verdict;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Logging in and out, and what someone can do with their own account.
record AccountCalls(Callers callers, Access access) {
    private static final String ISSUER = "Tandem";

    List<Route> routes(String prefix) {
        return List.of(
                Route.of("POST", prefix + "/login", this::logIn),
                Route.of("POST", prefix + "/logout", this::logOut),
                Route.of("GET", prefix + "/account", this::account),
                Route.of("POST", prefix + "/account/totp", this::begin),
                Route.of("POST", prefix + "/account/totp/confirm", this::confirm),
                Route.of("POST", prefix + "/account/totp/off", this::turnOff));
    }

    private Answer logIn(ApiRequest request) throws BadMessage {
        Login login = ApiCodec.readLogin(request.json());
        Account account = verify(request, login.email(), login.password(), login.otp());
        LoginTokens.Issued issued = access.loginTokens().issue(account);
        return Answer.ok(
                ApiCodec.write(new LoggedIn(issued.token(), issued.expiresAt(), user(account))));
    }

    private Answer logOut(ApiRequest request) {
        callers.account(request);
        access.loginTokens().revoke(callers.token(request));
        return Answer.noContent();
    }

    private Answer account(ApiRequest request) {
        Account account = callers.account(request);
        SecondSteps steps = access.secondSteps();
        return Answer.ok(
                ApiCodec.write(
                        new AccountDetails(
                                user(account),
                                steps.isOn(account),
                                steps.recoveryCodesLeft(account))));
    }

    /// The password is asked for, so that a token that was stolen locks nobody out of their
    /// account.
    private Answer begin(ApiRequest request) throws BadMessage {
        Account account = callers.account(request);
        TotpChange.Begin begin = ApiCodec.readTotpBegin(request.json());
        if (access.secondSteps().isOn(account)) {
            throw isOn();
        }
        verify(request, account.email(), begin.password(), null);
        String secret = access.secondSteps().begin(account).orElseThrow(AccountCalls::isOn);
        return Answer.ok(ApiCodec.write(new TotpSecret(secret, uri(account, secret))));
    }

    private Answer confirm(ApiRequest request) throws BadMessage {
        Account account = callers.account(request);
        TotpChange.Confirm confirm = ApiCodec.readTotpConfirm(request.json());
        List<String> codes =
                access.secondSteps()
                        .confirm(account, confirm.otp(), callers.token(request))
                        .orElseThrow(AccountCalls::codeInvalid);
        return Answer.ok(ApiCodec.write(new RecoveryCodes(codes)));
    }

    private Answer turnOff(ApiRequest request) throws BadMessage {
        Account account = callers.account(request);
        TotpChange.TurnOff off = ApiCodec.readTotpTurnOff(request.json());
        if (!access.secondSteps().isOn(account)) {
            throw new HttpProblem(
                    ProblemCode.TOTP_OFF, "Two-step sign-in is off for this account.");
        }
        verify(request, account.email(), off.password(), off.otp());
        access.secondSteps().turnOff(account);
        return Answer.noContent();
    }

    private Account verify(
            ApiRequest request, String email, String password, @Nullable String otp) {
        return switch (access.logins().verify(email, password, otp, request.remoteAddress())) {
            case Verdict.Verified(Account account) -> account;
            case Verdict.Refused _ ->
                    throw new HttpProblem(
                            ProblemCode.UNAUTHORIZED, "The address or the password is not right.");
            case Verdict.CodeWanted _ ->
                    throw new HttpProblem(
                            ProblemCode.OTP_REQUIRED,
                            "Give the code that your authenticator shows, or a recovery code.");
            case Verdict.CodeRefused _ -> throw codeInvalid();
            case Verdict.Locked(int seconds) -> throw HttpProblem.tooMany(seconds * 1_000L);
        };
    }

    private static HttpProblem codeInvalid() {
        return new HttpProblem(
                ProblemCode.OTP_INVALID,
                "That code is not right, or was used before; give the next one.");
    }

    private static HttpProblem isOn() {
        return new HttpProblem(
                ProblemCode.TOTP_ON, "Two-step sign-in is on already; turn it off first.");
    }

    private static LoggedIn.User user(Account account) {
        return new LoggedIn.User(account.id(), account.email(), account.name());
    }

    /// What authenticators read from a QR code.
    private static String uri(Account account, String secret) {
        return "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s"
                .formatted(
                        ISSUER,
                        URLEncoder.encode(account.email(), UTF_8).replace("+", "%20"),
                        secret);
    }
}
