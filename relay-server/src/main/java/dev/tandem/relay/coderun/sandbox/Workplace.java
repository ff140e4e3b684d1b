package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of the host with what sandboxes are given to read. Nothing in it is written to by
/// anyone but the relay. Any thread.
final class Workplace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
    private static final String PREFIX = "tandem-code-";
    private static final String FOLDER = "rwxr-xr-x";
    private static final String FILE = "rw-r--r--";

    /// Others find only what they are told of.
    private static final String SHUT = "rwx--x--x";

    private final Path root;

    private Workplace(Path root) {
        this.root = root;
    }

    /// A new one, in place of those that relays left behind which were killed.
    static Workplace open(byte[] filter) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        removeLeftovers(temporary);
        Path root =
                Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
        allow(root, SHUT);
        Workplace workplace = new Workplace(root);
        Path etc = Files.createDirectory(workplace.etc());
        allow(etc, FOLDER);
        allow(Files.createDirectory(workplace.prepared()), FOLDER);
        write(etc.resolve("passwd"), text("nobody:x:65534:65534:nobody:/box:/bin/sh\n"));
        write(etc.resolve("group"), text("nogroup:x:65534:\n"));
        write(etc.resolve("seccomp.bpf"), filter);
        return workplace;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Path etc() {
        return root.resolve("etc");
    }

    private Path prepared() {
        return etc().resolve("prepared");
    }

    /// Keeps a file that all programs may read, under a plain name.
    void prepare(String name, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(root, "prepared-", "");
        write(unfinished, content);
        Files.move(unfinished, prepared().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /// A folder with these files, whose names are plain.
    Path put(Map<String, byte[]> files) throws IOException {
        Path folder = Files.createTempDirectory(root, "run-");
        allow(folder, FOLDER);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /// Whether nothing is left in it of any run.
    boolean isTidy() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.allMatch(etc()::equals);
        }
    }

    @Override
    public void close() {
        remove(root);
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("A run's folder stays behind: {}", e.toString());
        }
    }

    private static void removeLeftovers(Path temporary) throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            all.filter(Workplace::isLeftover).toList().forEach(Workplace::remove);
        }
    }

    private static boolean isLeftover(Path folder) {
        String[] name = folder.getFileName().toString().split("-", -1);
        return folder.getFileName().toString().matches(PREFIX + "\\d+-\\d+")
                && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(name[2])).isEmpty();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        allow(file, FILE);
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
