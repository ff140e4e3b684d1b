package dev.tandem.protocol.event;

import dev.tandem.protocol.role.RunProblem;

/// Why a run did not come to an end of its own: a code for machines and one plain sentence, which
/// names the limit that was hit. What the program itself wrote is never here.
public record RunError(RunProblem code, String message) {}
