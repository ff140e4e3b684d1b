package dev.tandem.relay.access;

import dev.tandem.relay.access.LoginGuard.Outcome;
import dev.tandem.relay.access.Verdict.CodeRefused;
import dev.tandem.relay.access.Verdict.CodeWanted;
import dev.tandem.relay.access.Verdict.Locked;
import dev.tandem.relay.access.Verdict.Refused;
import dev.tandem.relay.access.Verdict.Verified;
import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;

/// Makes sure of who someone is. Any thread may call it; it waits for the database and for the
/// password's hash.
public final class Logins {
    private final Accounts accounts;
    private final SecondSteps secondSteps;
    private final LoginGuard guard;
    private final HeldOff heldOff;
    private final Counter refused;

    Logins(
            Accounts accounts,
            SecondSteps secondSteps,
            LoginGuard guard,
            HeldOff heldOff,
            Counter refused) {
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.guard = guard;
        this.heldOff = heldOff;
        this.refused = refused;
    }

    /// What becomes of an attempt that comes from `address`, an IP address.
    ///
    /// @param code of the second step; null if none was given
    public Verdict verify(String email, String password, @Nullable String code, String address) {
        LoginGuard.Attempt attempt = guard.begin(email, address);
        if (attempt.retryAfterSeconds() > 0) {
            refused.increment();
            heldOff.count(email);
            return new Locked(attempt.retryAfterSeconds());
        }
        Outcome outcome = Outcome.UNDECIDED;
        try {
            Verdict verdict = verify(email, password, code);
            outcome = outcome(verdict);
            return verdict;
        } finally {
            attempt.end(outcome);
            if (outcome == Outcome.FAILED) {
                refused.increment();
            }
        }
    }

    /// Only who knows the password learns that there is a second step.
    private Verdict verify(String email, String password, @Nullable String code) {
        Account account = accounts.verify(email, password);
        if (account == null) {
            accounts.noteRefusal(email);
            return new Refused();
        }
        if (!secondSteps.isOn(account)) {
            return new Verified(account);
        }
        if (code == null) {
            return new CodeWanted();
        }
        if (secondSteps.take(account, code)) {
            return new Verified(account);
        }
        accounts.noteRefusal(email);
        return new CodeRefused();
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verified _ -> Outcome.SUCCEEDED;
            case Refused _, CodeRefused _ -> Outcome.FAILED;
            case CodeWanted _, Locked _ -> Outcome.UNDECIDED;
        };
    }
}
