package dev.tandem.relay.coderun.sandbox;

/// Why the relay ended a program.
public enum Stop {
    TIME,
    CPU,
    MEMORY,
    OUTPUT,
    /// It made too many files.
    FILES,
    /// Somebody wanted it.
    WANTED
}
