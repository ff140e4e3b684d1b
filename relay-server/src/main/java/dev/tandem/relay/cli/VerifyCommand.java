package dev.tandem.relay.cli;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.FindingWords;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.wire.BadFile;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.history.StoredCheck;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says whether a session is what its relay wrote: exit code 0, and 1 if it is not.
@Command(
        name = "verify",
        description = {
            "Check that a session was not changed: one in a file (json or tandem), or with --session"
                    + " one in the data folder, while no relay is running.",
            FindingWords.PROVES
        },
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class VerifyCommand implements Callable<Integer> {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file; without --session.")
    private @Nullable Path file;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "A session in the data folder, in place of a file.")
    private @Nullable String session;

    @Option(
            names = "--head",
            paramLabel = "TEXT",
            description =
                    "What someone wrote down in the application, such as 'seq 1234 · 7f3a 91c2 0be4"
                            + " 55d1 · key 3f2a 9c01', or the text of a receipt.")
    private @Nullable String head;

    @Override
    public Integer call() throws CommandFailure {
        KeptHead kept = head == null ? null : parsed(head);
        if ((file == null) == (session == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name a file, or a session with --session.");
        }
        return tell(file == null ? ofStored(String.valueOf(session), kept) : ofFile(file, kept));
    }

    private KeptHead parsed(String text) {
        return KeptHead.parse(text)
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "--head is a text such as 'seq 1234 · 7f3a 91c2 0be4 55d1 · key 3f2a"
                                        + " 9c01'."));
    }

    private static Finding ofFile(Path file, @Nullable KeptHead kept) throws CommandFailure {
        try {
            return SessionFile.check(SessionFiles.read(file), kept);
        } catch (BadFile e) {
            throw new CommandFailure(e);
        }
    }

    private Finding ofStored(String id, @Nullable KeptHead kept) throws CommandFailure {
        Path folder = ConfigOptions.dataFolder(spec);
        if (!SessionId.isValid(id) || !Database.isIn(folder)) {
            throw noSession(id);
        }
        try (Database database = Database.open(folder)) {
            if (database.sessions().find(new SessionId(id)) == null) {
                throw noSession(id);
            }
            return new StoredCheck(database.sessionLog()).of(new SessionId(id), kept);
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        }
    }

    private static CommandFailure noSession(String id) {
        return new CommandFailure("There is no session " + id + ".");
    }

    private int tell(Finding finding) {
        boolean fits = finding instanceof Finding.Unchanged;
        say(FindingWords.of(finding, UTC));
        if (fits && head != null) {
            say(FindingWords.AS_KEPT);
        }
        say(FindingWords.PROVES);
        return fits ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
