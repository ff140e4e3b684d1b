package dev.tandem.relay.cli;

import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Word;
import dev.tandem.relay.history.ExportOptions;
import dev.tandem.relay.history.Exports;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.SessionRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Writes a session to a file.
@Command(
        name = "export",
        description = "Write a session to a file, while no relay is running.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class ExportCommand extends DatabaseCommand {
    @Option(
            names = "--session",
            required = true,
            paramLabel = "ID",
            description = "Which one; its id stands in the list of a person's sessions.")
    private String session = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.class,
            description =
                    "json: every event on its line, for machines (the default); tandem: the same,"
                            + " packed, for another Tandem; html: the replay, as one page for a"
                            + " browser; md: a report in Markdown.")
    private ExportFormat format = ExportFormat.JSON;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "The file to write, which must not be there; else one that is named after the"
                            + " session, in this folder.")
    private @Nullable Path to;

    @Option(
            names = "--private",
            description =
                    "Also what only interviewers may see: their feedback, and in html and md hidden"
                            + " tests, which the others always have.")
    private boolean withPrivate;

    @Option(
            names = "--replace-names",
            description =
                    "In html and md, call people by their roles; what they wrote stays as it was.")
    private boolean replaceNames;

    static final class Format implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String word) {
            return Word.of(ExportFormat.class, word)
                    .orElseThrow(() -> new TypeConversionException("name " + ExportFormat.words()));
        }
    }

    @Override
    void use(Database database) throws CommandFailure {
        if (format.isWhole() && replaceNames) {
            throw new ParameterException(
                    spec().commandLine(),
                    "json is the log as it is; --replace-names is for html and md.");
        }
        SessionSummary summary = find(database);
        database.audit()
                .add(List.of(AuditEntry.now(Deed.SESSION_EXPORTED, Doer.OPERATOR, summary.id())));
        Path file = to == null ? Path.of(format.fileName(summary.facts())) : to;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            new Exports(database.sessionLog(), database.signer(), database.feedbacks())
                    .write(summary, format, new ExportOptions(withPrivate, replaceNames), out);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    "There is a file %s already, and it was left as it is; name another one with"
                                    .formatted(file)
                            + " --to.");
        } catch (IOException e) {
            throw new CommandFailure("The file %s cannot be written.".formatted(file));
        }
        say("Wrote %s.".formatted(file));
    }

    private SessionSummary find(Database database) throws CommandFailure {
        try {
            SessionRow row = database.sessions().find(new SessionId(session));
            if (row != null) {
                return row.summary();
            }
        } catch (IllegalArgumentException _) {
            // falls through to the same answer
        }
        throw new CommandFailure("There is no session " + session + ".");
    }
}
