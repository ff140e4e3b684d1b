package dev.tandem.relay.access;

import dev.tandem.relay.access.LoginResult.Accepted;
import dev.tandem.relay.access.LoginResult.Locked;
import dev.tandem.relay.access.LoginResult.Refused;
import io.micrometer.core.instrument.Counter;

/// Logging in. Any thread may call it; it waits for the database and for the password's hash.
public final class Logins {
    private final Accounts accounts;
    private final LoginTokens tokens;
    private final LoginGuard guard;
    private final Counter refused;

    Logins(Accounts accounts, LoginTokens tokens, LoginGuard guard, Counter refused) {
        this.refused = refused;
        this.accounts = accounts;
        this.tokens = tokens;
        this.guard = guard;
    }

    /// What becomes of an attempt that comes from `address`, an IP address.
    public LoginResult logIn(String email, String password, String address) {
        int waitSeconds = guard.enter(email, address);
        if (waitSeconds > 0) {
            refused.increment();
            return new Locked(waitSeconds);
        }
        Account account = accounts.verify(email, password);
        if (account == null) {
            refused.increment();
            accounts.noteRefusal(email);
            return new Refused();
        }
        guard.succeeded(email, address);
        LoginTokens.Issued issued = tokens.issue(account);
        return new Accepted(account, issued.token(), issued.expiresAt());
    }
}
