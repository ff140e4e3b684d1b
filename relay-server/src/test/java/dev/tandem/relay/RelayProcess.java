package dev.tandem.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A relay as a process of its own, run from the class path. Anyone on this computer may make
/// sessions.
public final class RelayProcess implements AutoCloseable {
    private static final String READY = "tandem-relay ready ";

    private final Process process;
    private final URI address;

    private RelayProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the relay does not come up");
        }
        address = URI.create(line.substring(READY.length()));
    }

    /// Waits until it is ready. What it logs goes to this process's standard error.
    public static RelayProcess serve(Path data, int port, String... options) throws IOException {
        return serve(List.of(), data, port, options);
    }

    /// The same with other options for its JVM, and what it logs in a file.
    public static RelayProcess serve(
            Path log, List<String> jvmOptions, Path data, int port, String... options)
            throws IOException {
        List<String> command = command(List.of(), data, port, options);
        command.addAll(command.indexOf("-cp"), jvmOptions);
        return new RelayProcess(process(command).redirectError(log.toFile()).start());
    }

    /// The same, by a command that starts the one that follows it.
    static RelayProcess serve(List<String> starter, Path data, int port, String... options)
            throws IOException {
        List<String> command = command(starter, data, port, options);
        return new RelayProcess(
                process(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// It runs no code unless an option says so: few tests need to know what is installed.
    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TANDEM_RUNS_ON", "false");
        return builder;
    }

    private static List<String> command(
            List<String> starter, Path data, int port, String... options) {
        List<String> command = new ArrayList<>(starter);
        command.addAll(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.tandem.relay.cli.Main",
                        "serve",
                        "--open-host",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()));
        command.addAll(List.of(options));
        return command;
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /// As `kill -9`, and waits until it is dead.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// Asks it to end.
    ///
    /// @return the exit code
    public int stop() throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
