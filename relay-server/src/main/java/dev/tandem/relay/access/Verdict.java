package dev.tandem.relay.access;

/// Whether someone is who they say.
public sealed interface Verdict {

    record Verified(Account account) implements Verdict {}

    /// No such account or another password; which one is not told.
    record Refused() implements Verdict {}

    /// The password is right, and a code is wanted besides.
    record CodeWanted() implements Verdict {}

    /// The password is right; the code is not, or was used before.
    record CodeRefused() implements Verdict {}

    /// Too many failures; the right password does not help either.
    record Locked(int retryAfterSeconds) implements Verdict {}
}
