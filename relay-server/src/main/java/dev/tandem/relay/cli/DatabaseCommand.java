package dev.tandem.relay.cli;

import dev.tandem.relay.access.Account;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command on the database of a data folder, which no relay may be using meanwhile.
abstract class DatabaseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    abstract void use(Database database) throws CommandFailure;

    /// Whether it makes a database where there is none.
    boolean beginsDatabase() {
        return false;
    }

    /// What it does where there is no database.
    int useNone(Path folder) throws CommandFailure {
        throw new CommandFailure(
                "There is nothing stored in %s; see that --data names the right folder."
                        .formatted(folder));
    }

    @Override
    public final Integer call() throws CommandFailure {
        Path folder = ConfigOptions.dataFolder(spec);
        if (!beginsDatabase() && !Database.isIn(folder)) {
            return useNone(folder);
        }
        try (Database database = Database.open(folder)) {
            use(database);
            return ExitCode.OK;
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        }
    }

    /// The account of an address.
    static Account account(Database database, String email) throws CommandFailure {
        Account account = new Accounts(database, Passwords.of(database)).find(email);
        if (account == null) {
            throw new CommandFailure("There is no account for " + email + ".");
        }
        return account;
    }

    final CommandSpec spec() {
        return spec;
    }

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
