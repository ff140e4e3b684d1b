package dev.tandem.protocol.role;

/// Why a run did not come to an end of its own: a limit that was hit, or a failure to run at all. A
/// reader takes one that it does not know for [#INTERNAL].
public enum RunProblem implements Word {
    TIME_LIMIT,
    CPU_LIMIT,
    MEMORY_LIMIT,
    OUTPUT_LIMIT,
    STOPPED,
    COMPILE_FAILED,
    INTERNAL
}
