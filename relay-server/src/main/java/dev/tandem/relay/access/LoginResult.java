package dev.tandem.relay.access;

/// What comes of an attempt to log in.
public sealed interface LoginResult {

    /// Logged in.
    ///
    /// @param expiresAt until when the token is good if it is not used, epoch milliseconds UTC
    record Accepted(Account account, String token, long expiresAt) implements LoginResult {
        /// Without the token: it is not for logs.
        @Override
        public String toString() {
            return "Accepted[" + account.id() + "]";
        }
    }

    /// No such account or another password; which one is not told.
    record Refused() implements LoginResult {}

    /// Too many failures; the right password does not help either.
    record Locked(int retryAfterSeconds) implements LoginResult {}
}
