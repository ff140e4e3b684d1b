package dev.tandem.relay.coderun.sandbox;

import java.util.Optional;

/// A processor whose system calls are known here. On any other nothing is run.
///
/// The tokens are those of `linux/audit.h`.
enum Processor {
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    private final int token;

    Processor(int token) {
        this.token = token;
    }

    /// How the kernel names it to a filter.
    int token() {
        return token;
    }

    /// The processor that the JDK calls `name` (`os.arch`).
    static Optional<Processor> named(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
