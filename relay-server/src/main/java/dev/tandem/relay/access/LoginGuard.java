package dev.tandem.relay.access;

import dev.tandem.relay.config.LimitConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Holds off those who try out passwords: too many failures for one account, or from one address.
/// Any thread may call it.
///
/// Nobody is locked out by others' failures where they have logged in before: such an address is
/// shut by its own failures only. All other addresses share one count for each account, so that
/// many of them guess no more than one.
final class LoginGuard {
    private final FailureLimit byAccount;
    private final FailureLimit byAddress;
    private final FamiliarAddresses familiar;

    LoginGuard(LimitConfig limits, FamiliarAddresses familiar, InstantSource clock) {
        this.familiar = familiar;
        byAccount = limit(limits.failedLoginsPerAccount(), limits, clock);
        byAddress = limit(limits.failedLoginsPerAddress(), limits, clock);
    }

    private static FailureLimit limit(int most, LimitConfig limits, InstantSource clock) {
        return new FailureLimit(most, limits.failedLoginsWithin(), clock);
    }

    /// What became of an attempt.
    enum Outcome {
        SUCCEEDED,
        FAILED,
        UNDECIDED
    }

    /// An attempt that may go on, until it is ended; or one that may not.
    final class Attempt {
        private record Count(FailureLimit limit, String key) {}

        private final String email;
        private final String network;
        private final List<Count> begun = new ArrayList<>();
        private final long pauseMs;

        private Attempt(String email, String network) {
            this.email = email;
            this.network = network;
            pauseMs = begin(familiar.has(email, network));
            if (pauseMs > 0) {
                end(Outcome.UNDECIDED);
            }
        }

        /// The counts are begun in one order, so that no two attempts wait for each other.
        private long begin(boolean isFamiliar) {
            String account = Secrets.hash(Accounts.normal(email));
            long pause = begin(byAccount, account + "@" + network);
            if (pause == 0 && !isFamiliar) {
                pause = begin(byAccount, account);
            }
            return pause > 0 ? pause : begin(byAddress, network);
        }

        private long begin(FailureLimit limit, String key) {
            long pause = limit.begin(key);
            if (pause == 0) {
                begun.add(new Count(limit, key));
            }
            return pause;
        }

        /// How many seconds to wait; 0 if it may go on.
        int retryAfterSeconds() {
            return Math.toIntExact(Math.ceilDiv(pauseMs, 1_000));
        }

        void end(Outcome outcome) {
            try {
                if (outcome == Outcome.SUCCEEDED) {
                    familiar.add(email, network);
                }
            } finally {
                begun.forEach(count -> count.limit().end(count.key(), outcome == Outcome.FAILED));
                begun.clear();
            }
        }
    }

    /// An email address that nobody has is held off just the same; it may be of any length.
    Attempt begin(String email, String address) {
        return new Attempt(email, Network.of(address));
    }
}
