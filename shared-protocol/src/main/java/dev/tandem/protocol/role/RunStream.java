package dev.tandem.protocol.role;

/// Where a program wrote something.
public enum RunStream implements Word {
    STDOUT,
    STDERR
}
