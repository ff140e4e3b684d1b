package dev.tandem.relay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged relay as a process of its own, in a JVM that starts quickly.
final class RelayJar implements AutoCloseable {
    private static final Path JAR = Path.of("target", "tandem-relay.jar");

    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private RelayJar(Path err, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                JAR.toAbsolutePath().toString()));
        command.addAll(arguments);
        this.err = err;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        out = process.inputReader(UTF_8);
    }

    static RelayJar start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /// @param environment what it has beside the environment of this process
    static RelayJar start(Map<String, String> environment, String... arguments) throws IOException {
        Path err = Files.createTempFile("tandem-relay", ".log");
        return new RelayJar(err, environment, List.of(arguments));
    }

    /// Runs to its end with a text on its standard input.
    static CommandLineRun run(String input, String... arguments) throws Exception {
        try (RelayJar jar = start(arguments)) {
            try (OutputStream in = jar.process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            }
            return jar.end();
        }
    }

    String readLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("it ended: " + Files.readString(err));
        }
        return line;
    }

    /// As an operating system asks a process to end.
    void terminate() {
        process.toHandle().destroy();
    }

    /// Waits for its end; what it says is what was not read before.
    CommandLineRun end() throws Exception {
        String said = out.readAllAsString();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return new CommandLineRun(process.exitValue(), said, Files.readString(err));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(err);
    }
}
