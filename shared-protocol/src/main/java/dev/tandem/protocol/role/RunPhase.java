package dev.tandem.protocol.role;

/// How far a run has come that has started and is not finished.
public enum RunPhase implements Word {
    QUEUED,
    COMPILING,
    RUNNING
}
