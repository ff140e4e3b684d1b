package dev.tandem.relay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.sessionlog.Database;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
    @TempDir private Path folder;

    private CommandLineRun serve(String... options) {
        String[] all = new String[3 + options.length];
        System.arraycopy(new String[] {"serve", "--data", folder.toString()}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return CommandLineRun.of(all);
    }

    @Test
    void saysWhenItIsReadyAndServesUntilItIsToldToEnd() throws Exception {
        PipedInputStream said = new PipedInputStream();
        PrintWriter out = new PrintWriter(new PipedOutputStream(said), true, UTF_8);
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Thread serving =
                Thread.ofPlatform()
                        .start(() ->
                                exitCode.complete(
                                        Main.commandLine()
                                                .setOut(out)
                                                .execute(
                                                        "serve",
                                                        "--port",
                                                        "0",
                                                        "--data",
                                                        folder.toString())));
        BufferedReader lines = new BufferedReader(new InputStreamReader(said, UTF_8));
        assertThat(lines.readLine()).matches("tandem-relay ready http://127\\.0\\.0\\.1:\\d+");
        serving.interrupt();
        assertThat(exitCode.join()).isZero();
        Database.open(folder).close();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536",
        "--port, http",
        "--host, ' '",
        "--interviewer-grace, 120",
        "--waiting-expiry, 0s",
        "--room-size, 0",
        "--config, relay.yaml"
    })
    void whatIsNotUsableIsNamed(String option, String value) {
        CommandLineRun run = serve(option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(option).contains("--help").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        CommandLineRun run =
                serve("--port", "many", "--room-size=0", "--open-host=perhaps", "--prot", "1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .startsWith(
                        "--port: 'many' is no whole number",
                        "--open-host: 'perhaps' is no true or false",
                        "--room-size: 0 is too few; from 1 to 500",
                        "--prot: there is no such option; did you mean --port?")
                .hasSize(5);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionIsGivenOnceAndWithItsValue() {
        assertThat(serve("--port", "1", "--port", "2").exitCode()).isEqualTo(2);
        assertThat(serve("--port").exitCode()).isEqualTo(2);
    }

    @Test
    void anOpenHostThatOthersReachHasToBeMeant() {
        CommandLineRun run = serve("--host", "0.0.0.0", "--open-host");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--open-host:").contains("--open-host-anywhere");
    }

    @Test
    void aFolderInUseIsAFailure() throws Exception {
        try (Database _ = Database.open(folder)) {
            CommandLineRun run = serve("--port", "0");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("A relay is running on the data folder " + folder);
        }
    }

    @Test
    void aPortInUseIsAFailure() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            CommandLineRun run = serve("--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
        Database.open(folder).close();
    }
}
