package dev.tandem.relay.access;

import dev.tandem.relay.config.LimitConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds off those who try out passwords: too many failures for one account, or from one address.
/// Any thread may call it.
///
/// Nobody is locked out by others' failures where they have logged in before: such an address is
/// shut by its own failures only. All other addresses share one count for each account, so that
/// many of them guess no more than one. What was logged in from is known until the relay stops, and
/// written nowhere.
final class LoginGuard {
    private static final int MOST_FAMILIAR = 10_000;

    private final FailureLimit byAccount;
    private final FailureLimit byAddress;
    private final Familiar familiar = new Familiar();

    LoginGuard(LimitConfig limits, InstantSource clock) {
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

        private final String account;
        private final String network;
        private final List<Count> begun = new ArrayList<>();
        private final long pauseMs;

        private Attempt(String account, String network) {
            this.account = account;
            this.network = network;
            pauseMs = begin();
            if (pauseMs > 0) {
                end(Outcome.UNDECIDED);
            }
        }

        /// The counts are begun in one order, so that no two attempts wait for each other.
        private long begin() {
            long pause = begin(byAccount, familiar.key(account, network));
            if (pause == 0 && !familiar.has(account, network)) {
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
            if (outcome == Outcome.SUCCEEDED) {
                familiar.add(account, network);
            }
            begun.forEach(count -> count.limit().end(count.key(), outcome == Outcome.FAILED));
            begun.clear();
        }
    }

    /// An email address that nobody has is held off just the same; it may be of any length.
    Attempt begin(String email, String address) {
        return new Attempt(Secrets.hash(Accounts.normal(email)), Network.of(address));
    }

    /// From where which account was logged in to, the latest of them.
    private static final class Familiar {
        private final Map<String, Boolean> known =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                        return size() > MOST_FAMILIAR;
                    }
                };

        String key(String account, String network) {
            return account + "@" + network;
        }

        synchronized boolean has(String account, String network) {
            return known.containsKey(key(account, network));
        }

        synchronized void add(String account, String network) {
            known.put(key(account, network), true);
        }
    }
}
