package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.relay.TestRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir private Path folder;
    private CreatedSession session;
    private Path file;

    @BeforeEach
    void make() throws Exception {
        try (TestRelay relay = TestRelay.start(folder.resolve("data"))) {
            session = relay.createSession(new CreateSession("First talk", "java"));
        }
        file = folder.resolve("talk");
    }

    private CommandLineRun export(String id, String format, String... more) {
        List<String> arguments =
                List.of(
                        "export",
                        "--session",
                        id,
                        "--format",
                        format,
                        "--to",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString());
        return CommandLineRun.of(
                Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aSessionIsWrittenAsAPage() throws Exception {
        String[] options = {"--private", "--replace-names"};
        assertThat(export(session.id().value(), "html", options).exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("<!doctype html>");
        assertThat(export(session.id().value(), "json", options).exitCode()).isEqualTo(2);
    }

    @Test
    void aSessionIsWrittenToAFile() throws Exception {
        assertThat(export(session.id().value(), "md").exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("# First talk\n").contains("never");
        assertThat(CommandLineRun.of("audit", "--data", folder.resolve("data").toString()).out())
                .contains("\tsession_exported\toperator\t" + session.id());
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws Exception {
        Files.writeString(file, "mine");
        CommandLineRun run = export(session.id().value(), "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("left as it is");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(export("none", "json").err()).contains("There is no session none.");
        assertThat(file).doesNotExist();
        assertThat(export(session.id().value(), "pdf").exitCode()).isEqualTo(2);
    }
}
