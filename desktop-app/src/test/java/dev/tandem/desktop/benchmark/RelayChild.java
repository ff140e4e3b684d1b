package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real relay in a process of its own, with one session.
final class RelayChild implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String READY = "tandem-relay ready ";

    private final Process process;
    private final RelayAddress address;
    private final CreatedSession session;

    private RelayChild(Process process, RelayAddress address, CreatedSession session) {
        this.process = process;
        this.address = address;
        this.session = session;
    }

    /// Starts it, with a session whose main document begins with `code`.
    static RelayChild with(String language, String code) throws IOException {
        Path data = Files.createTempDirectory("tandem-benchmark");
        Process process =
                new ProcessBuilder(command(data))
                        .redirectError(data.resolve("relay.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        RelayAddress address = new RelayAddress("127.0.0.1", port(process), false);
        CreateSession request =
                new CreateSession("Benchmark", language, code, null, List.of(), null);
        return switch (new RelayApi(address).create(request, null).join()) {
            case Answer.Given<CreatedSession>(var session) ->
                    new RelayChild(process, address, session);
            case Answer.Failed<CreatedSession> failed -> throw new IOException(failed.sentence());
        };
    }

    /// As a rule the relay is elsewhere and takes no core from a window: here it yields to it,
    /// where the system can be told so.
    private static List<String> command(Path data) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--open-host"));
        return command;
    }

    private static int port(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IOException("the relay did not get ready: " + line);
        }
        return URI.create(line.substring(READY.length())).getPort();
    }

    URI room() {
        return address.room();
    }

    JoinRoom interviewer(String name) {
        return new JoinRoom.ByHostToken(session.hostToken(), name);
    }

    JoinRoom candidate(String name) {
        return new JoinRoom.ByCode(session.invite(Role.CANDIDATE).code().format(), name, null);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
