package dev.tandem.relay.cli;

import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.AccountProblem;
import dev.tandem.relay.access.Accounts;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The interviewers' accounts. What to do with them is named; alone it is unusable.
@Command(
        name = "user",
        description = "See and change the interviewers' accounts, while no relay is running.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class,
            UserCommand.ListAll.class,
            UserCommand.Remove.class,
            UserCommand.ChangePassword.class,
            UserCommand.TurnTotpOff.class
        })
final class UserCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name what to do: add, list, remove, passwd or totp-off.");
    }

    @Command(
            name = "add",
            description = "Make an account.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class Add extends AccountCommand {
        @Option(
                names = "--email",
                required = true,
                paramLabel = "EMAIL",
                description = "The address to log in with.")
        private String email;

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "What others in a room see.")
        private String name;

        @Mixin private PasswordOption password;

        @Override
        void use(Accounts accounts) throws AccountProblem {
            Account account = accounts.add(email, name, password.read(spec().commandLine()));
            say("Made the account " + account.email() + ".");
        }

        @Override
        boolean beginsDatabase() {
            return true;
        }
    }

    @Command(
            name = "list",
            description = "Print all accounts, each on a line: address, tab, name.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class ListAll extends AccountCommand {
        @Override
        void use(Accounts accounts) {
            for (Account account : accounts.list()) {
                say(account.email() + "\t" + account.name());
            }
        }

        @Override
        int useNone(Path folder) {
            return ExitCode.OK;
        }
    }

    @Command(
            name = "remove",
            description = "Take away an account. Its sessions stay.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class Remove extends AccountCommand {
        @Option(
                names = "--email",
                required = true,
                paramLabel = "EMAIL",
                description = "The account's address.")
        private String email;

        @Override
        void use(Accounts accounts) throws AccountProblem {
            accounts.remove(email);
            say("Removed the account.");
        }
    }

    @Command(
            name = "passwd",
            description = "Give an account another password, and end its logins.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class ChangePassword extends AccountCommand {
        @Option(
                names = "--email",
                required = true,
                paramLabel = "EMAIL",
                description = "The account's address.")
        private String email;

        @Mixin private PasswordOption password;

        @Override
        void use(Accounts accounts) throws AccountProblem {
            accounts.changePassword(email, password.read(spec().commandLine()));
            say("Changed the password.");
        }
    }

    @Command(
            name = "totp-off",
            description =
                    "Let an account sign in without a second step again, for who has lost both the"
                            + " authenticator and the recovery codes.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class TurnTotpOff extends AccountCommand {
        @Option(
                names = "--email",
                required = true,
                paramLabel = "EMAIL",
                description = "The account's address.")
        private String email;

        @Override
        void use(Accounts accounts) throws AccountProblem {
            accounts.turnSecondStepOff(email);
            say("Two-step sign-in is off.");
        }
    }
}
