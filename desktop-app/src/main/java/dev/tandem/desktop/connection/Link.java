package dev.tandem.desktop.connection;

/// How things stand between here and the relay.
public sealed interface Link {

    /// An attempt is under way.
    ///
    /// @param attempt counts the attempts since the connection held for a while, from 1; 0 for the
    ///   very first
    record Opening(int attempt) implements Link {}

    /// It can be used.
    record Open() implements Link {}

    /// The next attempt is being waited for.
    ///
    /// @param retryAt when it begins, epoch milliseconds on this computer's clock
    /// @param attempt its number, counted from 1
    /// @param sentence what is wrong, for people
    record Waiting(long retryAt, int attempt, String sentence) implements Link {}

    /// For good.
    ///
    /// @param sentence what happened and what to do, for people
    record Ended(Ending ending, String sentence) implements Link {}
}
