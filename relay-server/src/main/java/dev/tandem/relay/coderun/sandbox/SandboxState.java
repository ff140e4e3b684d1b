package dev.tandem.relay.coderun.sandbox;

/// Whether code can be run on this computer.
public sealed interface SandboxState {

    /// It was tried out, and holds.
    record Ready(Sandbox sandbox) implements SandboxState {
        @Override
        public String toString() {
            return "ready, " + sandbox.groups();
        }
    }

    /// Nothing is run.
    ///
    /// @param reason why not
    /// @param remedy what mends it, in one line
    record None(String reason, String remedy) implements SandboxState {
        @Override
        public String toString() {
            return "none (%s; %s)".formatted(reason, remedy);
        }
    }
}
