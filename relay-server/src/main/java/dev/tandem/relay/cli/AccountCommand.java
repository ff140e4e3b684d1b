package dev.tandem.relay.cli;

import dev.tandem.relay.access.AccountProblem;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.log.Log;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command on the accounts in a data folder, which no relay may be using meanwhile.
abstract class AccountCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    abstract void use(Accounts accounts) throws AccountProblem;

    /// Whether it makes a database where there is none.
    boolean beginsDatabase() {
        return false;
    }

    /// What it does where there is no database, and so no account.
    int useNone(Path folder) throws CommandFailure {
        throw new CommandFailure(
                "There are no accounts in %s; see that --data names the right folder."
                        .formatted(folder));
    }

    @Override
    public final Integer call() throws CommandFailure {
        RelayConfig config = ConfigOptions.read(spec).config();
        Log.set(config.log());
        return callOn(config.data());
    }

    private int callOn(Path folder) throws CommandFailure {
        if (!beginsDatabase() && !Database.isIn(folder)) {
            return useNone(folder);
        }
        try (Database database = Database.open(folder)) {
            use(new Accounts(database, Passwords.of(database)));
            return ExitCode.OK;
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        } catch (AccountProblem e) {
            throw answer(e);
        }
    }

    final CommandSpec spec() {
        return spec;
    }

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /// What was given and is not usable is named; the rest is a failure.
    private CommandFailure answer(AccountProblem problem) {
        return switch (problem.reason()) {
            case BAD_EMAIL -> throw unusable("--email", problem);
            case BAD_NAME -> throw unusable("--name", problem);
            case BAD_PASSWORD -> throw unusable("--password-stdin", problem);
            case EXISTS, UNKNOWN -> new CommandFailure(problem);
        };
    }

    private ParameterException unusable(String option, AccountProblem problem) {
        return new ParameterException(spec.commandLine(), option + ": " + problem.getMessage());
    }
}
