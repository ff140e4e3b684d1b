package dev.tandem.relay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.PersonExport;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.relay.person.Appearance;
import dev.tandem.relay.person.People;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What is stored about one person. What to do with it is named; alone it is unusable.
@Command(
        name = "person",
        description = "See what is stored about one person, while no relay is running.",
        mixinStandardHelpOptions = true,
        subcommands = {PersonCommand.ListSessions.class, PersonCommand.Export.class})
final class PersonCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: list or export.");
    }

    @Command(
            name = "list",
            description =
                    "Print where someone of a name was, each on a line: session, role, when the"
                            + " session was made, its title, with tabs between.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class ListSessions extends DatabaseCommand {
        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "The name they gave, whatever its case.")
        private String name;

        @Override
        void use(Database database) {
            for (Appearance one : new People(database).named(name)) {
                say(
                        String.join(
                                "\t",
                                one.session().id().value(),
                                one.who().role().word(),
                                Instant.ofEpochMilli(one.session().facts().createdAt()).toString(),
                                one.session().facts().title()));
            }
        }
    }

    @Command(
            name = "export",
            description = "Write all that is stored about someone, as JSON.",
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.OfDataFolder.class)
    static final class Export extends DatabaseCommand {
        @ArgGroup(multiplicity = "1")
        private Who who;

        static final class Who {
            @Option(
                    names = "--email",
                    paramLabel = "EMAIL",
                    description = "The address of their account.")
            private @Nullable String email;

            @Option(
                    names = "--name",
                    paramLabel = "NAME",
                    description = "The name they gave, whatever its case.")
            private @Nullable String name;
        }

        @Option(
                names = "--session",
                paramLabel = "ID",
                description =
                        "With --name: only in this session, since others may have the name too;"
                                + " can be given several times.")
        private Set<String> sessions = Set.of();

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description = "The file to write, which must not be there; else standard output.")
        private @Nullable Path file;

        @Override
        void use(Database database) throws CommandFailure {
            PersonExport export = export(database);
            database.audit().add(entries(export));
            String json = ApiCodec.write(export);
            if (file == null) {
                say(json);
            } else {
                write(file, json + "\n");
            }
        }

        private PersonExport export(Database database) throws CommandFailure {
            People people = new People(database);
            String email = who.email;
            if (email != null) {
                return people.export(account(database, email));
            }
            List<Appearance> meant =
                    people.named(String.valueOf(who.name)).stream().filter(this::isMeant).toList();
            if (meant.isEmpty()) {
                throw new CommandFailure("Nobody of that name was there.");
            }
            return people.export(meant);
        }

        /// One for the account, and one for each session that something of them is taken from.
        private static List<AuditEntry> entries(PersonExport export) {
            List<AuditEntry> entries = new ArrayList<>();
            LoggedIn.User account = export.account();
            if (account != null) {
                entries.add(
                        AuditEntry.nowAboutAccount(
                                Deed.PERSON_EXPORTED, Doer.OPERATOR, account.id()));
            }
            for (PersonExport.Session session : export.sessions()) {
                entries.add(
                        AuditEntry.now(
                                Deed.PERSON_EXPORTED, Doer.OPERATOR, session.summary().id()));
            }
            return entries;
        }

        private boolean isMeant(Appearance one) {
            return sessions.isEmpty() || sessions.contains(one.session().id().value());
        }

        private static void write(Path file, String text) throws CommandFailure {
            try {
                Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw new CommandFailure(
                        "There is a file %s already, and it was left as it is; name another one."
                                .formatted(file));
            } catch (IOException e) {
                throw new CommandFailure("The file %s cannot be written.".formatted(file));
            }
        }
    }
}
