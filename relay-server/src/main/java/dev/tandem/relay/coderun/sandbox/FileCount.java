package dev.tandem.relay.coderun.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// How many files there are in a file system: `statvfs(3)` of the C library, since Java asks only
/// for bytes. An empty file in memory takes a kilobyte of the kernel's, and none of anyone's disk.
final class FileCount {
    // Within `struct statvfs`, on 64 bits: f_files and f_ffree.
    private static final int ALL = 40;
    private static final int FREE = 48;
    private static final int SIZE = 256; // and more than enough

    private static final MethodHandle STATVFS = statvfs();

    private FileCount() {}

    @SuppressWarnings("restricted")
    private static MethodHandle statvfs() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("statvfs"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    }

    /// Files, folders and links; 0 where there is no such place, or it may not be seen.
    ///
    /// @param place a folder in the file system
    static long in(Path place) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(SIZE, Long.BYTES);
            MemorySegment path = arena.allocateFrom(place.toString());
            int failed = (int) STATVFS.invokeExact(path, answer);
            return failed == 0 ? answer.get(JAVA_LONG, ALL) - answer.get(JAVA_LONG, FREE) : 0;
        } catch (Throwable e) {
            throw new IllegalStateException("statvfs cannot be called", e);
        }
    }
}
