package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Theme;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What the application was started with.
@Command(name = "tandem")
final class Arguments {

    @Option(names = "--theme")
    private Theme theme = Theme.SYSTEM;

    @Option(names = "--data")
    private @Nullable Path data;

    @Parameters(arity = "0..1")
    private String given = "";

    private Arguments() {}

    /// Takes the arguments apart.
    ///
    /// @throws IllegalArgumentException for what it does not know; the message is for people
    static Arguments parse(List<String> words) {
        Arguments arguments = new Arguments();
        try {
            new CommandLine(arguments)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return arguments;
    }

    Theme theme() {
        return theme;
    }

    /// The folder of a relay on this computer; null for the usual one.
    @Nullable Path data() {
        return data;
    }

    /// A code or a link to fill in; empty for none.
    String invite() {
        return recording().isEmpty() ? given : "";
    }

    /// A file with a recording to open.
    Optional<Path> recording() {
        try {
            return Optional.of(given)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty(); // so it is a link
        }
    }
}
