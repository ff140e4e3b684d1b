package dev.tandem.relay.coderun.sandbox;

/// Why the relay ended a program.
public enum Stop {
    TIME,
    CPU,
    MEMORY,
    OUTPUT,
    /// Somebody wanted it.
    WANTED
}
