package dev.tandem.relay.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where everything that lasts is.
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder of everything that lasts; unless given, the usual one for you.")
    private @Nullable Path folder;

    Path folder() {
        return folder == null
                ? usual(
                        System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")),
                        System.getenv())
                : folder;
    }

    /// The platform's usual folder for the data of one user.
    static Path usual(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Tandem/relay");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tandem/relay");
        }
        return given(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("tandem/relay");
    }

    /// The XDG Base Directory Specification says to pass over a path that is not absolute.
    private static Path given(@Nullable String path, Path otherwise) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : otherwise;
    }
}
