package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of this computer a program in the sandbox sees, as arguments of bubblewrap: the toolchains,
/// and what they and the linker need of `/etc`.
///
/// @param root whether the relay runs as root, so that each run gets a user of its own
/// @param arguments that show it
record Host(boolean root, List<String> arguments) {
    private static final Path ETC = Path.of("/etc");

    /// @param toolchains further folders, shown at their own places
    static Host look(List<Path> toolchains) {
        List<String> arguments = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        for (String name : List.of("bin", "sbin", "lib", "lib64", "lib32")) {
            addTop(arguments, Path.of("/", name));
        }
        Stream.concat(
                        Stream.of(
                                        "alternatives",
                                        "ld.so.cache",
                                        "ld.so.conf",
                                        "ld.so.conf.d",
                                        "localtime",
                                        "mono",
                                        "php")
                                .map(ETC::resolve),
                        Stream.concat(configurationsOfJava(), toolchains.stream()))
                .forEach(path ->
                        arguments.addAll(
                                List.of("--ro-bind-try", path.toString(), path.toString())));
        return new Host(isRoot(), List.copyOf(arguments));
    }

    /// In most systems now these are links into `/usr`, in some real folders.
    private static void addTop(List<String> arguments, Path top) {
        if (Files.isSymbolicLink(top)) {
            arguments.addAll(List.of("--symlink", target(top), top.toString()));
        } else if (Files.isDirectory(top)) {
            arguments.addAll(List.of("--ro-bind", top.toString(), top.toString()));
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "usr/" + link.getFileName();
        }
    }

    private static Stream<Path> configurationsOfJava() {
        try (Stream<Path> all = Files.list(ETC)) {
            return all
                    .filter(path -> path.getFileName().toString().matches("java-.*openjdk.*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
