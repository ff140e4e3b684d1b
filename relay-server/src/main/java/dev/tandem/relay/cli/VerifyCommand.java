package dev.tandem.relay.cli;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.wire.BadFile;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.history.StoredCheck;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
            VerifyCommand.PROVES
        },
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class VerifyCommand implements Callable<Integer> {
    static final String PROVES =
            "Unchanged means that every event, those only interviewers see included, is what the"
                    + " owner of the key had signed at that time. Who holds the relay's key can"
                    + " still write anew what nobody outside has a head of; a head that someone"
                    + " kept (--head) shows that too.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

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
                            + " 55d1 · key 3f2a 9c01'.")
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
        switch (finding) {
            case Unchanged unchanged -> {
                say("Unchanged since %s.".formatted(words(unchanged)));
                if (head != null) {
                    say("It says what the head says that was kept.");
                }
            }
            case Changed changed -> say(words(changed));
            case Unproven _ ->
                    say(
                            "Nothing can be said: nothing of it was signed, since the interview had not"
                                    + " begun, or an older Tandem wrote the file.");
        }
        say(PROVES);
        return finding instanceof Unchanged ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String words(Unchanged unchanged) {
        String words =
                "%s (seq %s, %s)"
                        .formatted(
                                time(unchanged.since()),
                                unchanged.seq(),
                                Head.shortText(unchanged.key()));
        return unchanged.unsigned() == 0
                ? words
                : words
                        + "; of the %d events after it nothing is signed yet"
                                .formatted(unchanged.unsigned());
    }

    private static String words(Changed changed) {
        if (changed.seq() == null) {
            return "Changed. " + changed.reason();
        }
        return changed.at() == null
                ? "Changed: event %s does not fit. %s".formatted(changed.seq(), changed.reason())
                : "Changed: event %s, of %s, does not fit. %s"
                        .formatted(changed.seq(), time(changed.at()), changed.reason());
    }

    private static String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
