package dev.tandem.relay.access;

import dev.tandem.relay.config.LimitConfig;
import java.time.InstantSource;

/// Holds off those who try out passwords: too many failures for one account, or from one address.
/// Any thread may call it.
final class LoginGuard {
    private final FailureLimit byAccount;
    private final FailureLimit byAddress;

    LoginGuard(LimitConfig limits, InstantSource clock) {
        byAccount = limit(limits.failedLoginsPerAccount(), limits, clock);
        byAddress = limit(limits.failedLoginsPerAddress(), limits, clock);
    }

    private static FailureLimit limit(int most, LimitConfig limits, InstantSource clock) {
        return new FailureLimit(most, limits.failedLoginsWithin(), clock);
    }

    /// How many seconds to wait; 0 if the attempt may go on, which then counts as a failure until
    /// [#succeeded].
    synchronized int enter(String email, String address) {
        long pauseMs =
                Math.max(byAccount.pauseMs(account(email)), byAddress.pauseMs(Network.of(address)));
        if (pauseMs == 0) {
            byAccount.begin(account(email));
            byAddress.begin(Network.of(address));
        }
        return Math.toIntExact((pauseMs + 999) / 1000);
    }

    synchronized void succeeded(String email, String address) {
        byAccount.takeBack(account(email));
        byAddress.takeBack(Network.of(address));
    }

    /// An address that nobody has is held off just the same; it may be of any length.
    private static String account(String email) {
        return Secrets.hash(Accounts.normal(email));
    }
}
