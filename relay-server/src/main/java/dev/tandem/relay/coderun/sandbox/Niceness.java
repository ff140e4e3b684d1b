package dev.tandem.relay.coderun.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/// How much a thread leaves to others: `setpriority(2)` of the C library, which in Linux is of one
/// thread. What that thread starts inherits it, and nobody can take it back.
final class Niceness {
    private static final int PROCESS = 0;
    private static final int CALLER = 0;

    private static final MethodHandle SETPRIORITY = setpriority();

    private Niceness() {}

    @SuppressWarnings("restricted")
    private static MethodHandle setpriority() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }

    /// Of the thread that calls.
    ///
    /// @param nice from 0, as others, to 19, the lowest that still gets on
    /// @return whether the system let it
    static boolean set(int nice) {
        try {
            return (int) SETPRIORITY.invokeExact(PROCESS, CALLER, nice) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority cannot be called", e);
        }
    }
}
