package dev.tandem.relay.cli;

import dev.tandem.relay.access.AccountProblem;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.sessionlog.Database;
import java.nio.file.Path;
import picocli.CommandLine.ParameterException;

/// A command on the accounts in a data folder.
abstract class AccountCommand extends DatabaseCommand {

    abstract void use(Accounts accounts) throws AccountProblem;

    @Override
    final void use(Database database) throws CommandFailure {
        try {
            use(new Accounts(database, Passwords.of(database)));
        } catch (AccountProblem e) {
            throw answer(e);
        }
    }

    @Override
    int useNone(Path folder) throws CommandFailure {
        throw new CommandFailure(
                "There are no accounts in %s; see that --data names the right folder."
                        .formatted(folder));
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
        return new ParameterException(spec().commandLine(), option + ": " + problem.getMessage());
    }
}
