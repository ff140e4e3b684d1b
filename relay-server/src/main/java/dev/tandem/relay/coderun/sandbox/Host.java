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
    private static final List<String> OF_ETC =
            List.of("alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "mono", "php");

    /// @param toolchains further folders, shown at their own places
    static Host look(List<Path> toolchains) {
        List<String> arguments = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        for (String name : List.of("bin", "sbin", "lib", "lib64", "lib32")) {
            addTop(arguments, Path.of("/", name));
        }
        addTimeZone(arguments, ETC.resolve("localtime"));
        Stream.of(OF_ETC.stream().map(ETC::resolve), configurationsOfJava(), toolchains.stream())
                .flatMap(paths -> paths)
                .filter(Files::exists)
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

    /// Mostly a link into `/usr`, which need not be shown again.
    private static void addTimeZone(List<String> arguments, Path file) {
        boolean link =
                Files.isSymbolicLink(file)
                        && ETC.resolve(target(file)).normalize().startsWith("/usr");
        List<String> shown =
                link
                        ? List.of("--symlink", target(file), file.toString())
                        : List.of("--ro-bind-try", file.toString(), file.toString());
        arguments.addAll(shown);
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
