package dev.tandem.relay.cli;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.admin.OrderFailure;
import dev.tandem.relay.admin.RunningRelay;
import dev.tandem.relay.audit.AuditReport;
import dev.tandem.relay.sessionlog.AuditQuery;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Asks the relay for its audit trail if one is running, and reads it itself otherwise.
@Command(
        name = "audit",
        description = {
            "Print who created, started, ended, read, exported or deleted what, while the relay runs"
                    + " or not.",
            "Each on a line, oldest first: when, what, who, session, account, with tabs between,"
                    + " and how often where it was more than once."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class AuditCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Only what was done to this session.")
    private @Nullable String session;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeOfPast.class,
            description =
                    "Only what was done since then: a time ago (24h, 7d), a day (2030-01-31) or an"
                            + " instant (2030-01-31T12:00:00Z), in UTC.")
    private @Nullable Instant since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The last N of them (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Each line is a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure {
        AuditReport report = report();
        Path folder = ConfigOptions.dataFolder(spec);
        if (!Database.isIn(folder)) {
            throw new CommandFailure(
                    "There is nothing stored in %s; see that --data names the right folder."
                            .formatted(folder));
        }
        Optional<RunningRelay> running = RunningRelay.on(folder);
        String lines = running.isPresent() ? ask(running.get(), report) : read(folder, report);
        spec.commandLine().getOut().print(lines);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private AuditReport report() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit: from 1, not " + limit + ".");
        }
        if (session != null && !SessionId.isValid(session)) {
            throw new ParameterException(spec.commandLine(), "--session: that is no session's id.");
        }
        return new AuditReport(
                new AuditQuery(
                        session == null ? null : new SessionId(session),
                        since == null ? 0 : since.toEpochMilli(),
                        limit),
                json);
    }

    private static String ask(RunningRelay relay, AuditReport report) throws CommandFailure {
        try (relay) {
            return relay.order(AuditReport.ORDER, report.order());
        } catch (OrderFailure e) {
            throw new CommandFailure(e);
        }
    }

    private static String read(Path folder, AuditReport report) throws CommandFailure {
        try (Database database = Database.open(folder)) {
            return report.of(database);
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        }
    }
}
