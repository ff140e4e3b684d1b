package dev.tandem.relay.cli;

import dev.tandem.protocol.wire.BadFile;
import dev.tandem.relay.history.Imports;
import dev.tandem.relay.history.Imports.Imported;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Doer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes in a session from a file.
@Command(
        name = "import",
        description =
                "Take in a session that was exported as tandem or json, while no relay is running.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class ImportCommand extends DatabaseCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(
            names = "--email",
            paramLabel = "EMAIL",
            description = "Whose session it is from now on; else nobody's.")
    private @Nullable String email;

    @Override
    void use(Database database) throws CommandFailure {
        byte[] bytes = SessionFiles.read(file);
        String owner = email == null ? null : account(database, email).id();
        try {
            Imported imported =
                    new Imports(database)
                            .take(bytes, owner, Doer.OPERATOR)
                            .orElseThrow(() ->
                                    new CommandFailure(
                                            "The session is here already, and was left as it is."));
            say("Took in session %s.".formatted(imported.id()));
        } catch (BadFile e) {
            throw new CommandFailure(e);
        }
    }
}
