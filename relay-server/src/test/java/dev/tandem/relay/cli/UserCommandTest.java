package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    @TempDir private Path folder;

    private CommandLineRun add(String email, String name, String input) {
        return CommandLineRun.withInput(
                input,
                "user",
                "add",
                "--data",
                folder.toString(),
                "--email",
                email,
                "--name",
                name,
                "--password-stdin");
    }

    private CommandLineRun user(String action, String... more) {
        return CommandLineRun.of(command(action, more));
    }

    private String[] command(String action, String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"user", action, "--data", folder.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }

    private @Nullable Account verify(String email, String password) throws DatabaseFailure {
        try (Database database = Database.open(folder)) {
            return new Accounts(database, Passwords.of(database)).verify(email, password);
        }
    }

    @Test
    void anAccountIsMadeListedChangedAndRemoved() throws Exception {
        assertThat(add("ada@example.org", "Ada Özgür", "pass wörd \n"))
                .isEqualTo(run(0, "Made the account ada@example.org.", ""));
        assertThat(verify("ada@example.org", "pass wörd ")).isNotNull();
        assertThat(user("list")).isEqualTo(run(0, "ada@example.org\tAda Özgür", ""));

        assertThat(
                        CommandLineRun.withInput(
                                "new\r\n",
                                command(
                                        "passwd",
                                        "--email",
                                        "ada@example.org",
                                        "--password-stdin")))
                .isEqualTo(run(0, "Changed the password.", ""));
        assertThat(verify("ada@example.org", "new")).isNotNull();

        assertThat(user("totp-off", "--email", "ada@example.org"))
                .isEqualTo(run(0, "Two-step sign-in is off.", ""));
        assertThat(user("remove", "--email", "ada@example.org"))
                .isEqualTo(run(0, "Removed the account.", ""));
        assertThat(user("list")).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void anAddressThatHasAnAccountIsAFailure() {
        add("ada@example.org", "Ada", "secret\n");
        assertThat(add("ADA@example.org", "Another", "secret\n"))
                .isEqualTo(run(1, "", "There is an account for ada@example.org already."));
    }

    @Test
    void anAddressThatHasNoneIsAFailure() {
        add("ada@example.org", "Ada", "secret\n");
        CommandLineRun none = run(1, "", "There is no account for bob@example.org.");
        assertThat(user("remove", "--email", "bob@example.org")).isEqualTo(none);
        assertThat(user("totp-off", "--email", "bob@example.org")).isEqualTo(none);
        assertThat(
                        CommandLineRun.withInput(
                                "x",
                                command(
                                        "passwd",
                                        "--email",
                                        "bob@example.org",
                                        "--password-stdin")))
                .isEqualTo(none);
    }

    @Test
    void whatIsNotUsableIsNamed() {
        assertUnusable("--email", add("ada", "Ada", "secret\n"));
        assertUnusable("--name", add("ada@example.org", " ", "secret\n"));
        assertUnusable("--password-stdin", add("ada@example.org", "Ada", "\n"));
        assertUnusable("--password-stdin", add("ada@example.org", "Ada", ""));
        assertUnusable("--email", user("add", "--name", "Ada"));
        assertUnusable("--password-stdin", user("passwd", "--email", "ada@example.org"));
        assertUnusable("add, list, remove, passwd or totp-off", CommandLineRun.of("user"));
    }

    @Test
    void nothingIsMadeWhereThereIsNoDatabase() throws Exception {
        assertThat(user("list")).isEqualTo(new CommandLineRun(0, "", ""));
        CommandLineRun removed = user("remove", "--email", "ada@example.org");
        assertThat(removed.exitCode()).isEqualTo(1);
        assertThat(removed.err()).contains(folder.toString()).contains("--data");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theFolderMayStandInTheConfiguration() throws Exception {
        Path file = Files.writeString(folder.resolve("relay.yaml"), "data: interviews");
        add("ada@example.org", "Ada", "secret\n");

        assertThat(CommandLineRun.of("user", "list", "--config", file.toString()).out()).isEmpty();
        assertThat(
                        CommandLineRun.of(
                                "user",
                                "list",
                                "--config",
                                file.toString(),
                                "--data",
                                folder.toString()))
                .isEqualTo(run(0, "ada@example.org\tAda", ""));

        Files.writeString(file, "data: []");
        assertUnusable(
                file + ":1: data: it is one value, not a list",
                CommandLineRun.of("user", "list", "--config", file.toString()));
        assertUnusable("--port", user("list", "--port", "1"));
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (Database _ = Database.open(folder)) {
            CommandLineRun refused =
                    run(
                            1,
                            "",
                            "A relay is running on the data folder "
                                    + folder
                                    + "; stop it first, or use another folder.");
            assertThat(add("ada@example.org", "Ada", "secret\n")).isEqualTo(refused);
            assertThat(user("list")).isEqualTo(refused);
            assertThat(user("remove", "--email", "ada@example.org")).isEqualTo(refused);
        }
    }

    private static CommandLineRun run(int exitCode, String out, String err) {
        return new CommandLineRun(exitCode, line(out), line(err));
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : text + System.lineSeparator();
    }

    private static void assertUnusable(String named, CommandLineRun run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(named).contains("--help").doesNotContain("\tat ");
    }
}
