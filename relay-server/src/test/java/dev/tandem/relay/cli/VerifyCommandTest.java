package dev.tandem.relay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and data folders, verified and taken in by the command line.
class VerifyCommandTest {
    @TempDir private Path folder;
    private CreatedSession session;
    private String head;

    @BeforeEach
    void interview() throws Exception {
        try (TestRelay relay = TestRelay.start(folder.resolve("data"))) {
            session = relay.createSession(new CreateSession("First talk", "java"));
            try (TestClient ada = relay.connect()) {
                ada.joinAsHost(session.hostToken(), "Ada");
                ada.command("start_session", "{}");
                ada.command("chat_message", "{'text':'Well.'}");
                ada.await("head");
                ada.command("end_session", "{}");
                var last = ada.await("head").get("payload");
                head = last.get("seq").asText() + " " + last.get("hash").asText();
            }
        }
    }

    private CommandLineRun export(String format, Path to) {
        return CommandLineRun.of(
                "export",
                "--session",
                session.id().value(),
                "--format",
                format,
                "--to",
                to.toString(),
                "--data",
                folder.resolve("data").toString());
    }

    @Test
    void aFileThatFitsIsUnchanged() throws Exception {
        for (String format : new String[] {"json", "tandem"}) {
            Path file = folder.resolve(format);
            assertThat(export(format, file).exitCode()).isZero();
            CommandLineRun run = CommandLineRun.of("verify", file.toString(), "--head", head);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .startsWith("Unchanged since 20")
                    .contains(" UTC (seq 7 · ", "what the head says", "Who holds the relay's key");
        }
    }

    @Test
    void aFileThatDoesNotFitIsSaidSo() throws Exception {
        Path file = folder.resolve("talk");
        export("json", file);
        Files.writeString(file, Files.readString(file, UTF_8).replace("Well.", "Bad!!"), UTF_8);
        CommandLineRun run = CommandLineRun.of("verify", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Changed: event 5, of 20", "does not fit");
        CommandLineRun other =
                CommandLineRun.of(
                        "verify",
                        "--session",
                        session.id().value(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--head",
                        "seq 5 · 0000 0000 0000 0000");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("The head that was kept says something else");
    }

    @Test
    void aSessionMovesToAnotherDataFolder() {
        Path file = folder.resolve("talk.tandem");
        export("tandem", file);
        String other = folder.resolve("other").toString();
        CommandLineRun.withInput(
                "correct horse battery\n",
                "user",
                "add",
                "--email",
                "ada@example.org",
                "--name",
                "Ada",
                "--password-stdin",
                "--data",
                other);
        String[] take = {"import", file.toString(), "--email", "ada@example.org", "--data", other};

        assertThat(CommandLineRun.of(take).out()).contains("Took in session " + session.id());
        assertThat(CommandLineRun.of(take).err()).contains("here already");
        CommandLineRun run =
                CommandLineRun.of("verify", "--session", session.id().value(), "--data", other);
        assertThat(run.out()).startsWith("Unchanged since ");
        assertThat(CommandLineRun.of("audit", "--data", other).out())
                .contains("session_imported\toperator");
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        assertThat(CommandLineRun.of("verify").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("verify", "x", "--head", "y").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("verify", folder.resolve("x").toString()).err())
                .contains("cannot be read");
    }
}
