package dev.tandem.relay.coderun.sandbox;

import java.util.Set;

/// A program that tries to do harm, and what a right sandbox makes of it.
///
/// One that is refused something says `HELD`, and `LEAK` where it is not. One that only the clock
/// ends says `BEGUN` when it is at it.
///
/// @param name what it tries
/// @param script for `/bin/sh`
/// @param stops why the relay may end it; one that it does not end has to say `HELD`
/// @param bare where it says `LEAK` if nothing holds it
record Attack(String name, String script, Set<Stop> stops, Bare bare) {

    /// Where an attack succeeds without a sandbox, which shows that it is one.
    enum Bare {
        /// On every computer.
        LEAKS,
        /// Where the tests run as root.
        LEAKS_AS_ROOT,
        /// Where the kernel has what it is about.
        LEAKS_IF_THERE,
        /// Nobody tries: it would harm this computer.
        NEVER
    }

    static Attack held(String name, Bare bare, String script) {
        return new Attack(name, script, Set.of(), bare);
    }

    static Attack stopped(String name, String script, Stop... stops) {
        return new Attack(name, script, Set.of(stops), Bare.NEVER);
    }

    /// The same in Python, after some helpers: `attempt(f)` says whether `f()` was refused, and
    /// `call(number, …)` does a system call, which fails with an `OSError`.
    static Attack python(String name, Bare bare, String program) {
        return held(name, bare, inPython(program));
    }

    static String inPython(String program) {
        return """
        exec python3 - <<'END'
        import ctypes, errno, mmap, os, resource, signal, socket, sys, threading, time

        def attempt(f):
            try:
                result = f()
            except (OSError, MemoryError, RuntimeError, ValueError) as e:
                print("HELD", e)
            else:
                print("LEAK" if result is not False else "HELD")

        libc = ctypes.CDLL(None, use_errno=True)

        def call(number, *arguments):
            words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
            if libc.syscall(number, *words) == -1:
                raise OSError(ctypes.get_errno(), "refused")

        """
                + program.stripIndent()
                + "\nEND\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
