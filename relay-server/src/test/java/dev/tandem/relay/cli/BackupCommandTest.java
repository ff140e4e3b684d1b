package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.relay.TestRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    @TempDir private Path folder;

    private CommandLineRun run(String command, Path file, Path data) {
        return CommandLineRun.of(command, file.toString(), "--data", data.toString());
    }

    @Test
    void aRunningRelayWritesItAndAnotherOneServesIt() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        CreatedSession session;
        try (TestRelay relay = TestRelay.start(data)) {
            session = relay.createSession();
            if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(data.resolve("tandem.sock")))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
            CommandLineRun backup = run("backup", file, data);
            assertThat(backup.err()).isEmpty();
            assertThat(backup.exitCode()).isZero();
            assertThat(backup.out()).contains(file.toString());

            CommandLineRun again = run("backup", file, data);
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err()).contains(file.toString()).contains("already");
        }
        assertThat(run("restore", file, restored).exitCode()).isZero();
        try (TestRelay relay = TestRelay.start(restored)) {
            String path = "/api/v1/sessions/" + session.id();
            assertThat(relay.get(path, session.hostToken()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutARelayItIsWrittenAsWell() throws Exception {
        Path data = folder.resolve("data");
        TestRelay.start(data).close();
        assertThat(run("backup", folder.resolve("backup.zip"), data).exitCode()).isZero();
        assertThat(data.resolve("tandem.sock")).doesNotExist();
        assertThat(run("restore", folder.resolve("backup.zip"), data).err())
                .contains("There is a database in " + data);
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        CommandLineRun backup = run("backup", folder.resolve("b.zip"), folder.resolve("none"));
        assertThat(backup.exitCode()).isEqualTo(1);
        assertThat(backup.err()).contains("There is nothing to back up");
        CommandLineRun restore = run("restore", folder.resolve("b.zip"), folder.resolve("none"));
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.err()).contains("cannot be restored").doesNotContain("Exception");
        assertThat(CommandLineRun.of("backup").exitCode()).isEqualTo(2);
    }
}
