package dev.tandem.relay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A relay of one's own, as a process of its own, with a data folder that goes with it.
final class RelayProcess implements AutoCloseable {
    private static final String READY = "tandem-relay ready ";
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path folder;
    private final URI address;

    private RelayProcess(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /// @param main the relay's main class, on this process's class path
    /// @param jvmOptions such as `-Xmx256m`
    /// @param roomSize how many people a room has to hold
    static RelayProcess start(Class<?> main, List<String> jvmOptions, int roomSize)
            throws IOException, BenchFailure {
        Path folder = Files.createTempDirectory("tandem-bench");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of("serve", "--port", "0", "--open-host", "--data", folder.toString()));
        command.addAll(List.of("--room-size", Integer.toString(roomSize)));
        command.addAll(List.of("--connections-per-address", "1000000"));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("relay.log").toFile())
                        .start();
        RelayProcess relay = new RelayProcess(process, folder, URI.create(""));
        try {
            return new RelayProcess(process, folder, relay.awaitReady());
        } catch (IOException | BenchFailure e) {
            relay.close();
            throw e;
        }
    }

    private URI awaitReady() throws IOException, BenchFailure {
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = out.readLine(); // what a JVM says of its options
        }
        if (line == null) {
            throw new BenchFailure("The relay did not start: " + log().strip());
        }
        return URI.create(line.substring(READY.length()));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("relay.log"));
    }

    URI address() {
        return address;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteFolder();
    }

    private void deleteFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // What is left over is in the system's folder for such things.
        }
    }
}
