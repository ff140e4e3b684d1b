package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.config.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir private Path folder;

    private static CommandLineRun config(String... arguments) {
        String[] all = new String[1 + arguments.length];
        all[0] = "config";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLineRun.of(all);
    }

    @Test
    void printsWhatIsInForceSoThatItCanBeReadAgain() throws Exception {
        CommandLineRun first =
                config(
                        "print",
                        "--open-host",
                        "--open-host-anywhere=false",
                        "--allow-origin",
                        "https://a.example",
                        "--allow-origin=https://b.example",
                        "--interviewer-grace",
                        "3m");
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out().lines())
                .contains(
                        "host: 127.0.0.1 # default",
                        "  open-host: true # --open-host",
                        "  open-host-anywhere: false # --open-host-anywhere",
                        "  allowed-origins: [https://a.example, https://b.example] # --allow-origin",
                        "  interviewer-grace: 3m # --interviewer-grace");

        Path file = Files.writeString(folder.resolve("relay.yaml"), first.out());
        CommandLineRun second = config("print", "--config", file.toString());
        assertThat(second.exitCode()).isZero();
        assertThat(withoutComments(second.out())).isEqualTo(withoutComments(first.out()));
    }

    private static String withoutComments(String yaml) {
        return yaml.replaceAll(" # .*", "");
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        Path file = Files.writeString(folder.resolve("relay.yaml"), "port: many\nprot: 1");
        CommandLineRun run = config("print", "--config", file.toString(), "--room-size", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .startsWith(
                        file + ":1: port: 'many' is no whole number",
                        file + ":2: prot: there is no such key; did you mean port?",
                        "--room-size: 0 is too few; from 1 to 500");
    }

    @Test
    void printsTheKeys() {
        assertThat(config("keys")).isEqualTo(new CommandLineRun(0, Reference.text(), ""));
        assertThat(config("keys", "--markdown").out()).isEqualTo(Reference.markdown());
    }

    @Test
    void aloneItIsUnusable() {
        CommandLineRun run = config();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("print or keys");
    }
}
