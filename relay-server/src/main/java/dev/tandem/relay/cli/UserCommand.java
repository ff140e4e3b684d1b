package dev.tandem.relay.cli;

import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.AccountProblem;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Makes and changes interviewers' accounts, while no relay runs on the folder.
@Command(
        name = "user",
        description = "Makes and changes interviewers' accounts, while no relay runs.",
        mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name what to do: add, list, remove or passwd.");
    }

    @Command(description = "Makes an account.", mixinStandardHelpOptions = true)
    int add(
            @Mixin DataOption data,
            @Option(names = "--email", required = true, paramLabel = "EMAIL") String email,
            @Option(names = "--name", required = true, paramLabel = "NAME") String name,
            @Mixin PasswordOption password) {
        return change(
                data,
                accounts -> {
                    Account account = accounts.add(email, name, password.read());
                    System.out.println("There is an account for " + account.email() + " now.");
                });
    }

    @Command(description = "Lists the accounts.", mixinStandardHelpOptions = true)
    int list(@Mixin DataOption data) {
        return change(
                data,
                accounts -> {
                    for (Account account : accounts.list()) {
                        System.out.println(account.email() + "\t" + account.name());
                    }
                });
    }

    @Command(
            description = "Removes an account; its sessions stay.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin DataOption data,
            @Option(names = "--email", required = true, paramLabel = "EMAIL") String email) {
        return change(
                data,
                accounts -> {
                    accounts.remove(email);
                    System.out.println("The account is gone.");
                });
    }

    @Command(
            description = "Sets another password and ends all log-ins.",
            mixinStandardHelpOptions = true)
    int passwd(
            @Mixin DataOption data,
            @Option(names = "--email", required = true, paramLabel = "EMAIL") String email,
            @Mixin PasswordOption password) {
        return change(
                data,
                accounts -> {
                    accounts.changePassword(email, password.read());
                    System.out.println("The password was changed.");
                });
    }

    /// Something done with the accounts.
    private interface Change {
        void to(Accounts accounts) throws AccountProblem, IOException;
    }

    private static int change(DataOption data, Change change) {
        try (Database database = Database.open(data.folder())) {
            change.to(new Accounts(database));
            return Main.FINE;
        } catch (DatabaseFailure | AccountProblem e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            System.err.println("The password could not be read from the standard input.");
        }
        return Main.FAILED;
    }

    /// A password never stands in the arguments, where every process of the machine can read it.
    static final class PasswordOption {
        @Option(
                names = "--password-stdin",
                required = true,
                description = "Reads the password from the standard input: one line.")
        @SuppressWarnings("UnusedVariable") // that it has to be given is all that counts
        private boolean fromStandardInput;

        String read() throws IOException {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = input.readLine();
            return line == null ? "" : line;
        }
    }
}
