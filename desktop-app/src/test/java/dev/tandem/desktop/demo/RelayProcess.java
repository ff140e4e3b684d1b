package dev.tandem.desktop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// The packaged relay as a process of its own, to be killed. Needs `relay-server` to be packaged.
public final class RelayProcess implements AutoCloseable {
    private static final String READY = "tandem-relay ready ";
    private static final Path JAR = Path.of("..", "relay-server", "target", "tandem-relay.jar");

    private final Process process;
    private final URI address;

    private RelayProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it and waits until it serves.
    ///
    /// @param port 0 for a free one
    public static RelayProcess serve(Path data, int port) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                JAR.toString(),
                                "serve",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.toString(),
                                "--open-host")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the relay did not get ready: " + line);
        }
        return new RelayProcess(process, URI.create(line.substring(READY.length())));
    }

    public int port() {
        return address.getPort();
    }

    /// SIGTERM.
    ///
    /// @return the exit code
    public int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /// kill -9.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
