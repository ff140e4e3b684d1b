package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.TotpChange;

/// Accounts and signing in, as JSON. Any thread.
final class AccountCodec {
    private AccountCodec() {}

    static ObjectNode write(Login login) {
        ObjectNode node =
                Json.object().put("email", login.email()).put("password", login.password());
        return login.otp() == null ? node : node.put("otp", login.otp());
    }

    static Login readLogin(Fields f) throws BadMessage {
        return new Login(f.text("email"), f.text("password"), f.textOrNull("otp"));
    }

    static ObjectNode write(LoggedIn loggedIn) {
        ObjectNode node =
                Json.object().put("token", loggedIn.token()).put("expiresAt", loggedIn.expiresAt());
        node.set("user", write(loggedIn.user()));
        return node;
    }

    static LoggedIn readLoggedIn(Fields f) throws BadMessage {
        return new LoggedIn(f.text("token"), f.integer("expiresAt"), readUser(f.object("user")));
    }

    static ObjectNode write(AccountDetails account) {
        ObjectNode node = Json.object();
        node.set("user", write(account.user()));
        return node.put("totp", account.totp())
                .put("recoveryCodesLeft", account.recoveryCodesLeft());
    }

    static AccountDetails readDetails(Fields f) throws BadMessage {
        return new AccountDetails(
                readUser(f.object("user")), f.flag("totp"), f.smallInteger("recoveryCodesLeft"));
    }

    static ObjectNode write(TotpChange change) {
        return switch (change) {
            case TotpChange.Begin(String password) -> Json.object().put("password", password);
            case TotpChange.Confirm(String otp) -> Json.object().put("otp", otp);
            case TotpChange.TurnOff(String password, String otp) ->
                    Json.object().put("password", password).put("otp", otp);
        };
    }

    static ObjectNode write(LoggedIn.User user) {
        return Json.object()
                .put("id", user.id())
                .put("email", user.email())
                .put("name", user.name());
    }

    private static LoggedIn.User readUser(Fields user) throws BadMessage {
        return new LoggedIn.User(user.text("id"), user.text("email"), user.text("name"));
    }
}
